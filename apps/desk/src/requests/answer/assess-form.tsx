/** One item's outcome: given, or with provision, test and reasons why not all of it. */
import { ErrorSummary, SelectField, TextArea, type FieldFault } from "@tillit/web-kit";
import type { RequestCommand } from "@tillit/api-contract/client";
import { useState } from "preact/hooks";
import { api } from "../../api/api-client.ts";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure } from "../../page/notice.tsx";
import { useTexts } from "../../texts/language.ts";
import { keepWords } from "../keep-words.ts";

interface Props {
  readonly item: RequestView["items"][number];
  /** Stretches of the item's text that are marked to be hidden. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

/** These give all that was asked for, and need no reasons. */
const whole: ReadonlySet<string> = new Set(["disclose", "erase", "rectify", "restrict", "stop"]);
const hiding: ReadonlySet<string> = new Set(["redact", "deidentify"]);

export function AssessForm({ item, spans, request, session, onTaken }: Props) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  const [kind, setKind] = useState(request.outcomes[0] ?? "");
  const [provision, setProvision] = useState(request.provisions[0]?.id ?? "");
  const [test, setTest] = useState("");
  const [reasons, setReasons] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const partial = !whole.has(kind);
  const tests = request.provisions.find(({ id }) => id === provision)?.tests ?? [];
  const chosenTest = tests.includes(test) ? test : (tests[0] ?? "");
  const name = (part: string): string => `${item.id}-${part}`;
  const faults: FieldFault[] = [];
  if (partial && reasons.trim() === "") faults.push({ field: name("reasons"), message: words.needReasons });
  if (hiding.has(kind) && spans.length === 0) faults.push({ field: name("kind"), message: words.needMarks });
  const shown = attempt === 0 ? [] : faults;
  const fault = (part: string): string | undefined =>
    shown.find(({ field }) => field === name(part))?.message;

  const save = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const { controller } = session.user;
      const harm = partial
        ? {
            provision,
            test: chosenTest,
            reasoning: await keepWords(reasons, "secrecy-test", request, controller),
          }
        : undefined;
      const outcome = {
        kind,
        ...(hiding.has(kind)
          ? { spans: spans.map((span, at) => Object.assign({ protects: `p${at + 1}` }, span)) }
          : {}),
        ...(harm === undefined ? {} : { harm }),
        // The person's own view is noted with the item when a correction is refused (SoL 14 kap. 6 §).
        ...(kind === "keep" && request.right === "rectification" ? { disputeNoted: true } : {}),
      };
      const json = { type: "AssessItem", item: item.id, outcome } as RequestCommand;
      await api.desk.requests[":id"].commands.$post({ param: { id: request.id }, json });
      onTaken();
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  const testNames: Readonly<Record<string, string>> = words.tests;
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((before) => before + 1);
        if (faults.length === 0) void save();
      }}
    >
      <ErrorSummary faults={shown} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <SelectField
        name={name("kind")}
        label={words.outcome}
        required
        value={kind}
        onChange={setKind}
        choices={request.outcomes.map((value) => ({ value, label: outcomes[value] ?? value }))}
        error={fault("kind")}
      />
      {partial && (
        <>
          <SelectField
            name={name("provision")}
            label={words.provision}
            required
            value={provision}
            onChange={setProvision}
            choices={request.provisions.map(({ id, law, text }) => ({
              value: id,
              label: `${law}: ${text[lang]}`,
            }))}
          />
          <SelectField
            name={name("test")}
            label={words.test}
            required
            value={chosenTest}
            onChange={setTest}
            choices={tests.map((value) => ({ value, label: testNames[value] ?? value }))}
          />
          <TextArea
            name={name("reasons")}
            label={words.reasons}
            hint={words.sealedHint}
            required
            value={reasons}
            onInput={setReasons}
            error={fault("reasons")}
          />
        </>
      )}
      <button type="submit" class="button" aria-disabled={working}>
        {words.stepNames.AssessItem}
      </button>
      <p role="status">{working ? words.working : ""}</p>
    </form>
  );
}
