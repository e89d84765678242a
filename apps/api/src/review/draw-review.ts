/** A review begins where the last one ended, so that no access falls between two; what is looked at is drawn, not chosen. */
import { parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { addDays, isCalendarDate, type CalendarDate } from "@tillit/civil-time";
import { contentHash } from "@tillit/canonical-json";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { reviewRules } from "./review-rules.ts";
import type { Drawn } from "./review.ts";
import { selectAccesses } from "./select-accesses.ts";
import { accessesBetween } from "../log/accesses-between.ts";
import { makeCheckpoint } from "../log/audit-log.ts";
import { staffName } from "../kernel/staff-name.ts";
import { beginReview, reviewsOf } from "./review-log.ts";

export interface Asked {
  /** Last day to be covered; yesterday where it is left out. */
  readonly until?: string | undefined;
  readonly dryRun: boolean;
}

/**
 * @throws Problem STATE_CONFLICT with reason PERIOD_NOT_OVER when the last day is not over, or REVIEW_OPEN when the
 * one before is not signed
 */
export async function drawReview(deps: Deps, staff: Session, { until, dryRun }: Asked) {
  const today = swedishDay(deps.clock());
  const to = dayOr(until, addDays(today, -1));
  const reviews = await deps.store.read(staff.controller, (unit) => reviewsOf(unit, staff, staff.unit));
  const last = reviews.at(-1)?.review;
  if (to >= today) throw new Problem("STATE_CONFLICT", "PERIOD_NOT_OVER");
  if (last?.status === "open") throw new Problem("STATE_CONFLICT", "REVIEW_OPEN");
  const { size, checkpoint, key } = await makeCheckpoint(deps, staff.controller);
  const { root } = verifyCheckpoint(checkpoint, parseVerifier(key));
  const begin = last?.drawn?.entries.to ?? 0;
  const found = await accessesBetween(deps, staff, { from: begin, size, to });
  const from = last?.drawn === undefined ? found.firstDay : addDays(last.drawn.period.to as CalendarDate, 1);
  if (from === undefined || from > to) throw new Problem("STATE_CONFLICT", "PERIOD_NOT_OVER");
  const { population, picked, lines } = selectAccesses(found.accesses, root);
  const drawn: Drawn = {
    type: "ReviewDrawn",
    by: staffName(staff),
    rules: reviewRules.id,
    period: { from, to },
    entries: { from: begin, to: found.end },
    seed: { size, root: Buffer.from(root).toString("base64url") },
    population,
    picked,
    lines,
    sample: contentHash(lines),
  };
  const id = uuid(deps.random(16));
  // A dry run says how much there is and not what: who could look first could draw again.
  const summary = { period: drawn.period, population, picked, lines: lines.length, rules: drawn.rules };
  if (dryRun) return { dryRun: true as const, ...summary };
  await deps.store.write(staff.controller, (unit) =>
    beginReview(deps, unit, staff, { id, before: reviews.length, drawn }),
  );
  return { id, dryRun: false as const, ...summary };
}

function dayOr(text: string | undefined, otherwise: CalendarDate): CalendarDate {
  return isCalendarDate(text) ? text : otherwise;
}

/** A random UUID: words about the review are sealed with it as their application. */
function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join("-");
}
