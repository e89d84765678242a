/** Records that an answer on this list keeps for now: until when, by whom, against which day of the rules, and lifting it. */
import type { DisposalListWithWords } from "@tillit/api-contract/client";
import { ConfirmDialog } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import { Failure, Note } from "../page/notice.tsx";
import { recordName, RecordLink } from "../page/list/record-link.tsx";
import { actorText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { keptTexts } from "./kept-texts.ts";

interface Props {
  readonly list: DisposalListWithWords;
  readonly numbers: ReadonlyMap<string, string>;
  readonly mayLift: boolean;
  readonly onLifted: (said: string) => void;
}

export function KeptRecords({ list, numbers, mayLift, onLifted }: Props) {
  const { texts, lang } = useTexts();
  const words = keptTexts[lang];
  const [asked, setAsked] = useState<string>();
  const [error, setError] = useState<unknown>(undefined);
  if (list.kept.length === 0) return null;
  const name = (record: string): string => recordName(record, lang, numbers.get(record));
  const lift = (record: string): void => {
    setAsked(undefined);
    setError(undefined);
    api.desk.keeps[":record"].release
      .$post({ param: { record } })
      .then(() => onLifted(words.lifted), setError);
  };
  return (
    <section class="panel" aria-labelledby="kept-title">
      <h2 id="kept-title">{words.title}</h2>
      <p>{words.lead}</p>
      {error !== undefined && <Failure error={error} />}
      <ul class="words-list">
        {list.kept.map(({ record, until, since, by, conflict }) => (
          <li key={record}>
            <p>
              <RecordLink record={record} number={numbers.get(record)} />{" "}
              <strong>{words.until(showDate(until, lang))}</strong>{" "}
              <span class="muted">{words.since(showDate(since, lang), actorText(by, texts))}</span>
            </p>
            {conflict !== undefined && (
              <Note kind="warn">{words.conflict(showDate(conflict.latest, lang))}</Note>
            )}
            {mayLift && (
              <button type="button" class="button secondary no-print" onClick={() => setAsked(record)}>
                {words.lift}
                <span class="visually-hidden"> {name(record)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        title={words.liftOf(name(asked ?? ""))}
        confirmLabel={words.yes}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked !== undefined) lift(asked);
        }}
      >
        <p>{words.sure}</p>
      </ConfirmDialog>
    </section>
  );
}
