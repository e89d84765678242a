/** Who has been given data of a record: noted as codes when it happens, told when the record is disposed of (GDPR art. 19). */
import { contentHash } from "@tillit/canonical-json";
import { activityOf } from "../kernel/activities.ts";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { StoredEvent, Unit } from "@tillit/record-store";
import { listFor } from "../disposal/disposal-list.ts";
import { caseOf } from "../records/load-application.ts";
import { staffName } from "../kernel/staff-name.ts";

export const recipientKinds = [
  "authority",
  "municipality",
  "provider",
  "court",
  "supervisor",
  "care",
  "processor",
] as const;

export interface Disclosure {
  /** A code of the controller's own register of recipients; no person. */
  readonly recipient: string;
  readonly kind: (typeof recipientKinds)[number];
  /** Swedish calendar day. */
  readonly on: string;
}

function stream(record: string): string {
  return `disclosure/${record}`;
}

function noticeStream(list: string): string {
  return `disposal-notice/${list}`;
}

export async function noteDisclosure(deps: Deps, staff: Session, record: string, given: Disclosure) {
  const { recipient, kind, on } = given;
  if (on > swedishDay(deps.clock())) throw new Problem("STATE_CONFLICT", "DAY_AHEAD");
  await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "process");
    await unit.log.append(stream(record), "any", [
      {
        type: "DataDisclosed",
        at: instant(deps.clock()),
        by: staffName(staff),
        activity: activityOf(unit.controller),
        data: { recipient, kind, on },
      },
    ]);
  });
}

export async function disclosuresOf(deps: Deps, staff: Session, record: string) {
  return deps.store.read(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "see");
    return (await unit.log.load(stream(record))).map(disclosureIn);
  });
}

function disclosureIn({ data }: StoredEvent): Disclosure {
  const { recipient, kind, on } = data as unknown as Disclosure;
  return { recipient, kind, on };
}

export interface Disposed {
  readonly record: string;
  readonly result: "gone" | "transferred";
  readonly rule: string;
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
  const activity = activityOf(unit.controller);
  const news = [];
  for (const { record, result, rule } of disposed) {
    const told = new Map(
      (await unit.log.load(stream(record))).map((event) => {
        const { recipient, kind } = disclosureIn(event);
        return [recipient, kind] as const;
      }),
    );
    for (const [recipient, kind] of told) {
      const data = { list, record, recipient, kind, result, rule, on: swedishDay(deps.clock()) };
      const notice = contentHash(data).slice(0, 32);
      news.push({ type: "RecipientNoticeQueued", at, by, activity, data: { notice, ...data } });
    }
  }
  await unit.log.append(noticeStream(list), "any", news);
  return news.length;
}

interface Queued extends Disposed {
  readonly notice: string;
  readonly recipient: string;
  readonly kind: string;
  readonly on: string;
}

/** The notices of a list, each as a machine may send it, and whether it has been. */
export async function noticesOf(deps: Deps, staff: Session, list: string) {
  return deps.store.read(staff.controller, async (unit) => {
    await listFor(unit, staff, list);
    const events = await unit.log.load(noticeStream(list));
    const settled = new Map(
      events
        .filter(({ type }) => type === "RecipientNoticeSettled")
        .map(({ at, data }) => {
          const { notice, how } = data as { readonly notice: string; readonly how: string };
          return [notice, { at, how }];
        }),
    );
    return events
      .filter(({ type }) => type === "RecipientNoticeQueued")
      .map(({ data }) => {
        const { notice, record, recipient, kind, result, rule, on } = data as unknown as Queued;
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
    const events = await unit.log.load(noticeStream(list));
    const about = events.filter(({ data }) => data["notice"] === notice);
    if (about.length === 0) throw new Problem("NOT_FOUND");
    if (about.length > 1) throw new Problem("STATE_CONFLICT", "NOTICE_SETTLED");
    await unit.log.append(noticeStream(list), events.length, [
      {
        type: "RecipientNoticeSettled",
        at: instant(deps.clock()),
        by: staffName(staff),
        activity: activityOf(unit.controller),
        data: { notice, how },
      },
    ]);
  });
}
