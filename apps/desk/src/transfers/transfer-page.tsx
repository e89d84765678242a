/** One hand-over, from either side: where it stands, what it is, and what this side may do now. */
import { referenceNumber } from "@tillit/application-case";
import type { TransferDetail } from "@tillit/api-contract/client";
import { useRef, useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { showDate, showTime, useTexts } from "../texts/language.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { Contents } from "./offer/contents.tsx";
import { RefusalWords } from "./refusal-words.tsx";
import { transferTexts } from "./texts/transfer-texts.ts";
import { TransferState } from "./transfers-page.tsx";
import { WithdrawPanel } from "./withdraw-panel.tsx";

interface Props {
  readonly id: string;
  readonly session: Session;
  readonly onUnlock: () => void;
}

function Facts({ offer, own }: { readonly offer: TransferDetail; readonly own: string }) {
  const { texts, lang } = useTexts();
  const words = transferTexts[lang];
  const { record, number, offeredAt, state } = offer;
  const isSender = offer.sender === own;
  const reachable = number !== undefined && !(isSender && offer.gone);
  return (
    <dl class="facts" aria-label={texts.case.facts}>
      <dt>{words.state}</dt>
      <dd>
        <TransferState state={state} />
      </dd>
      <dt>{words.from}</dt>
      <dd>{offer.senderName}</dd>
      <dt>{words.to}</dt>
      <dd>{offer.receiverName}</dd>
      <dt>{words.offered}</dt>
      <dd>{showDate(offeredAt, lang)}</dd>
      {reachable && (
        <>
          <dt>{words.number}</dt>
          <dd>
            <Link to={`/arende/${record}`}>{words.openCase(number)}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Standing({ offer, own }: { readonly offer: TransferDetail; readonly own: string }) {
  const words = transferTexts[useTexts().lang];
  const isSender = offer.sender === own;
  if (offer.state === "offered") return isSender ? <p>{words.waiting}</p> : null;
  if (offer.state !== "accepted") return null;
  if (offer.gone) return <Note kind="good">{words.done}</Note>;
  if (!isSender) return <p>{words.senderKeeps}</p>;
  return (
    <p>
      {words.sent} <Link to="/gallringslistor">{words.toLists}</Link>
    </p>
  );
}

function History({ offer }: { readonly offer: TransferDetail }) {
  const { lang } = useTexts();
  const words = transferTexts[lang];
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{words.progress}</h2>
      <ol class="history">
        {offer.history.map(({ type, at }) => (
          <li key={`${type} ${at}`}>
            <time dateTime={at}>{showTime(at, lang)}</time> {words.events[type] ?? type}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function TransferPage({ id, session, onUnlock }: Props) {
  const words = transferTexts[useTexts().lang];
  const own = session.user.controller;
  const [said, setSaid] = useState("");
  const status = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const { resource } = useResource(
    `transfer-${id}`,
    (signal) => valueOf(api.desk.transfers[":id"].$get({ param: { id } }, until(signal))),
    String(round),
  );
  const done = (message: string): void => {
    setSaid(message);
    setRound(round + 1);
    status.current?.focus();
  };
  return (
    <>
      <p class="no-print">
        <Link to="/overlamnanden">{words.back}</Link>
      </p>
      <PageTitle
        title={words.one(resource.status === "ready" ? referenceNumber(resource.value.record) : "…")}
        name={`transfer-${id}`}
      />
      <div role="status" ref={status} tabIndex={-1}>
        {said !== "" && <Note kind="good">{said}</Note>}
      </div>
      <Loaded resource={resource}>
        {(offer) => (
          <>
            <Facts offer={offer} own={own} />
            <Standing offer={offer} own={own} />
            {offer.state === "declined" && offer.words !== undefined && (
              <RefusalWords offer={offer} own={own} onUnlock={onUnlock} />
            )}
            {offer.state === "offered" && offer.receiver === own && (
              <AnswerPanel offer={offer} own={own} onUnlock={onUnlock} onDone={done} />
            )}
            {offer.state === "offered" && offer.sender === own && (
              <WithdrawPanel id={id} onDone={() => done(words.withdrawn)} />
            )}
            <Contents {...offer} />
            <History offer={offer} />
          </>
        )}
      </Loaded>
    </>
  );
}
