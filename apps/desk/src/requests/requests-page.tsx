/** Requests from applicants about their rights, with the last day to answer. */
import type { IntakeProps } from "./intake-form.tsx";
import { requestPage } from "../api/lists.ts";
import { useState } from "preact/hooks";
import type { ListedRequest, Session } from "../api/wire.ts";
import { Cell, RowHead } from "../page/list/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { MoreRows, usePages } from "../page/list/pages.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { goTo, Link } from "../page/router.tsx";
import { requestStatus, rightText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { lazyPage } from "../page/lazy-page.tsx";

/** Fetched when it is opened: which day counts is a calendar of its own. */
const IntakeForm = lazyPage<IntakeProps>(async () => (await import("./intake-form.tsx")).IntakeForm);

function List({ requests }: { readonly requests: readonly ListedRequest[] }) {
  const { texts, lang } = useTexts();
  const words = texts.requests;
  if (requests.length === 0) return <p>{words.empty}</p>;
  return (
    <>
      <p>{words.lead}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.right}</th>
            <th scope="col">{words.received}</th>
            <th scope="col">{words.lastDay}</th>
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <RowHead label={words.right}>
                <Link to={`/begaran/${request.id}`}>{rightText(request.right, texts)}</Link>
              </RowHead>
              <Cell label={words.received}>{showDate(request.received, lang)}</Cell>
              <Cell label={words.lastDay}>
                {showDate(request.lastDay, lang)}
                {request.urgency === "late" && <strong> ({words.late})</strong>}
                {request.urgency === "near" && <strong> ({words.near})</strong>}
              </Cell>
              <Cell label={words.status}>{requestStatus(request.status, texts)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function RequestsPage({ session }: { readonly session: Session }) {
  const { texts } = useTexts();
  const pages = usePages("requests", requestPage);
  return (
    <>
      <PageTitle title={texts.requests.title} />
      <Loaded resource={pages.resource}>{({ rows }) => <List requests={rows} />}</Loaded>
      <MoreRows pages={pages} />
      {session.user.role === "caseworker" && <Intake controller={session.user.controller} />}
    </>
  );
}

function Intake({ controller }: { readonly controller: string }) {
  const { texts } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.requests.takeInTitle}</summary>
      {open && <IntakeForm controller={controller} onTaken={(id) => goTo(`/begaran/${id}`)} />}
    </details>
  );
}
