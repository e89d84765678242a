/** Preparing a hand-over: what the rules say, to whom, what goes, and sealing it to the receiver's keys here. */
import { api, until, valueOf } from "../../api/api-client.ts";
import type { CaseView, Session } from "../../api/wire.ts";
import { Provisions, Reasons, Window } from "../../applications/disposition-panel.tsx";
import { Loaded, Note } from "../../page/notice.tsx";
import { PageTitle } from "../../page/page-title.tsx";
import { goTo, Link } from "../../page/router.tsx";
import { useResource } from "../../page/use-resource.ts";
import { dispositionStatus, dispositionText, transferText } from "../../texts/codes.ts";
import { useTexts } from "../../texts/language.ts";
import { useRef, useState } from "preact/hooks";
import { FactsForm } from "./facts-form.tsx";
import { OfferForm } from "./offer-form.tsx";
import { transferTexts } from "../texts/transfer-texts.ts";

interface LawProps {
  readonly view: CaseView;
  readonly stated: boolean;
  readonly onStated: () => void;
}

function Law({ view, stated, onStated }: LawProps) {
  const { texts, lang } = useTexts();
  const words = transferTexts[lang];
  const { disposition } = view;
  const status = useRef<HTMLDivElement>(null);
  const goes = disposition.transferTo !== undefined;
  return (
    <section class="panel" aria-labelledby="law-title">
      <h2 id="law-title">{words.law}</h2>
      <p>{goes ? words.allowed : words.notAllowed}</p>
      <dl class="facts">
        <dt>{texts.retention.outcome}</dt>
        <dd>
          {dispositionText(disposition.outcome, texts)}
          {disposition.transferTo !== undefined && ` (${transferText(disposition.transferTo, texts)})`}
        </dd>
        <dt>{texts.retention.status}</dt>
        <dd>{dispositionStatus(disposition, texts)}</dd>
        <dt>{texts.retention.window}</dt>
        <dd>
          <Window disposition={disposition} />
        </dd>
        <dt>{texts.retention.law}</dt>
        <dd>
          <Provisions disposition={disposition} />
        </dd>
      </dl>
      <Reasons disposition={disposition} />
      <div role="status" ref={status} tabIndex={-1} class="shown">
        {stated && <Note kind="good">{words.stated}</Note>}
      </div>
      <details open={!goes}>
        <summary>{words.facts}</summary>
        <FactsForm
          record={view.id}
          onStated={() => {
            // The form may fold away: the reader goes on from what the rules say now.
            status.current?.focus();
            onStated();
          }}
        />
      </details>
    </section>
  );
}

interface Props {
  readonly id: string;
  readonly session: Session;
  readonly onUnlock: () => void;
}

export function OfferPage({ id, session, onUnlock }: Props) {
  const { lang } = useTexts();
  const words = transferTexts[lang];
  const [stated, setStated] = useState(0);
  const { resource } = useResource(
    `offer-${id}`,
    async (signal) => {
      const [view, { controllers }] = await Promise.all([
        valueOf(api.desk.applications[":id"].$get({ param: { id }, query: { lang } }, until(signal))),
        valueOf(api.controllers.$get({}, until(signal))),
      ]);
      const own = session.user.controller;
      const receivers = controllers.filter((one) => one.kind === "public-authority" && one.id !== own);
      return { view, receivers };
    },
    `${lang}-${stated}`,
  );
  return (
    <>
      <p>
        <Link to={`/arende/${id}`}>{words.backToCase}</Link>
      </p>
      <PageTitle title={words.prepare} name={`offer-${id}`} />
      <p>{words.prepareLead}</p>
      <Loaded resource={resource}>
        {({ view, receivers }) => (
          <>
            <Law view={view} stated={stated > 0} onStated={() => setStated(stated + 1)} />
            {view.disposition.transferTo === undefined ? (
              <p>{words.notYet}</p>
            ) : (
              <OfferForm
                view={view}
                receivers={receivers}
                onUnlock={onUnlock}
                onOffered={(transfer) => goTo(`/overlamnanden/${transfer}`)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
