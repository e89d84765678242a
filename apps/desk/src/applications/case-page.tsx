/** One case: facts, sealed answers, assessment and decision, retention, history. */
import { referenceNumber } from "@tillit/application-case";
import { api, until, valueOf } from "../api/api-client.ts";
import type { CaseView, Session } from "../api/wire.ts";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { has } from "../rights.ts";
import { CaseTransfers } from "../transfers/case-transfers.tsx";
import { useResource } from "../page/use-resource.ts";
import { assignmentList, statusClass, statusText } from "../texts/codes.ts";
import { showTime, useTexts } from "../texts/language.ts";
import { ContentPanel } from "./content/content-panel.tsx";
import { DispositionPanel } from "./disposition-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { PlacementPanel } from "./placement/placement-panel.tsx";
import { WordsPanel } from "./words-panel.tsx";

interface Props {
  readonly id: string;
  readonly session: Session;
  readonly onUnlock: () => void;
}

function Facts({ view }: { readonly view: CaseView }) {
  const { texts, lang } = useTexts();
  return (
    <dl class="facts" aria-label={texts.case.facts}>
      <dt>{texts.inbox.status}</dt>
      <dd>
        <span class={statusClass(view.status)}>{statusText(view.status, texts)}</span>
      </dd>
      <dt>{texts.case.received}</dt>
      <dd>{showTime(view.receivedAt, lang)}</dd>
      {view.sealedFor !== undefined && (
        <>
          <dt>{texts.case.from}</dt>
          <dd>{view.sealedFor.name}</dd>
        </>
      )}
      <dt>{texts.inbox.receipt}</dt>
      <dd>{referenceNumber(view.id)}</dd>
      <dt>{texts.inbox.assignments}</dt>
      <dd>{assignmentList(view.assignments, texts)}</dd>
    </dl>
  );
}

export function CasePage({ id, session, onUnlock }: Props) {
  const { texts, lang } = useTexts();
  const { resource, reload } = useResource(
    `case-${id}`,
    (signal) => valueOf(api.desk.applications[":id"].$get({ param: { id }, query: { lang } }, until(signal))),
    lang,
  );
  const number = resource.status === "ready" ? resource.value.number : id.slice(0, 8);
  return (
    <>
      <p>
        <Link to="/">{texts.case.back}</Link>
      </p>
      <PageTitle title={texts.case.title(number)} />
      <Loaded resource={resource}>
        {(view) => (
          <div class="case">
            <div class="case-main">
              <ContentPanel view={view} role={session.user.role} onAccess={reload} onUnlock={onUnlock} />
              <WordsPanel view={view} session={session} onSaved={reload} />
            </div>
            <div class="case-side">
              <Facts view={view} />
              <PlacementPanel view={view} session={session} onPlaced={reload} />
              <DispositionPanel disposition={view.disposition} />
              {has(session.user.role, "transfer:handle") &&
                session.user.unit === undefined &&
                view.restriction === undefined && <CaseTransfers view={view} onAccess={reload} />}
              <HistoryPanel history={view.history} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
