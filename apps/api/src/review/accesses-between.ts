/** The accesses of a span of the log with what was known about each case when it was read. */
import { closedDaysAt, placementAt, type SeenAccess } from "@tillit/access-review";
import type { CalendarDate } from "@tillit/civil-time";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { reachesMatter, unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { idIn, isOf, load, type Logged } from "../kernel/load.ts";
import { breath } from "../kernel/yield-to-event-loop.ts";
import { type CaseRow, readEntry, type Unit } from "@tillit/record-store";

const page = 1000;

export interface Span {
  readonly from: number;
  readonly size: number;
  /** Last Swedish day that belongs. */
  readonly to: CalendarDate;
}

export interface Found {
  /** The day of the first entry of the span, whatever it is about. */
  readonly firstDay: CalendarDate | undefined;
  /** Where the next span begins. */
  readonly end: number;
  readonly accesses: readonly SeenAccess[];
}

/** A reviewer of a unit sees accesses to the unit's records; guarded ones are among them, by record id. */
export async function accessesBetween(deps: Deps, staff: Session, span: Span): Promise<Found> {
  const events: Logged<"access">[] = [];
  const flagged = new Set<string>();
  let end = span.from;
  let firstDay: CalendarDate | undefined;
  reading: while (end < span.size) {
    const from = end;
    const entries = await deps.store.read(staff.controller, (unit) =>
      unit.log.entries(from, Math.min(page, span.size - from)),
    );
    if (entries.length === 0) break;
    await breath();
    for (const { seq, entry } of entries) {
      const event = readEntry(seq, entry);
      const day = dayOf(event.at);
      firstDay ??= day;
      if (day > span.to) break reading;
      end = seq + 1;
      if (isOf(event, "access") && event.by !== "applicant") events.push(event);
      if (isOf(event, "access-flag")) flagged.add(`${event.by} ${idIn(event)}`);
    }
  }
  const accesses = await deps.store.read(staff.controller, (unit) => known(unit, staff, events, flagged));
  return { firstDay, end, accesses };
}

async function known(
  unit: Unit,
  staff: Session,
  events: readonly Logged<"access">[],
  flagged: ReadonlySet<string>,
): Promise<readonly SeenAccess[]> {
  const records = [...new Set(events.map(idIn))];
  const rows = new Map<string, CaseRow>();
  for (let n = 0; n < records.length; n += 500) {
    for (const row of await unit.projections.casesOf(records.slice(n, n + 500))) rows.set(row.id, row);
  }
  const placed = new Map<string, readonly Logged<"placement">[]>();
  for (const record of records) {
    if (rows.get(record)?.placement !== undefined || !rows.has(record))
      placed.set(record, await load(unit, "placement", record));
  }
  const reach = unitReach(staff);
  return events
    .filter((event) => reachesMatter(reach, rows.get(idIn(event))))
    .map((event): SeenAccess => {
      const { seq, at, by } = event;
      const record = idIn(event);
      const placement = placementAt(placed.get(record) ?? [], seq);
      const closed = rows.get(record)?.decidedAt;
      return {
        seq,
        record,
        at,
        by,
        guarded: placement?.protectedIdentity === true,
        assignees: placement?.assignees ?? [],
        closedDays: closedDaysAt(closed === undefined ? undefined : dayOf(closed), dayOf(at)),
        flagged: flagged.has(`${by} ${record}`),
      };
    });
}

function dayOf(at: string): CalendarDate {
  return swedishDay(new Date(at));
}
