/** The second person: looks at a list, answers for single records, approves or stops it. */
import type { DisposalList, ItemAnswer, ListCommand } from "@tillit/retention-policy";
import type { CalendarDate } from "@tillit/civil-time";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";
import { actOnList, isOwn, listFor, listIds, loadList, seenList, type SeenList } from "./disposal-list.ts";
import { checkListWords, keepListWords, wordsOfList, type DisposalWords } from "./disposal-words.ts";
import { controllerOf } from "../records/load-controller.ts";
import { type Kept, keptAmong } from "../extensions/list-extensions.ts";
import { replan } from "../retention/plan-sweep.ts";
import { isRequestId, requestsNamed } from "../retention/request-retention.ts";
import { allowUse, restrictedAmong } from "../records/restriction.ts";
import type { SealedWords } from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

export type Answer =
  | { readonly kind: "dispose" }
  | { readonly kind: "keep"; readonly until: string; readonly words: SealedWords }
  | { readonly kind: "reclassify"; readonly words: SealedWords };

/** What is not an approval takes words, sealed for the list. */
export type Review =
  | { readonly type: "Approve" }
  | { readonly type: "Answer"; readonly record: string; readonly answer: Answer }
  | { readonly type: "RequestChanges" | "Abort"; readonly words: SealedWords };

export async function listDisposals(deps: Deps, staff: Session): Promise<readonly SeenList[]> {
  return deps.store.read(staff.controller, async (unit) => {
    const ids = await listIds(unit);
    const loaded = await Promise.all(ids.map((id) => loadList(unit, id)));
    const own = loaded.filter((one) => isOwn(one, staff));
    return Promise.all(own.map(({ state }) => seenList(unit, state)));
  });
}

export interface ReadList extends SeenList {
  readonly words: readonly DisposalWords[];
  /** Records that an answer on this list keeps today. */
  readonly kept: readonly Kept[];
}

export async function readDisposal(deps: Deps, staff: Session, id: string): Promise<ReadList> {
  return deps.store.read(staff.controller, async (unit) => {
    const { state } = await listFor(unit, staff, id);
    return withSaid(deps, unit, state);
  });
}

async function withSaid(deps: Deps, unit: Unit, list: DisposalList): Promise<ReadList> {
  const dropped = list.dropped.filter(({ reason }) => reason === "KEPT_BY_REVIEW");
  const records = [...list.items, ...dropped].map(({ record }) => record);
  const kept = await keptAmong(unit, swedishDay(deps.clock()), records);
  return {
    ...(await seenList(unit, list)),
    words: await wordsOfList(unit, list.id),
    kept: [...kept.values()].filter((one) => one.list === list.id),
  };
}

/**
 * An answer that keeps a record stands from now on, whatever becomes of the list.
 *
 * @throws Problem NOT_FOUND · RECORD_RESTRICTED · STATE_CONFLICT with reason UNTIL_PASSED where the day is over, RECORD_GONE where the record is
 */
export async function reviewDisposal(
  deps: Deps,
  staff: Session,
  id: string,
  review: Review,
): Promise<ReadList> {
  const own = await controllerOf(deps, staff);
  const { id: controller } = own;
  const today = swedishDay(deps.clock());
  const answered = review.type === "Answer" ? review : undefined;
  if (answered?.answer.kind === "keep" && answered.answer.until < today) {
    throw new Problem("STATE_CONFLICT", "UNTIL_PASSED");
  }
  const words = wordsIn(review);
  const checked = words && (await checkListWords(words, controller, id));
  const command = commandOf(review, staff, today, checked?.digest ?? "");
  return deps.store.write(controller, async (unit) => {
    const from = await listFor(unit, staff, id);
    await assertStored(unit, from.state, review);
    const by = staffName(staff);
    const { state } = await actOnList(deps, unit, { id, from, by, commands: [command] });
    const record = answered?.record;
    // Asked when the log is ours: another list may have taken the record with it, and words about it would stay behind.
    if (record !== undefined && !(await isThere(unit, record))) {
      throw new Problem("STATE_CONFLICT", "RECORD_GONE");
    }
    const at = instant(deps.clock());
    if (checked !== undefined) await keepListWords(unit, checked, { list: id, record, at });
    if (record !== undefined) await replan(deps, unit, own, record);
    return withSaid(deps, unit, state);
  });
}

/**
 * A restricted record is not approved for disposal; the list can be approved once the record is answered for otherwise.
 *
 * @throws Problem RECORD_RESTRICTED
 */
async function assertStored(unit: Unit, { items }: DisposalList, review: Review): Promise<void> {
  if (review.type === "Answer" && review.answer.kind === "dispose")
    await allowUse(unit, review.record, "process");
  if (review.type !== "Approve") return;
  const going = items.filter(({ answer }) => answer === undefined || answer.kind === "dispose");
  const records = going.map(({ record }) => record);
  if ((await restrictedAmong(unit, records)).size > 0) throw new Problem("RECORD_RESTRICTED");
}

async function isThere(unit: Unit, record: string): Promise<boolean> {
  if (isRequestId(record)) return (await requestsNamed(unit, [record])).length > 0;
  return (await unit.projections.case(record)) !== undefined;
}

function wordsIn(review: Review): SealedWords | undefined {
  if (review.type === "Approve") return undefined;
  if (review.type !== "Answer") return review.words;
  return review.answer.kind === "dispose" ? undefined : review.answer.words;
}

/** The command as the list takes it: words are named by their digest. */
function commandOf(review: Review, { ref }: Session, at: CalendarDate, digest: string): ListCommand {
  const by = { person: ref, role: review.type === "Abort" ? "archivist" : "reviewer" } as const;
  switch (review.type) {
    case "Approve":
      return { type: "Approve", by, at };
    case "Answer":
      return { type: "Answer", by, record: review.record, answer: answerOf(review.answer, digest) };
    case "RequestChanges":
      return { type: "RequestChanges", by, comment: digest };
    case "Abort":
      return { type: "Abort", by, reason: digest };
  }
}

function answerOf(answer: Answer, reason: string): ItemAnswer {
  switch (answer.kind) {
    case "dispose":
      return answer;
    case "keep":
      return { kind: "keep", until: answer.until, reason };
    case "reclassify":
      return { kind: "reclassify", reason };
  }
}
