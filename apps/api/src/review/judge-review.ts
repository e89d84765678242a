/** A review at the desk: what has been drawn, each access judged, the whole signed; and which reviews are late. */
import { sealingContexts } from "@tillit/application-case";
import { countVerdicts, isUnsignedTooLong, overdueReviews, type Verdict } from "@tillit/access-review";
import type { CalendarDate } from "@tillit/civil-time";
import { accessReviewRules as rules } from "@tillit/welfare-law";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { readEntry, type Unit } from "@tillit/record-store";
import { append } from "../kernel/act.ts";
import { idIn, isOf, load, type Logged } from "../kernel/load.ts";
import { logAccess } from "../records/access-log.ts";
import { actOnReview, loadReview, reviewsOf, type KnownReview, type Reviewer } from "./review-log.ts";
import { checkWords, keepWords, keptWords, type SealedWords } from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

/** The units of a controller as its logins know them. */
export function unitsOf(deps: Pick<Deps, "claims">, controller: string): readonly string[] {
  const named = deps.claims.rules.flatMap((rule) =>
    rule.controller === controller && rule.unit !== undefined ? [rule.unit] : [],
  );
  return [...new Set(named)].toSorted();
}

/** The reviews of the own unit; of every unit and the whole for one who answers for the whole. Newest first. */
export async function listReviews(deps: Deps, staff: Reviewer) {
  const places =
    staff.unit === undefined ? [undefined, ...unitsOf(deps, staff.controller)] : [undefined, staff.unit];
  return deps.store.read(staff.controller, async (unit) => {
    const known = new Map<string | undefined, readonly KnownReview[]>();
    for (const place of places) {
      // Whether the whole has been reviewed matters to a unit, though its lines are not the unit's to see.
      known.set(place, await reviewsOf(unit, { ...staff, unit: undefined }, place));
    }
    const standings = new Map([...known].map(([place, of]) => [place, of.map(({ review }) => review)]));
    const shown = [...known].filter(([place]) => staff.unit === undefined || place === staff.unit);
    return {
      reviews: shown
        .flatMap(([, reviews]) => reviews.map(summaryOf))
        .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
      overdue: overdueReviews(standings, await firstDay(unit), swedishDay(deps.clock()), rules).filter(
        ({ unit: place }) => staff.unit === undefined || place === staff.unit,
      ),
    };
  });
}

function summaryOf({ id, unit, at, by, review }: KnownReview) {
  const { drawn, status, lines, signedBy } = review;
  return {
    id,
    ...(unit === undefined ? {} : { unit }),
    at,
    by,
    status,
    period: drawn?.period ?? { from: "", to: "" },
    population: drawn?.population ?? 0,
    picked: drawn?.picked ?? 0,
    lines: lines.length,
    verdicts: countVerdicts(lines),
    ...(signedBy === undefined ? {} : { signedBy }),
  };
}

async function firstDay(unit: Unit): Promise<CalendarDate | undefined> {
  const [first] = await unit.log.entries(0, 1);
  return first && swedishDay(new Date(readEntry(first.seq, first.entry).at));
}

/** For the daily job: how many places lack a review, and how many reviews wait too long for a signature. */
export async function countOverdueReviews(deps: Deps, controller: string) {
  const { reviews, overdue } = await listReviews(deps, { controller });
  const today = swedishDay(deps.clock());
  const unsigned = reviews.filter((review) =>
    isUnsignedTooLong(review, swedishDay(new Date(review.at)), today, rules),
  );
  return { overdue: overdue.length, unsigned: unsigned.length };
}

/** One review with its accesses. */
export async function readReview(deps: Deps, staff: Session, id: string) {
  return deps.store.read(staff.controller, async (unit) => {
    const known = await loadReview(unit, staff, id);
    const { drawn, lines } = known.review;
    const seen = [];
    for (const line of lines) {
      const [entry] = await unit.log.entries(line.seq, 1);
      const event = entry && readEntry(entry.seq, entry.entry);
      if (event !== undefined && isOf(event, "access")) seen.push(lineOf(line, event));
    }
    return {
      ...summaryOf(known),
      rules: drawn?.rules ?? "",
      seed: drawn?.seed ?? { size: 0, root: "" },
      sample: drawn?.sample ?? "",
      accesses: seen,
    };
  });
}

function lineOf(line: KnownReview["review"]["lines"][number], { stream, at, data }: Logged<"access">) {
  const { seq, by, why, verdict, judgedBy, words } = line;
  const { part, purpose } = data;
  return {
    seq,
    record: idIn({ stream }),
    at,
    by,
    part,
    purpose,
    why: [...why],
    ...(verdict === undefined ? {} : { verdict }),
    ...(judgedBy === undefined ? {} : { judgedBy }),
    ...(words === undefined ? {} : { words: Buffer.from(words, "base64url").toString("hex").slice(0, 32) }),
  };
}

export interface Judged {
  readonly verdict: Verdict;
  readonly words?: SealedWords | undefined;
}

/** What is not in order takes words, sealed to the own controller with the review's id as application. */
export async function judgeAccess(deps: Deps, staff: Session, id: string, seq: number, judged: Judged) {
  const { verdict, words } = judged;
  const { controller } = staff;
  const checked =
    words === undefined
      ? undefined
      : await checkWords(words, { ...sealingContexts.review, controller, app: id });
  return deps.store.write(controller, async (unit) => {
    const said = checked === undefined ? {} : { words: checked.digest };
    const command = { type: "Judge", by: staffName(staff), seq, verdict, ...said } as const;
    const review = await actOnReview(deps, unit, staff, { id, command });
    if (checked !== undefined)
      await keepWords(unit, checked, { kind: "review", parent: id, at: instant(deps.clock()) });
    return { status: review.status, verdicts: countVerdicts(review.lines) };
  });
}

export async function signReview(deps: Deps, staff: Session, id: string) {
  return deps.store.write(staff.controller, async (unit) => {
    const command = { type: "Sign", by: staffName(staff) } as const;
    const { status, lines } = await actOnReview(deps, unit, staff, { id, command });
    return { status, verdicts: countVerdicts(lines) };
  });
}

/** The sealed words of a judged access, for the browser of one who reviews; logged first. */
export async function readReviewWords(deps: Deps, staff: Session, id: string, words: string) {
  return deps.store.write(staff.controller, async (unit) => {
    await loadReview(unit, staff, id);
    const kept = await keptWords(unit, words, id);
    const at = instant(deps.clock());
    await logAccess(unit, {
      record: id,
      at,
      by: staffName(staff),
      purpose: "handling",
      part: words,
      restrictedUse: undefined,
    });
    return kept;
  });
}

/**
 * The desk noticed a likeness between the reader and what was opened: a code for the next review, nothing more. It has a
 * stream of its own, so that neither the case's history nor the applicant's view of accesses shows it.
 */
export async function flagAccess(deps: Deps, staff: Session, record: string, flag: string): Promise<void> {
  await deps.store.write(staff.controller, async (unit) => {
    const by = staffName(staff);
    const own = (await load(unit, "access", record)).find((event) => event.by === by);
    if (own === undefined) throw new Problem("NOT_FOUND");
    const { activity } = own;
    const at = instant(deps.clock());
    const news = { type: "AccessFlagged", at, by, activity, data: { flag } } as const;
    await append(unit, "access-flag", record, "any", news);
  });
}
