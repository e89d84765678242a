/** What has come in to the own controller: server-known columns only, no names. */
import { referenceNumber } from "@tillit/application-case";
import { SelectField } from "@tillit/web-kit";
import { useEffect, useRef, useState } from "preact/hooks";
import { applicationPage } from "../../api/lists.ts";
import type { InboxRow } from "../../api/wire.ts";
import { Cell, RowHead } from "../../page/list/cell.tsx";
import { Loaded } from "../../page/notice.tsx";
import { MoreRows, usePages } from "../../page/list/pages.tsx";
import { PageTitle } from "../../page/page-title.tsx";
import { Link } from "../../page/router.tsx";
import { DeadlineAlert, useAlerts } from "../../requests/deadline-alert.tsx";
import { has } from "../../rights.ts";
import { showDate, showTime, useTexts } from "../../texts/language.ts";
import { assignmentList, statusClass, statusText } from "../../texts/codes.ts";
import { useRowKeys } from "./use-row-keys.ts";

function Rows({ rows }: { readonly rows: readonly InboxRow[] }) {
  const { texts, lang } = useTexts();
  const anyDue = rows.some(({ due }) => due !== undefined);
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{texts.inbox.number}</th>
          <th scope="col">{texts.inbox.receipt}</th>
          <th scope="col">{texts.inbox.received}</th>
          <th scope="col">{texts.inbox.assignments}</th>
          <th scope="col">{texts.inbox.status}</th>
          {anyDue && <th scope="col">{texts.inbox.due}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowHead label={texts.inbox.number}>
              <Link to={`/arende/${row.id}`} class="row-link">
                {row.number}
              </Link>
            </RowHead>
            <Cell label={texts.inbox.receipt}>{referenceNumber(row.id)}</Cell>
            <Cell label={texts.inbox.received}>{showTime(row.receivedAt, lang)}</Cell>
            <Cell label={texts.inbox.assignments}>{assignmentList(row.assignments, texts)}</Cell>
            <Cell label={texts.inbox.status}>
              <span class={statusClass(row.status)}>{statusText(row.status, texts)}</span>
              {row.restricted === true && <span class="muted"> {texts.case.restrictedMark}</span>}
            </Cell>
            {anyDue && <Cell label={texts.inbox.due}>{showDate(row.due, lang)}</Cell>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function List({ rows }: { readonly rows: readonly InboxRow[] }) {
  const { texts } = useTexts();
  const [status, setStatus] = useState("");
  const [shortcuts, setShortcuts] = useState(true);
  const region = useRef<HTMLDivElement>(null);
  useRowKeys(region, shortcuts);
  useEffect(() => {
    if (status !== "" && !rows.some((row) => row.status === status)) setStatus("");
  }, [rows]);
  const shown = status === "" ? rows : rows.filter((row) => row.status === status);
  const statuses = [...new Set(rows.map((row) => row.status))];
  if (rows.length === 0) return <p>{texts.inbox.empty}</p>;
  return (
    <div ref={region}>
      <div class="toolbar">
        <SelectField
          name="status-filter"
          label={texts.inbox.filter}
          required
          value={status}
          onChange={setStatus}
          choices={[
            { value: "", label: texts.inbox.all },
            ...statuses.map((code) => ({ value: code, label: statusText(code, texts) })),
          ]}
        />
        <p role="status">{texts.inbox.show(shown.length, rows.length)}</p>
      </div>
      <Rows rows={shown} />
      <div class="hint shortcuts">
        <label class="option">
          <input
            type="checkbox"
            checked={shortcuts}
            onChange={(event) => setShortcuts(event.currentTarget.checked)}
          />
          <span>{texts.inbox.shortcuts}</span>
        </label>
        {shortcuts && <p>{texts.inbox.keys}</p>}
      </div>
    </div>
  );
}

export function InboxPage({ role }: { readonly role: string }) {
  const { texts } = useTexts();
  const alerts = useAlerts(has(role, "request:read"), "inbox");
  const pages = usePages("inbox", applicationPage);
  return (
    <>
      <PageTitle title={texts.inbox.title} />
      <DeadlineAlert alerts={alerts} />
      <Loaded resource={pages.resource}>{({ rows }) => <List rows={rows} />}</Loaded>
      <MoreRows pages={pages} />
    </>
  );
}
