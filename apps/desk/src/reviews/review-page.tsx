/** One review: each access with why it is here, judged one by one, and the signature. */
import type { AccessReviewDetail } from "@tillit/api/client";
import { useRef, useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { actorText } from "../texts/codes.ts";
import { showDate, showTime, useTexts } from "../texts/language.ts";
import { reviewTexts } from "./review-texts.ts";
import type { ReviewedAccess } from "./reviewed-access.ts";
import { VerdictForm } from "./verdict-form.tsx";

interface EntryProps {
  readonly review: AccessReviewDetail;
  readonly access: ReviewedAccess;
  readonly session: Session;
  readonly onJudged: () => void;
}

function Entry({ review, access, session, onJudged }: EntryProps) {
  const { texts, lang } = useTexts();
  const words = reviewTexts[lang];
  const { seq, at, by, part, purpose, record, why, verdict } = access;
  const parts: Readonly<Record<string, string>> = texts.case.section;
  const own = by.endsWith(`:${session.user.ref}`);
  return (
    <li class="panel">
      <h3 id={`entry-${seq}`}>{words.entry(seq)}</h3>
      <dl class="facts">
        <dt>{words.at}</dt>
        <dd>
          <time dateTime={at}>{showTime(at, lang)}</time>
        </dd>
        <dt>{words.who}</dt>
        <dd>{actorText(by, texts)}</dd>
        <dt>{words.record}</dt>
        <dd>
          <Link to={`/arende/${record}`}>{record.slice(0, 8)}</Link>
        </dd>
        <dt>{words.what}</dt>
        <dd>
          {parts[part] ?? part}, {words.purposes[purpose] ?? purpose}
        </dd>
        <dt>{words.why}</dt>
        <dd>{why.map((code) => words.reasons[code] ?? code).join(", ")}</dd>
        {verdict !== undefined && (
          <>
            <dt>{words.verdict}</dt>
            <dd>
              <strong>{words.choices[verdict] ?? verdict}</strong>
            </dd>
          </>
        )}
      </dl>
      {review.status === "open" && own && <p>{words.own}</p>}
      {review.status === "open" && !own && (
        <VerdictForm
          key={verdict ?? ""}
          review={review.id}
          access={access}
          session={session}
          onJudged={onJudged}
        />
      )}
    </li>
  );
}

function Signature({ review, onSigned }: { readonly review: string; readonly onSigned: () => void }) {
  const { lang } = useTexts();
  const words = reviewTexts[lang];
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const sign = (): void => {
    setWorking(true);
    valueOf(api.desk.audit.reviews[":id"].signature.$post({ param: { id: review } })).then(
      onSigned,
      (failure: unknown) => {
        setError(failure);
        setWorking(false);
      },
    );
  };
  return (
    <section class="panel" aria-labelledby="sign-title">
      <h2 id="sign-title">{words.sign}</h2>
      <p>{words.signLead}</p>
      {error !== undefined && <Failure error={error} />}
      <button type="button" class="button" disabled={working} onClick={sign}>
        {words.sign}
      </button>
    </section>
  );
}

export function ReviewPage({ id, session }: { readonly id: string; readonly session: Session }) {
  const { texts, lang } = useTexts();
  const words = reviewTexts[lang];
  const [said, setSaid] = useState("");
  const list = useRef<HTMLHeadingElement>(null);
  const { resource, reload } = useResource(`review-${id}`, (signal) =>
    valueOf(api.desk.audit.reviews[":id"].$get({ param: { id } }, until(signal))),
  );
  const done = (message: string): void => {
    setSaid(message);
    list.current?.focus();
    reload();
  };
  const { from, to } = resource.status === "ready" ? resource.value.period : { from: "", to: "" };
  return (
    <>
      <p>
        <Link to="/logg">{words.back}</Link>
      </p>
      <PageTitle
        title={from === "" ? words.title : words.one(showDate(from, lang), showDate(to, lang))}
        name={`review-${id}`}
      />
      <div role="status">{said !== "" && <Note kind="good">{said}</Note>}</div>
      <Loaded resource={resource}>
        {(review) => (
          <>
            <h2 ref={list} tabIndex={-1} class="state">
              {words.statuses[review.status] ?? review.status}
            </h2>
            <dl class="facts">
              <dt>{words.of}</dt>
              <dd>{review.unit ?? words.whole}</dd>
              <dt>{words.sample}</dt>
              <dd class="fingerprint">{review.sample}</dd>
              {review.signedBy !== undefined && (
                <>
                  <dt>{words.signedBy}</dt>
                  <dd>{actorText(review.signedBy, texts)}</dd>
                </>
              )}
            </dl>
            {review.status === "open" && review.accesses.every(({ verdict }) => verdict !== undefined) && (
              <Signature review={review.id} onSigned={() => done(words.signed)} />
            )}
            <ol class="words-list">
              {review.accesses.map((access) => (
                <Entry
                  key={access.seq}
                  review={review}
                  access={access}
                  session={session}
                  onJudged={() => done(words.judged)}
                />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </>
  );
}
