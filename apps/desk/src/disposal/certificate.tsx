/** The proof that a list was carried out: the protocol to read, the whole of it to keep as a file. */
import type { DisposalCertificate } from "@tillit/api-contract/client";
import { saveFile } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import { Failure } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { disposalTexts } from "./disposal-texts.ts";

export function Certificate({ id }: { readonly id: string }) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const [found, setFound] = useState<DisposalCertificate | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const show = (): void => {
    setError(undefined);
    valueOf(api.desk.disposals[":id"].certificate.$get({ param: { id } })).then(setFound, setError);
  };
  const save = (): void => {
    const text = JSON.stringify(found, undefined, 2);
    saveFile(`gallringsintyg-${id.slice(2, 10)}.json`, new Blob([text], { type: "application/json" }));
  };
  return (
    <section class="panel" aria-labelledby="certificate-title">
      <h2 id="certificate-title">{words.certificate}</h2>
      {error !== undefined && <Failure error={error} />}
      {found === undefined ? (
        <button type="button" class="button secondary" onClick={show}>
          {words.showCertificate}
        </button>
      ) : (
        <>
          <p>{words.inLog(found.log.index, found.log.size)}</p>
          <p class="words">{found.protocol}</p>
          <button type="button" class="button secondary no-print" onClick={save}>
            {words.saveCertificate}
          </button>
        </>
      )}
    </section>
  );
}
