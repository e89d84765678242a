/** Writing an assessment or a decision: the words are sealed in this browser before anything is sent. */
import { ErrorSummary, RadioField, TextArea, type FieldFault } from "@tillit/web-kit";
import { useState } from "preact/hooks";
import type { CaseView, WordsKind } from "../api/wire.ts";
import { Failure, Note } from "../page/notice.tsx";
import { useUnsaved } from "../page/unsaved.ts";
import { outcomeText } from "../texts/codes.ts";
import { useTexts } from "../texts/language.ts";
import type { HeldKey } from "../unlock/vault.ts";
import { type Judgement, judgementsOf, recordWords } from "./record-words.ts";

interface Props {
  readonly kind: WordsKind;
  readonly view: CaseView;
  readonly held: HeldKey;
  readonly onSaved: (message: string) => void;
}

export function WordsForm({ kind, view, held, onSaved }: Props) {
  const { texts } = useTexts();
  const words = texts.words;
  const decision = kind === "decision";
  const [judgement, setJudgement] = useState<Judgement | undefined>(undefined);
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [sure, setSure] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useUnsaved(text !== "" && !working);
  const judgements = judgementsOf(kind);
  const faults: FieldFault[] = [];
  if (judgement === undefined) faults.push({ field: `${kind}-outcome`, message: words.needOutcome });
  if (text.trim() === "") faults.push({ field: `${kind}-text`, message: words.needText });
  const shown = attempt === 0 ? [] : faults;
  const fault = (field: string): string | undefined => shown.find((one) => one.field === field)?.message;

  const save = async (judged: Judgement): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const { sealWords } = await import("../crypto/words.ts");
      const sealed = await sealWords(text, kind, { app: view.app, controller: held.controller });
      await recordWords(view.id, judged, sealed);
      onSaved(decision ? words.savedDecision : words.savedAssessment);
    } catch (failure) {
      setError(failure);
      setSure(false);
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (faults.length > 0 || judgement === undefined) return;
    if (decision && !sure) setSure(true);
    else void save(judgement);
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off" aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>{words[kind]}</h3>
      <p class="hint">{words.sealed}</p>
      <ErrorSummary faults={shown} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <RadioField
        name={`${kind}-outcome`}
        label={words.outcome}
        required
        choices={judgements.map((one) => ({ value: one.outcome, label: outcomeText(one.outcome, texts) }))}
        value={judgement?.outcome}
        onChange={(value) => {
          setJudgement(judgements.find((one) => one.outcome === value));
          setSure(false);
        }}
        error={fault(`${kind}-outcome`)}
      />
      <TextArea
        name={`${kind}-text`}
        label={words.text}
        hint={words.textHint}
        required
        value={text}
        onInput={(value) => {
          setText(value);
          setSure(false);
        }}
        error={fault(`${kind}-text`)}
      />
      <div role="status">{sure && <Note kind="warn">{words.confirm}</Note>}</div>
      <div class="actions">
        <button type="submit" class="button" aria-disabled={working}>
          {decision ? (sure ? words.confirmYes : words.saveDecision) : words.saveAssessment}
        </button>
        {sure && (
          <button type="button" class="button secondary" onClick={() => setSure(false)}>
            {words.confirmNo}
          </button>
        )}
      </div>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
