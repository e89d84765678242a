/** A review begins where the last one ended, so that no access falls between two; what is looked at is drawn, not chosen. */
import { periodEnd, periodStart, type ReviewDrawn, selectAccesses } from "@tillit/access-review";
import { drawSample, parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { isCalendarDate } from "@tillit/civil-time";
import { accessReviewRules as rules } from "@tillit/welfare-law";
import { contentHash } from "@tillit/canonical-json";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { accessesBetween } from "./accesses-between.ts";
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
  const reviews = await deps.store.read(staff.controller, (unit) => reviewsOf(unit, staff, staff.unit));
  const last = reviews.at(-1)?.review;
  const end = periodEnd({ today, until: isCalendarDate(until) ? until : undefined, last });
  if (!end.ok) throw new Problem("STATE_CONFLICT", end.reason);
  const { to } = end;
  const { size, checkpoint, key } = await makeCheckpoint(deps, staff.controller);
  const { root } = verifyCheckpoint(checkpoint, parseVerifier(key));
  const begin = last?.drawn?.entries.to ?? 0;
  const found = await accessesBetween(deps, staff, { from: begin, size, to });
  const from = periodStart(last, found.firstDay, to);
  if (from === undefined) throw new Problem("STATE_CONFLICT", "PERIOD_NOT_OVER");
  const { population, picked, lines } = selectAccesses(found.accesses, { rules, seed: root, drawSample });
  const drawn: ReviewDrawn = {
    type: "ReviewDrawn",
    by: staffName(staff),
    rules: rules.id,
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
