/** Judging one access. What is not in order takes words, sealed in this browser before they leave. */
import { sealingContexts } from "@tillit/application-case";
import { ErrorSummary, RadioField, TextArea, type FieldFault } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { useUnsaved } from "../page/unsaved.ts";
import { useTexts } from "../texts/language.ts";
import type { ReviewedAccess } from "./reviewed-access.ts";
import { reviewTexts } from "./review-texts.ts";

const verdicts = ["in-order", "to-be-explained", "reported"] as const;
type Verdict = (typeof verdicts)[number];

interface Props {
  readonly review: string;
  readonly access: ReviewedAccess;
  readonly session: Session;
  readonly onJudged: () => void;
}

export function VerdictForm({ review, access, session, onJudged }: Props) {
  const { lang } = useTexts();
  const words = reviewTexts[lang];
  const [verdict, setVerdict] = useState<Verdict | undefined>(access.verdict);
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const explains = verdict !== undefined && verdict !== "in-order";
  useUnsaved(explains && text !== "" && !working);
  const field = `text-${access.seq}`;
  const choice = `verdict-${access.seq}`;
  const faults: FieldFault[] = [];
  if (verdict === undefined) faults.push({ field: choice, message: words.needVerdict });
  if (explains && text.trim() === "") faults.push({ field, message: words.needText });
  const shown = attempt === 0 ? [] : faults;

  const fault = (of: string): string | undefined => shown.find((one) => one.field === of)?.message;

  const save = async (judged: Verdict): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const one = api.desk.audit.reviews[":id"].accesses[":seq"];
      const param = { id: review, seq: String(access.seq) };
      if (explains) {
        const { sealText } = await import("../crypto/words.ts");
        const expected = { app: review, controller: session.user.controller };
        const sealed = await sealText(text, sealingContexts.review, expected);
        await one.$post({ param, json: { verdict: judged, words: sealed } });
      } else await one.$post({ param, json: { verdict: judged } });
      onJudged();
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length === 0 && verdict !== undefined) void save(verdict);
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby={`entry-${access.seq}`}>
      <ErrorSummary faults={shown} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <RadioField
        name={choice}
        label={words.verdict}
        required
        choices={verdicts.map((value) => ({ value, label: words.choices[value] ?? value }))}
        value={verdict}
        onChange={(value) => setVerdict(verdicts.find((one) => one === value))}
        error={fault(choice)}
      />
      {explains && (
        <TextArea
          name={field}
          label={words.text}
          hint={words.textHint}
          required
          rows={3}
          value={text}
          onInput={setText}
          error={fault(field)}
        />
      )}
      <button type="submit" class="button secondary" aria-disabled={working}>
        {words.save}
      </button>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
