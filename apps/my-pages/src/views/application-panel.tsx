import type { JSX } from "preact";
import type { OwnApplication, OwnRequest } from "../my-api.ts";
import { useTexts } from "../texts/load-texts.ts";

/** A date or an instant as a date in words. */
export function dateText(value: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "Europe/Stockholm" });
  return format.format(new Date(value.length === 10 ? `${value}T12:00:00Z` : value));
}

/** Whether a request has had its answer, so that a new one makes sense. */
function isAnswered({ status }: OwnRequest): boolean {
  return status === "executed" || status === "closed";
}

function Requests(props: {
  readonly requests: readonly OwnRequest[];
  readonly language: string;
}): JSX.Element {
  const { overview, requestStatuses, otherStatus } = useTexts();
  return (
    <>
      <h3>{overview.requests}</h3>
      <ul>
        {props.requests.map((request) => (
          <li key={request.id}>
            {overview.access}: {requestStatuses[request.status] ?? otherStatus}. {overview.received}{" "}
            {dateText(request.received, props.language)}. {overview.lastDay}{" "}
            <strong>
              <time dateTime={request.lastDay}>{dateText(request.lastDay, props.language)}</time>
            </strong>
            .
          </li>
        ))}
      </ul>
    </>
  );
}

/** One receiver's application: where it stands, in plain words, and what can be done. */
export function ApplicationPanel(props: {
  readonly application: OwnApplication;
  readonly language: string;
  /** Names of assignments by code; codes are shown until they are here. */
  readonly assignmentNames: Readonly<Record<string, string>>;
  /** Left undefined where the answers cannot be read. */
  readonly onRead: (() => void) | undefined;
  readonly onWithdraw: () => void;
  readonly onAsk: () => void;
  /** Left undefined where there is no receipt to use them with. */
  readonly onRights?: (() => void) | undefined;
}): JSX.Element {
  const texts = useTexts();
  const { overview, statuses, outcomes, otherStatus } = texts;
  const { application, language } = props;
  const { controllerName, status, decision, openedAt, requests } = application;
  const words =
    (decision === undefined ? undefined : outcomes[decision.outcome]) ?? statuses[status] ?? otherStatus;
  const isOver = status === "withdrawn" || status === "disposed";
  const suffix = <span class="visually-hidden">{overview.of(controllerName)}</span>;
  const dates = [
    [overview.sent, application.submittedAt],
    [overview.opened, openedAt],
    [overview.decided, decision?.at],
  ] as const;
  return (
    <section class="panel" aria-label={controllerName}>
      <h2>{controllerName}</h2>
      <p>
        <span class="visually-hidden">{overview.status}: </span>
        <span class={isOver ? "status ended" : decision?.outcome === "approved" ? "status good" : "status"}>
          {words}
        </span>
      </p>
      <dl class="summary">
        {dates.map(([term, at]) =>
          at === undefined ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{dateText(at, language)}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{overview.assignments}</dt>
          {application.assignments.map((code) => (
            // The name only: what the assignment means stood in the form.
            <dd key={code}>{(props.assignmentNames[code] ?? code).split(":")[0]}</dd>
          ))}
        </div>
      </dl>
      {requests.length === 0 ? null : <Requests requests={requests} language={language} />}
      <div class="actions">
        {status === "disposed" || props.onRead === undefined ? null : (
          <button type="button" class="button" onClick={props.onRead}>
            {overview.read}
            {suffix}
          </button>
        )}
        {requests.some((request) => !isAnswered(request)) ? null : (
          <button type="button" class="button secondary" onClick={props.onAsk}>
            {overview.ask}
            {suffix}
          </button>
        )}
        {props.onRights === undefined ? null : (
          <button type="button" class="button secondary" onClick={props.onRights}>
            {overview.rights}
            {suffix}
          </button>
        )}
        {isOver || status === "decided" ? null : (
          <button type="button" class="button danger" onClick={props.onWithdraw}>
            {overview.withdraw}
            {suffix}
          </button>
        )}
      </div>
    </section>
  );
}
