/** Who has been given data of a record: noted as codes when it happens, told when the record is disposed of. */
import { contentHash } from "@tillit/canonical-json";
import { instant, swedishDay } from "../clock.ts";
import { append, type NewsOf } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";
import { listFor } from "../disposal/disposal-list.ts";
import { caseOf } from "../records/load-application.ts";
import { staffName } from "../kernel/staff-name.ts";
import type { Disclosure, Disposed } from "./events.ts";

export async function noteDisclosure(deps: Deps, staff: Session, record: string, given: Disclosure) {
  const { recipient, kind, on } = given;
  if (on > swedishDay(deps.clock())) throw new Problem("STATE_CONFLICT", "DAY_AHEAD");
  await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "process");
    await append(unit, "disclosure", record, "any", {
      type: "DataDisclosed",
      at: instant(deps.clock()),
      by: staffName(staff),
      data: { recipient, kind, on },
    });
  });
}

export async function disclosuresOf(deps: Deps, staff: Session, record: string) {
  return deps.store.read(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "see");
    return (await load(unit, "disclosure", record)).map(({ data }) => data);
  });
}

/** Queues a notice to every recipient of every record, in the transaction that destroys them. */
export async function queueNotices(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  {
    list,
    by,
    disposed,
  }: { readonly list: string; readonly by: string; readonly disposed: readonly Disposed[] },
): Promise<number> {
  const at = instant(deps.clock());
  const news: NewsOf<"disposal-notice">[] = [];
  for (const { record, result, rule } of disposed) {
    const told = new Map(
      (await load(unit, "disclosure", record)).map(({ data }) => [data.recipient, data.kind] as const),
    );
    for (const [recipient, kind] of told) {
      const data = { list, record, recipient, kind, result, rule, on: swedishDay(deps.clock()) };
      const notice = contentHash(data).slice(0, 32);
      news.push({ type: "RecipientNoticeQueued", at, by, data: { notice, ...data } });
    }
  }
  await append(unit, "disposal-notice", list, "any", ...news);
  return news.length;
}

/** The notices of a list, each as a machine may send it, and whether it has been. */
export async function noticesOf(deps: Deps, staff: Session, list: string) {
  return deps.store.read(staff.controller, async (unit) => {
    await listFor(unit, staff, list);
    const events = await load(unit, "disposal-notice", list);
    const settled = new Map(
      events
        .filter((event) => event.type === "RecipientNoticeSettled")
        .map(({ at, data: { notice, how } }) => [notice, { at, how }]),
    );
    return events
      .filter((event) => event.type === "RecipientNoticeQueued")
      .map(({ data: { notice, record, recipient, kind, result, rule, on } }) => {
        return {
          id: notice,
          notice: {
            format: "tillit-disposal-notice/1" as const,
            controller: unit.controller,
            record,
            recipient,
            kind,
            result,
            rule,
            on,
          },
          settled: settled.get(notice),
        };
      });
  });
}

/** @throws Problem NOT_FOUND · STATE_CONFLICT with reason NOTICE_SETTLED */
export async function settleNotice(
  deps: Deps,
  staff: Session,
  { list, notice, how }: { readonly list: string; readonly notice: string; readonly how: string },
): Promise<void> {
  await deps.store.write(staff.controller, async (unit) => {
    await listFor(unit, staff, list);
    const events = await load(unit, "disposal-notice", list);
    const about = events.filter(({ data }) => data.notice === notice);
    if (about.length === 0) throw new Problem("NOT_FOUND");
    if (about.length > 1) throw new Problem("STATE_CONFLICT", "NOTICE_SETTLED");
    await append(unit, "disposal-notice", list, events.length, {
      type: "RecipientNoticeSettled",
      at: instant(deps.clock()),
      by: staffName(staff),
      data: { notice, how },
    });
  });
}
