/** Assessments and decisions already written: when, by whom, and the sealed reasons on demand. */
import { useState } from "preact/hooks";
import { api, valueOf } from "../api/api-client.ts";
import type { CaseView, WordsEntry } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { readingQuery } from "../page/sealed/restricted-reading.tsx";
import { OpenedWords } from "../page/sealed/opened-words.tsx";
import { actorText, outcomeText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";
import type { HeldKey } from "../unlock/vault.ts";

interface EntryProps {
  readonly view: CaseView;
  readonly entry: WordsEntry;
  readonly held: HeldKey | undefined;
}

function Reader({ view, entry, held }: EntryProps & { readonly held: HeldKey }) {
  const { texts } = useTexts();
  const [words, setWords] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const read = async (): Promise<void> => {
    setError(undefined);
    try {
      const [{ openWords }, { expectedOf }] = await Promise.all([
        import("../crypto/words.ts"),
        import("../crypto/sealed-context.ts"),
      ]);
      const one = api.desk.applications[":id"].words[":words"];
      const sealed = await valueOf(
        one.$get({ param: { id: view.id, words: entry.id }, query: readingQuery(view.id) }),
      );
      setWords(
        await openWords(sealed, entry.kind, await expectedOf(view, held.controller), held.decapsulator),
      );
    } catch (failure) {
      setError(failure);
    }
  };
  if (words !== undefined) return <OpenedWords text={words} />;
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      <button type="button" class="button secondary" onClick={() => void read()}>
        {texts.words.read}
      </button>
    </>
  );
}

function Entry({ view, entry, held }: EntryProps) {
  const { texts, lang } = useTexts();
  return (
    <li>
      <p>
        <strong>{texts.words[entry.kind]}</strong>
        {entry.outcome !== undefined && `: ${outcomeText(entry.outcome, texts)}`}{" "}
        <span class="muted">
          <time dateTime={entry.at}>{showTime(entry.at, lang)}</time>
          {entry.by !== undefined && ` ${actorText(entry.by, texts)}`}
        </span>
      </p>
      {held !== undefined && <Reader view={view} entry={entry} held={held} />}
    </li>
  );
}

export function WordsList({ view, held }: { readonly view: CaseView; readonly held: HeldKey | undefined }) {
  const { texts } = useTexts();
  if (view.words.length === 0) return <p>{texts.words.none}</p>;
  return (
    <ul class="words-list">
      {view.words.map((entry) => (
        <Entry key={`${entry.id}-${held === undefined}`} view={view} entry={entry} held={held} />
      ))}
    </ul>
  );
}
