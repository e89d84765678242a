/** What can be done with a request now: one part to open for each step, the likeliest first and open. */
import { useState } from "preact/hooks";
import { api } from "../api/api-client.ts";
import type { RequestView, Session } from "../api/wire.ts";
import { Failure } from "../page/notice.tsx";
import { useTexts } from "../texts/language.ts";
import { CommandForm } from "./command-form.tsx";
import { formsFor, ownSource } from "./commands.ts";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

/** What the service does itself when it is asked to: collect its own source, erase what was decided. */
function OwnWork({ request, onTaken }: Omit<Props, "session">) {
  const { texts } = useTexts();
  const words = texts.requests;
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { id, yours, sources, right, executed, decision } = request;
  const param = { param: { id } };
  const collects =
    yours.includes("AnswerSource") &&
    sources.some(({ source, status }) => source === ownSource && status === "open");
  const erases =
    right === "erasure" && yours.includes("ExecuteErasure") && !executed && decision?.outcome !== "refused";
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      await work();
      onTaken();
    } catch (failure) {
      setError(failure);
      setWorking(false);
    }
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      {collects && (
        <div class="step">
          <button
            type="button"
            class="button"
            disabled={working}
            onClick={() => void run(() => api.desk.requests[":id"].collection.$post(param))}
          >
            {words.collect}
          </button>
          <p class="hint">{words.collectHint}</p>
        </div>
      )}
      {erases && (
        <div class="step">
          <button
            type="button"
            class="button"
            disabled={working}
            onClick={() => void run(() => api.desk.requests[":id"].erasure.$post(param))}
          >
            {words.erase}
          </button>
          <p class="hint">{words.eraseHint}</p>
        </div>
      )}
    </>
  );
}

export function RequestSteps({ request, session, onTaken }: Props) {
  const { texts } = useTexts();
  const words = texts.requests;
  const forms = formsFor(request);
  const names: Readonly<Record<string, string>> = words.stepNames;
  const hints: Readonly<Record<string, string>> = words.stepHints;
  const closed = request.status === "closed";
  return (
    <section aria-labelledby="steps-title" class="panel">
      <h2 id="steps-title">{words.steps}</h2>
      {closed && <p>{words.done}</p>}
      {!closed && forms.length === 0 && request.yours.length === 0 && <p>{words.noSteps}</p>}
      <OwnWork key={request.history.length} request={request} onTaken={onTaken} />
      {forms.map((form, index) => (
        <details key={`${form.type}-${request.history.length}`} open={index === 0} class="step">
          <summary>{names[form.type] ?? form.type}</summary>
          {hints[form.type] !== undefined && <p class="hint">{hints[form.type]}</p>}
          <CommandForm form={form} request={request} session={session} onTaken={onTaken} />
        </details>
      ))}
    </section>
  );
}
