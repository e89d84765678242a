/** One review: each access with why it is here, judged one by one, and the signature. */
import { sealingContexts } from "@tillit/application-case";
import type { AccessReviewDetail } from "@tillit/api-contract/client";
import { useRef, useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { useCaseNumbers } from "../page/list/case-numbers.ts";
import { RecordLink } from "../page/list/record-link.tsx";
import { Link } from "../page/router.tsx";
import { SealedReader } from "../page/sealed/sealed-reader.tsx";
import { useResource } from "../page/use-resource.ts";
import { actorText } from "../texts/codes.ts";
import { showDate, showTime, useTexts } from "../texts/language.ts";
import { reviewTexts } from "./review-texts.ts";
import type { ReviewedAccess } from "./reviewed-access.ts";
import type { HeldKey } from "../unlock/vault.ts";
import { VerdictForm } from "./verdict-form.tsx";

interface EntryProps {
  readonly review: AccessReviewDetail;
  readonly access: ReviewedAccess;
  readonly session: Session;
  readonly numbers: ReadonlyMap<string, string>;
  readonly onJudged: () => void;
}

/** A section by its name; sealed words by an id of their own, which says nothing to a reader. */
function usePartName(): (part: string) => string {
  const { texts, lang } = useTexts();
  const sections: Readonly<Record<string, string>> = texts.case.section;
  const { envelope, words } = reviewTexts[lang].parts;
  return (part) => {
    if (part === "envelope") return envelope;
    if (part.startsWith("file-")) return texts.requests.file(part.slice(5));
    return sections[part] ?? (/^[0-9a-f]{32}$/u.test(part) ? words : part);
  };
}

async function openVerdictWords(review: string, words: string, key: HeldKey): Promise<string> {
  const { openText } = await import("../crypto/words.ts");
  const one = api.desk.audit.reviews[":id"].words[":words"];
  const sealed = await valueOf(one.$get({ param: { id: review, words } }));
  return openText(
    sealed,
    sealingContexts.review,
    { app: review, controller: key.controller },
    key.decapsulator,
  );
}

function isOwn({ by }: ReviewedAccess, session: Session): boolean {
  return by.endsWith(`:${session.user.ref}`);
}

function Entry({ review, access, session, numbers, onJudged }: EntryProps) {
  const { texts, lang } = useTexts();
  const words = reviewTexts[lang];
  const { seq, at, by, part, purpose, record, why, verdict, words: said } = access;
  const partName = usePartName();
  const own = isOwn(access, session);
  return (
    <li class="panel">
      <h3 id={`entry-${seq}`} tabIndex={-1} class="shown">
        {words.entry(seq)}
      </h3>
      <dl class="facts">
        <dt>{words.at}</dt>
        <dd>
          <time dateTime={at}>{showTime(at, lang)}</time>
        </dd>
        <dt>{words.who}</dt>
        <dd>{actorText(by, texts)}</dd>
        <dt>{words.record}</dt>
        <dd>
          <RecordLink record={record} number={numbers.get(record)} />
        </dd>
        <dt>{words.what}</dt>
        <dd>
          {partName(part)}, {words.purposes[purpose] ?? purpose}
        </dd>
        <dt>{words.why}</dt>
        <dd>{why.map((code) => words.reasons[code]).join(", ")}</dd>
        {verdict !== undefined && (
          <>
            <dt>{words.verdict}</dt>
            <dd>
              <strong>{words.choices[verdict] ?? verdict}</strong>
            </dd>
          </>
        )}
      </dl>
      {said !== undefined && (
        <SealedReader label={words.read} open={(key) => openVerdictWords(review.id, said, key)} />
      )}
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
      <button type="button" class="button" aria-disabled={working} onClick={sign}>
        {words.sign}
      </button>
    </section>
  );
}

function left({ accesses }: AccessReviewDetail): number {
  return accesses.filter(({ verdict }) => verdict === undefined).length;
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
  /** On to the entry that is judged next; to the top when that was the last. */
  const judged = (review: AccessReviewDetail, seq: number): void => {
    const left = review.accesses.filter(
      (one) => one.verdict === undefined && one.seq !== seq && !isOwn(one, session),
    );
    const next = left.find((one) => one.seq > seq) ?? left[0];
    done(words.judged);
    if (next !== undefined) document.getElementById(`entry-${next.seq}`)?.focus();
  };
  const shown = resource.status === "ready" ? resource.value : undefined;
  const numbers = useCaseNumbers(shown?.accesses.map(({ record }) => record));
  const { from, to } = shown?.period ?? { from: "", to: "" };
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
              {review.signedBy !== undefined && (
                <>
                  <dt>{words.signedBy}</dt>
                  <dd>{actorText(review.signedBy, texts)}</dd>
                </>
              )}
            </dl>
            {review.status === "open" && left(review) > 0 && <p>{words.leftToJudge(left(review))}</p>}
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
                  numbers={numbers}
                  onJudged={() => judged(review, access.seq)}
                />
              ))}
            </ol>
            <p class="hint">
              {words.sample}: <span class="fingerprint">{review.sample}</span>
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}
