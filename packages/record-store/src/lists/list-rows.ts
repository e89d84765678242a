/** Rows of the lists, as the tables have them and as the store gives them. */
import type { Selectable } from "kysely";
import type { CaseRow, RequestRow } from "../store.ts";
import type { CaseTable, RequestTable } from "../schema/tables.ts";

/** The day of a case that nobody has asked about. */
export const endOfTime = "9999-12-31";

/** A case as its table row. */
export function fromCase(controller: string, row: CaseRow): Omit<CaseTable, "next_day"> {
  const assignees = row.placement?.assignees ?? [];
  return {
    controller,
    id: row.id,
    app: row.app,
    number: row.number,
    received_at: row.receivedAt,
    status: row.status,
    assignments: JSON.stringify(row.assignments),
    opened_at: row.openedAt ?? null,
    decided_at: row.decidedAt ?? null,
    outcome: row.outcome ?? null,
    last_entry: row.lastEntry,
    unit: row.placement?.unit ?? null,
    assignees: assignees.length === 0 ? null : JSON.stringify(assignees),
    guarded: row.placement?.protectedIdentity === true ? 1 : 0,
  };
}

export function caseOf(row: Selectable<CaseTable>): CaseRow {
  return {
    id: row.id,
    app: row.app,
    number: row.number,
    receivedAt: row.received_at,
    status: row.status,
    assignments: JSON.parse(row.assignments) as string[],
    openedAt: row.opened_at ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    outcome: row.outcome ?? undefined,
    lastEntry: row.last_entry,
    ...placementOf(row),
    ...(row.next_day === endOfTime ? {} : { due: row.next_day }),
  };
}

function placementOf({ unit, assignees, guarded }: Selectable<CaseTable>): Pick<CaseRow, "placement"> {
  if (unit === null && assignees === null && guarded === 0) return {};
  const named = assignees === null ? [] : (JSON.parse(assignees) as string[]);
  return {
    placement: {
      ...(unit === null ? {} : { unit }),
      assignees: named,
      protectedIdentity: guarded === 1,
    },
  };
}

export function requestOf(row: Selectable<RequestTable>): RequestRow {
  const { id, application, right, status, received } = row;
  return {
    id,
    application,
    right,
    status,
    received,
    lastDay: row.last_day,
    restricted: row.restricted === 1,
  };
}
