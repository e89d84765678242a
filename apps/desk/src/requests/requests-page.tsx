/** Requests from applicants about their rights, with the last day to answer. */
import { api, until, valueOf } from "../api/api-client.ts";
import { useState } from "preact/hooks";
import type { RequestRow, Session } from "../api/wire.ts";
import { Cell, RowHead } from "../page/cell.tsx";
import { Loaded } from "../page/notice.tsx";
import { PageTitle } from "../page/page-title.tsx";
import { goTo, Link } from "../page/router.tsx";
import { useResource } from "../page/use-resource.ts";
import { requestStatus, rightText } from "../texts/codes.ts";
import { showDate, useTexts } from "../texts/language.ts";
import { IntakeForm } from "./intake-form.tsx";

interface ListProps {
  readonly requests: readonly RequestRow[];
  readonly late: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}

function List({ requests, late, near }: ListProps) {
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
                {late.has(request.id) && <strong> ({words.late})</strong>}
                {near.has(request.id) && <strong> ({words.near})</strong>}
              </Cell>
              <Cell label={words.status}>{requestStatus(request.status, texts)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function idsOf(rows: readonly RequestRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

export function RequestsPage({ session }: { readonly session: Session }) {
  const { texts } = useTexts();
  const { resource } = useResource("requests", async (signal) => {
    const [{ requests }, { late, near }] = await Promise.all([
      valueOf(api.desk.requests.$get({}, until(signal))),
      valueOf(api.desk["request-alerts"].$get({}, until(signal))),
    ]);
    return { requests, late: idsOf(late), near: idsOf(near) };
  });
  return (
    <>
      <PageTitle title={texts.requests.title} />
      <Loaded resource={resource}>{(lists) => <List {...lists} />}</Loaded>
      {session.user.role === "caseworker" && <Intake />}
    </>
  );
}

function Intake() {
  const { texts } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details class="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.requests.takeInTitle}</summary>
      {open && <IntakeForm onTaken={(id) => goTo(`/begaran/${id}`)} />}
    </details>
  );
}
