/** On the page of a case: the way to a hand-over, and to a package for the archive. */
import { saveFile } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import type { CaseView } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { Link } from "../page/router.tsx";
import { useTexts } from "../texts/language.ts";
import { type HeldKey, useVault } from "../unlock/vault.ts";
import { transferTexts } from "./texts/transfer-texts.ts";

interface Props {
  readonly view: CaseView;
  readonly onAccess: () => void;
}

function Archive({ view, held, onAccess }: Props & { readonly held: HeldKey }) {
  const words = transferTexts[useTexts().lang];
  const [part, setPart] = useState<readonly [done: number, all: number] | undefined>(undefined);
  const [saved, setSaved] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const make = async (): Promise<void> => {
    setError(undefined);
    setSaved(undefined);
    setPart([0, 1]);
    try {
      const { archiveDelivery } = await import("./archive/archive-delivery.ts");
      const { name, blob, files } = await archiveDelivery(view, held, (done, all) => setPart([done, all]));
      saveFile(name, blob);
      setSaved(files);
    } catch (failure) {
      setError(failure);
    } finally {
      setPart(undefined);
      onAccess();
    }
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      <button
        type="button"
        class="button secondary"
        aria-disabled={part !== undefined}
        onClick={() => void make()}
      >
        {words.archiveMake}
      </button>
      {part !== undefined && (
        <progress aria-label={words.archive} value={part[0]} max={Math.max(1, part[1])} />
      )}
      <p role="status">
        {part !== undefined && words.archivePart(part[0], part[1])}
        {saved !== undefined && words.archiveDone(saved)}
      </p>
    </>
  );
}

export function CaseTransfers({ view, onAccess }: Props) {
  const { texts, lang } = useTexts();
  const words = transferTexts[lang];
  const vault = useVault();
  return (
    <section aria-labelledby="transfer-title" class="panel">
      <h2 id="transfer-title">{words.title}</h2>
      <p>
        <Link to={`/overlamna/${view.id}`}>{words.prepare}</Link>
      </p>
      <h3>{words.archive}</h3>
      <p>{words.archiveLead}</p>
      {vault.status === "locked" ? (
        <p>{texts.words.needKey}</p>
      ) : (
        <Archive view={view} held={vault.key} onAccess={onAccess} />
      )}
    </section>
  );
}
