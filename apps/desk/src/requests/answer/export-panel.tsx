/** The answer to an access request: sealed to the person's receipt, or saved to be handed over in person. */
import { saveFile } from "@tillit/web-kit";
import { useRef, useState } from "preact/hooks";
import { api } from "../../api/api-client.ts";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { showTime, useTexts } from "../../texts/language.ts";
import { useVault, type HeldKey } from "../../unlock/vault.ts";
import { useItemName } from "./items-panel.tsx";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

export function ExportPanel({ request, onTaken }: Props) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  const nameOf = useItemName();
  const vault = useVault();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState("");
  const [unsearched, setUnsearched] = useState<readonly string[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  const waiting = request.export;
  const seals = request.yours.includes("SealPackage") && request.decision?.outcome !== "refused";
  if (!seals && waiting === undefined && said === "") return null;
  const bySelfService = request.keys !== undefined && request.channels.includes("self-service");

  const run = async (done: string, work: () => Promise<readonly string[]>): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      setUnsearched(await work());
      setSaid(done);
      title.current?.focus();
      onTaken();
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  const sealIt = (held: HeldKey) =>
    run(words.answerSealed, async () => {
      const { namesOfUnsearched, sealAnswer } = await import("./seal-answer.ts");
      const answering = { request, held, lang, nameOf };
      return namesOfUnsearched(answering, await sealAnswer(answering));
    });
  const saveIt = (held: HeldKey) =>
    run(words.answerSaved, async () => {
      const { namesOfUnsearched, noKey, openAnswer } = await import("./seal-answer.ts");
      const answering = { request, held, lang, nameOf };
      const pack = await openAnswer(answering);
      const { files, manifestDigest } = pack;
      for (const { name, bytes } of files) saveFile(name, bytes.slice());
      const json = {
        type: "SealPackage",
        manifest: manifestDigest,
        decision: request.decision?.digest ?? "",
        recipientKey: await noKey(),
      } as const;
      await api.desk.requests[":id"].commands.$post({ param: { id: request.id }, json });
      return namesOfUnsearched(answering, pack);
    });

  return (
    <section aria-labelledby="export-title" class="panel">
      <h2 id="export-title" ref={title} tabIndex={-1}>
        {words.answer}
      </h2>
      <div role="status">
        {said !== "" && <Note kind="good">{said}</Note>}
        {unsearched.length > 0 && <Note kind="warn">{words.unsearched(unsearched.join(", "))}</Note>}
      </div>
      {waiting !== undefined && (
        <p>
          {waiting.fetchedAt === undefined
            ? words.waits(showTime(waiting.expires, lang))
            : words.fetched(showTime(waiting.fetchedAt, lang))}
        </p>
      )}
      {error !== undefined && <Failure error={error} />}
      {seals && vault.status === "locked" && <p>{texts.words.needKey}</p>}
      {seals && vault.status === "unlocked" && (
        <>
          <p>{bySelfService ? words.sealLead : words.handOverLead}</p>
          <div class="actions">
            {bySelfService && (
              <button
                type="button"
                class={waiting === undefined ? "button" : "button secondary"}
                aria-disabled={working}
                onClick={() => void sealIt(vault.key)}
              >
                {words.seal}
              </button>
            )}
            <button
              type="button"
              class="button secondary"
              aria-disabled={working}
              onClick={() => void saveIt(vault.key)}
            >
              {words.saveFiles}
            </button>
          </div>
        </>
      )}
      <p role="status">{working ? words.working : ""}</p>
    </section>
  );
}
