/** What can be done with a request now: one part to open for each step, the likeliest first and open. */
import { ConfirmDialog } from "@tillit/web-kit";
import { Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { api } from "../../api/api-client.ts";
import type { RequestView, Session } from "../../api/wire.ts";
import { Failure, Note } from "../../page/notice.tsx";
import { useTexts } from "../../texts/language.ts";
import { CommandForm } from "./command-form.tsx";
import { formsFor, ownSource } from "./commands.ts";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

interface OwnWorkProps {
  readonly request: RequestView;
  readonly onTaken: (step: string) => void;
}

/** What the service does itself when it is asked to: collect its own source, erase what was decided. */
function OwnWork({ request, onTaken }: OwnWorkProps) {
  const { texts } = useTexts();
  const words = texts.requests;
  const [working, setWorking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { id, yours, sources, right, executed, decision } = request;
  const param = { param: { id } };
  const collects =
    yours.includes("AnswerSource") &&
    sources.some(({ source, status }) => source === ownSource && status === "open");
  const erases =
    right === "erasure" && yours.includes("ExecuteErasure") && !executed && decision?.outcome !== "refused";
  const run = async (step: string, work: () => Promise<unknown>): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      await work();
      onTaken(step);
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
            aria-disabled={working}
            onClick={() => void run(words.collect, () => api.desk.requests[":id"].collection.$post(param))}
          >
            {words.collect}
          </button>
          <p class="hint">{words.collectHint}</p>
        </div>
      )}
      {erases && (
        <div class="step">
          <button type="button" class="button danger" aria-disabled={working} onClick={() => setAsking(true)}>
            {words.erase}
          </button>
          <p class="hint">{words.eraseHint}</p>
          <ConfirmDialog
            open={asking}
            danger
            title={words.erase}
            confirmLabel={words.eraseYes}
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              void run(words.erase, () => api.desk.requests[":id"].erasure.$post(param));
            }}
          >
            <p>{words.eraseSure}</p>
          </ConfirmDialog>
        </div>
      )}
      <p role="status">{working ? words.working : ""}</p>
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
  const [said, setSaid] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  /** The form of the step goes away: the reader goes on from the heading above what can be done next. */
  const taken = (step: string): void => {
    setSaid(words.stepTaken(step));
    title.current?.focus();
    onTaken();
  };
  return (
    <section aria-labelledby="steps-title" class="panel">
      <h2 id="steps-title" ref={title} tabIndex={-1}>
        {words.steps}
      </h2>
      <div role="status">{said !== "" && <Note kind="good">{said}</Note>}</div>
      {closed && <p>{words.done}</p>}
      {!closed && forms.length === 0 && request.yours.length === 0 && <p>{words.noSteps}</p>}
      <OwnWork key={request.history.length} request={request} onTaken={taken} />
      {forms.map((form, index) => (
        <Fragment key={`${form.type}-${request.history.length}`}>
          {index === 1 && <h3>{words.otherSteps}</h3>}
          <details open={index === 0} class="step">
            <summary>{names[form.type] ?? form.type}</summary>
            {hints[form.type] !== undefined && <p class="hint">{hints[form.type]}</p>}
            <CommandForm
              form={form}
              request={request}
              session={session}
              onTaken={() => taken(names[form.type] ?? form.type)}
            />
          </details>
        </Fragment>
      ))}
    </section>
  );
}
