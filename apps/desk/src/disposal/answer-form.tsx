/** The second person's answer for one record: it goes, it stays until a day, or it is of another type, and why. */
import type { DisposalList } from "@tillit/api-contract/client";
import { isCalendarDate } from "@tillit/civil-time";
import { ErrorSummary, RadioField, SelectField, TextArea, TextField, type FieldFault } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import { Failure } from "../page/notice.tsx";
import { recordName } from "../page/list/record-link.tsx";
import { useUnsaved } from "../page/unsaved.ts";
import { useTexts } from "../texts/language.ts";
import { swedishToday } from "../requests/today.ts";
import { listWordsTexts } from "./list-words-texts.ts";
import { sealListWords } from "./seal-list-words.ts";

const kinds = ["keep", "reclassify", "dispose"] as const;
type Kind = (typeof kinds)[number];

interface Props {
  readonly list: DisposalList;
  readonly controller: string;
  readonly numbers: ReadonlyMap<string, string>;
  readonly onSaved: (said: string) => void;
}

async function send({ list, controller }: Props, record: string, kind: Kind, until: string, text: string) {
  const answer =
    kind === "dispose"
      ? { kind }
      : kind === "keep"
        ? { kind, until, words: await sealListWords(text, list.id, controller) }
        : { kind, words: await sealListWords(text, list.id, controller) };
  await api.desk.disposals[":id"].review.$post({
    param: { id: list.id },
    json: { type: "Answer", record, answer },
  });
}

export function AnswerForm(props: Props) {
  const { lang } = useTexts();
  const words = listWordsTexts[lang];
  const [record, setRecord] = useState("");
  const [kind, setKind] = useState<Kind>("keep");
  const [until, setUntil] = useState("");
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useUnsaved(text !== "" && !working);
  const faults: FieldFault[] = [];
  if (record === "") faults.push({ field: "answer-record", message: words.needRecord });
  if (kind === "keep" && !isCalendarDate(until))
    faults.push({ field: "answer-until", message: words.needUntil });
  else if (kind === "keep" && until < swedishToday())
    faults.push({ field: "answer-until", message: words.untilPassed });
  if (kind !== "dispose" && text.trim() === "")
    faults.push({ field: "answer-text", message: words.needText });
  const shown = attempt === 0 ? [] : faults;
  const fault = (field: string): string | undefined => shown.find((one) => one.field === field)?.message;
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length > 0) return;
    setWorking(true);
    setError(undefined);
    send(props, record, kind, until, text)
      .then(
        () => {
          setText("");
          setUntil("");
          setRecord("");
          setAttempt(0);
          props.onSaved(words.saved);
        },
        (failure: unknown) => setError(failure),
      )
      .finally(() => setWorking(false));
  };
  return (
    <section class="panel no-print" aria-labelledby="answer-title">
      <h2 id="answer-title">{words.answerTitle}</h2>
      <p>{words.answerLead}</p>
      <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby="answer-title">
        <ErrorSummary faults={shown} attempt={attempt} />
        {error !== undefined && <Failure error={error} />}
        <SelectField
          name="answer-record"
          label={words.record}
          required
          value={record}
          onChange={setRecord}
          choices={[
            { value: "", label: words.choose },
            ...props.list.items.map((item) => ({
              value: item.record,
              label: recordName(item.record, lang, props.numbers.get(item.record)),
            })),
          ]}
          error={fault("answer-record")}
        />
        <RadioField
          name="answer-kind"
          label={words.answer}
          required
          choices={kinds.map((value) => ({ value, label: words.answers[value] }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? "keep")}
        />
        {kind === "keep" && (
          <TextField
            name="answer-until"
            label={words.until}
            hint={words.untilHint}
            required
            value={until}
            onInput={setUntil}
            error={fault("answer-until")}
          />
        )}
        {kind !== "dispose" && (
          <TextArea
            name="answer-text"
            label={words.text}
            hint={words.textHint}
            required
            rows={3}
            value={text}
            onInput={setText}
            error={fault("answer-text")}
          />
        )}
        <button type="submit" class="button secondary" aria-disabled={working}>
          {words.save}
        </button>
        <p role="status">{working ? words.working : ""}</p>
      </form>
    </section>
  );
}
