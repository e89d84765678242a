/** What has been said about a list and the records on it: when, by whom, and the sealed words on demand. */
import type { DisposalListWithWords } from "@tillit/api-contract/client";
import { ApiProblem } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { Failure } from "../page/notice.tsx";
import { OpenedWords } from "../page/sealed/opened-words.tsx";
import { recordName } from "../page/list/record-link.tsx";
import { isRestricted, RestrictedReading } from "../page/sealed/restricted-reading.tsx";
import { actorText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";
import { useVault, type HeldKey } from "../unlock/vault.ts";
import { listWordsTexts } from "./list-words-texts.ts";
import { openListWords } from "./seal-list-words.ts";

interface EntryProps {
  readonly list: string;
  readonly entry: DisposalListWithWords["words"][number];
  readonly held: HeldKey | undefined;
  readonly numbers: ReadonlyMap<string, string>;
}

function Entry({ list, entry, held, numbers }: EntryProps) {
  const { texts, lang } = useTexts();
  const words = listWordsTexts[lang];
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>(undefined);
  const kind = words.kinds[entry.kind];
  const { record } = entry;
  const name = record === undefined ? kind : `${kind} (${recordName(record, lang, numbers.get(record))})`;
  const read = (key: HeldKey): void => {
    // What was refused stays shown with the choice of a purpose, until the next answer.
    if (!isRestricted(error)) setError(undefined);
    openListWords(list, entry, key).then(setText, setError);
  };
  const gone = error instanceof ApiProblem && (error.code === "NOT_FOUND" || error.code === "GONE");
  return (
    <li>
      <p>
        <strong>{name}</strong>{" "}
        <span class="muted">
          <time dateTime={entry.at}>{showTime(entry.at, lang)}</time> {actorText(entry.by, texts)}
        </span>
      </p>
      {text !== undefined && <OpenedWords text={text} />}
      <div role="status">{gone && <p>{words.gone}</p>}</div>
      {error !== undefined && !gone && text === undefined && <Failure error={error} />}
      {text === undefined && record !== undefined && isRestricted(error) && (
        <RestrictedReading record={record} />
      )}
      {text === undefined && !gone && held !== undefined && (
        <button type="button" class="button secondary" onClick={() => read(held)}>
          {words.read(name)}
        </button>
      )}
    </li>
  );
}

interface Props {
  readonly list: DisposalListWithWords;
  readonly numbers: ReadonlyMap<string, string>;
  readonly reads: boolean;
}

export function ListWords({ list, numbers, reads }: Props) {
  const { texts, lang } = useTexts();
  const vault = useVault();
  const held = vault.status === "unlocked" ? vault.key : undefined;
  if (list.words.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="said-title">
      <h2 id="said-title">{listWordsTexts[lang].saidTitle}</h2>
      {reads && held === undefined && <p>{texts.words.needKey}</p>}
      <ul class="words-list">
        {list.words.map((entry) => (
          <Entry
            key={`${entry.id}-${held === undefined}`}
            list={list.id}
            entry={entry}
            held={held}
            numbers={numbers}
          />
        ))}
      </ul>
    </section>
  );
}
