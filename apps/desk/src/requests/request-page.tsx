/** One request about a right: where it stands, until when and why, and the steps that can be taken now. */
import { api, until, valueOf } from "../api/api-client.ts";
import type { RequestView, Session } from "../api/wire.ts";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { has } from "../rights.ts";
import { actorText, lawText, requestStatus, rightText } from "../texts/codes.ts";
import { showDate, showTime, useTexts } from "../texts/language.ts";
import { ExportPanel } from "./answer/export-panel.tsx";
import { ItemsPanel } from "./answer/items-panel.tsx";
import { LettersPanel } from "./letters/letters.tsx";
import { RequestSteps } from "./steps/request-steps.tsx";
import { RequestWords } from "./request-words.tsx";

function Facts({ request }: { readonly request: RequestView }) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  const choices: Readonly<Record<string, string>> = words.choices;
  const decisions: Readonly<Record<string, string>> = words.decisions;
  const laws = [...new Set(request.trace.map(({ law }) => lawText(law, lang)))];
  return (
    <section aria-labelledby="facts-title" class="panel">
      <h2 id="facts-title">{words.about}</h2>
      <dl class="facts">
        <dt>{words.status}</dt>
        <dd>{requestStatus(request.status, texts)}</dd>
        <dt>{words.received}</dt>
        <dd>{showDate(request.received, lang)}</dd>
        <dt>{words.lastDay}</dt>
        <dd>
          <strong>{showDate(request.lastDay, lang)}</strong>
        </dd>
        {request.extended && (
          <>
            <dt>{words.extendedTime}</dt>
            <dd>{texts.yes}</dd>
          </>
        )}
        {request.protection.length > 0 && (
          <>
            <dt>{words.fields.protection}</dt>
            <dd>{request.protection.map((one) => choices[one] ?? one).join(", ")}</dd>
          </>
        )}
        {request.restricted && (
          <>
            <dt>{words.restrictedNow}</dt>
            <dd>{request.liftOn === undefined ? texts.yes : showDate(request.liftOn, lang)}</dd>
          </>
        )}
        {request.decision !== undefined && (
          <>
            <dt>{words.decided}</dt>
            <dd>
              {decisions[request.decision.outcome] ?? request.decision.outcome},{" "}
              {showDate(request.decision.signedOn, lang)}
            </dd>
          </>
        )}
        {request.appealLastDay !== undefined && (
          <>
            <dt>{words.appealBy}</dt>
            <dd>{showDate(request.appealLastDay, lang)}</dd>
          </>
        )}
        {laws.length > 0 && (
          <>
            <dt>{texts.retention.law}</dt>
            <dd>{laws.join("; ")}</dd>
          </>
        )}
        <dt>{words.application}</dt>
        <dd>
          <Link to={`/arende/${request.application}`}>{words.toCase}</Link>
        </dd>
      </dl>
    </section>
  );
}

function History({ request }: { readonly request: RequestView }) {
  const { texts, lang } = useTexts();
  return (
    <section aria-labelledby="history-title" class="panel">
      <h2 id="history-title">{texts.case.history}</h2>
      <ol class="history">
        {request.history.toReversed().map((entry, index) => (
          <li key={`${entry.at}-${index}`}>
            <time dateTime={entry.at}>{showTime(entry.at, lang)}</time>
            <span>
              {(texts.requests.events as Readonly<Record<string, string>>)[entry.type] ?? entry.type}
            </span>
            {entry.by !== undefined && <span class="muted">{actorText(entry.by, texts)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function RequestPage({ id, session }: { readonly id: string; readonly session: Session }) {
  const { texts } = useTexts();
  const { resource, reload } = useResource(`request-${id}`, (signal) =>
    valueOf(api.desk.requests[":id"].$get({ param: { id } }, until(signal))),
  );
  const right = resource.status === "ready" ? rightText(resource.value.right, texts) : "";
  return (
    <>
      <p>
        <Link to="/begaran">{texts.requests.back}</Link>
      </p>
      <PageTitle title={texts.requests.one(right)} name={`request-${id}`} />
      <Loaded resource={resource}>
        {(request) => (
          <div class="case">
            <div>
              <RequestSteps request={request} session={session} onTaken={reload} />
              <ItemsPanel request={request} session={session} onTaken={reload} />
              <RequestWords request={request} reads={has(session.user.role, "content:read")} />
              <ExportPanel request={request} session={session} onTaken={reload} />
              {request.status !== "closed" && (
                <LettersPanel request={request} session={session} onTaken={reload} />
              )}
            </div>
            <div>
              <Facts request={request} />
              <History request={request} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
