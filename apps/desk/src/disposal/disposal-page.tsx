/** One disposal list: what is on it, the second person's approval, carrying it out, and the certificate. */
import type { Language } from "@tillit/law-reference";
import type { DisposalList } from "@tillit/api-contract/client";
import { useRef, useState } from "preact/hooks";
import { api, until, valueOf } from "../api/api-client.ts";
import type { Session } from "../api/wire.ts";
import { ApplicationCells, ApplicationHeads } from "../page/list/application-cells.tsx";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { useCaseNumbers } from "../page/list/case-numbers.ts";
import { Failure, Loaded, Note } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { recordName, RecordLink } from "../page/list/record-link.tsx";
import { Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { has } from "../rights.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Certificate } from "./certificate.tsx";
import { disposalTexts } from "./disposal-texts.ts";
import { KeptRecords } from "./kept-records.tsx";
import { listWordsTexts } from "./list-words-texts.ts";
import { ListWords } from "./list-words.tsx";
import { StopForm } from "./stop-form.tsx";

function answerText(answer: DisposalList["items"][number]["answer"], lang: Language): string {
  if (answer === undefined) return "–";
  const words = listWordsTexts[lang];
  if (answer.until !== undefined) return words.keptUntil(showDate(answer.until, lang));
  return words.answered[answer.kind] ?? answer.kind;
}

interface ItemsProps {
  readonly list: DisposalList;
  readonly numbers: ReadonlyMap<string, string>;
}

function Items({ list, numbers }: ItemsProps) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const said = listWordsTexts[lang];
  const executed = list.items.some(({ result }) => result !== undefined);
  const answered = list.items.some(({ answer }) => answer !== undefined);
  return (
    <section aria-labelledby="items-title">
      <h2 id="items-title">{words.items}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <ApplicationHeads />
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.window}</th>
            <th scope="col">{words.latest}</th>
            {answered && <th scope="col">{said.answer}</th>}
            {executed && <th scope="col">{words.result}</th>}
          </tr>
        </thead>
        <tbody>
          {list.items.map(({ record, application, ruleText, earliest, latest, answer, result }) => (
            <tr key={record}>
              <RowHead label={words.record}>
                {result === undefined ? (
                  <RecordLink record={record} number={numbers.get(record)} />
                ) : (
                  recordName(record, lang, numbers.get(record))
                )}
              </RowHead>
              <ApplicationCells of={application} />
              <Cell label={words.rule}>{ruleText}</Cell>
              <Cell label={words.window}>{showDate(earliest, lang)}</Cell>
              <Cell label={words.latest}>{showDate(latest, lang)}</Cell>
              {answered && <Cell label={said.answer}>{answerText(answer, lang)}</Cell>}
              {executed && (
                <Cell label={words.result}>{result === undefined ? "–" : words.results[result]}</Cell>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {list.dropped.length > 0 && (
        <>
          <h3>{words.dropped}</h3>
          <ul>
            {list.dropped.map(({ record, reason }) => (
              <li key={`${record} ${reason}`}>
                {recordName(record, lang, numbers.get(record))}: {words.reasons[reason]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface StepProps {
  readonly list: DisposalList;
  readonly onDone: (said: string) => void;
}

function NextStep({ list, onDone }: StepProps) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const [sure, setSure] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { id, status } = list;
  if (status !== "reviewing" && status !== "cooling-off") return null;
  const approving = status === "reviewing";
  const take = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    try {
      const one = api.desk.disposals[":id"];
      if (approving) await one.review.$post({ param: { id }, json: { type: "Approve" } });
      else await one.execution.$post({ param: { id } });
      onDone(approving ? words.approved : words.executed);
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
      setSure(false);
    }
  };
  return (
    <section class="panel no-print" aria-labelledby="step-title">
      <h2 id="step-title">{approving ? words.approve : words.execute}</h2>
      <p>{approving ? words.approveLead : words.executeLead}</p>
      {list.coolUntil !== undefined && <p>{words.executeAfter(showDate(list.coolUntil, lang))}</p>}
      {error !== undefined && <Failure error={error} />}
      <div role="status">{sure && <Note kind="warn">{words.sure}</Note>}</div>
      <div class="actions">
        <button
          type="button"
          class={approving ? "button" : "button danger"}
          aria-disabled={working}
          onClick={() => (approving || sure ? void take() : setSure(true))}
        >
          {approving ? words.approve : sure ? words.yes : words.execute}
        </button>
        {sure && (
          <button type="button" class="button secondary" onClick={() => setSure(false)}>
            {words.no}
          </button>
        )}
      </div>
      <p role="status">{working ? words.working : ""}</p>
    </section>
  );
}

interface ReviewProps {
  readonly list: DisposalList;
  readonly session: Session;
  readonly numbers: ReadonlyMap<string, string>;
  readonly onDone: (said: string) => void;
}

/** What the second person does, in its order: say what is to stay, approve the rest, or stop the list. */
function Review({ list, session, numbers, onDone }: ReviewProps) {
  const { role, controller } = session.user;
  if (!has(role, "disposal:approve")) return null;
  const reviewing = list.status === "reviewing";
  return (
    <>
      {reviewing && <AnswerForm list={list} controller={controller} numbers={numbers} onSaved={onDone} />}
      <NextStep list={list} onDone={onDone} />
      {(reviewing || list.status === "cooling-off") && (
        <StopForm list={list} controller={controller} onStopped={onDone} />
      )}
    </>
  );
}

export function DisposalPage({ id, session }: { readonly id: string; readonly session: Session }) {
  const { lang } = useTexts();
  const words = disposalTexts[lang];
  const [said, setSaid] = useState("");
  const facts = useRef<HTMLHeadingElement>(null);
  const { resource, reload } = useResource(`disposal-${id}`, (signal) =>
    valueOf(api.desk.disposals[":id"].$get({ param: { id } }, until(signal))),
  );
  const shown = resource.status === "ready" ? resource.value : undefined;
  const numbers = useCaseNumbers(
    [...(shown?.items ?? []), ...(shown?.dropped ?? [])].map(({ record }) => record),
  );
  const done = (message: string): void => {
    setSaid(message);
    facts.current?.focus();
    reload();
  };
  return (
    <>
      <p class="no-print">
        <Link to="/gallringslistor">{words.back}</Link>
      </p>
      <PageTitle title={words.one(id.slice(2, 10))} name={`disposal-${id}`} />
      <div role="status">{said !== "" && <Note kind="good">{said}</Note>}</div>
      <Loaded resource={resource}>
        {(list) => (
          <>
            <h2 ref={facts} tabIndex={-1} class="state">
              {words.statuses[list.status] ?? list.status}
            </h2>
            <dl class="facts">
              <dt>{words.asOf}</dt>
              <dd>{showDate(list.asOf, lang)}</dd>
              {/* The one who made the list is the first of them. */}
              <dt>{words.approvals}</dt>
              <dd>{words.of(list.approvals + 1, list.required)}</dd>
              {list.coolUntil !== undefined && (
                <>
                  <dt>{words.coolUntil}</dt>
                  <dd>{showDate(list.coolUntil, lang)}</dd>
                </>
              )}
            </dl>
            <Items list={list} numbers={numbers} />
            <KeptRecords
              list={list}
              numbers={numbers}
              mayLift={has(session.user.role, "disposal:approve")}
              onLifted={done}
            />
            <ListWords list={list} numbers={numbers} reads={has(session.user.role, "content:read")} />
            <Review list={list} session={session} numbers={numbers} onDone={done} />
            {list.status === "executed" && list.items.length > 0 && <Certificate id={id} />}
          </>
        )}
      </Loaded>
    </>
  );
}
