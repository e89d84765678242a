/** How long it takes to check activities and to write notices, and whether twice as many take twice as long. */
import { performance } from "node:perf_hooks";
import { parseDate } from "@tillit/civil-time";
import {
  checkActivity,
  noticeHtml,
  type ProcessingActivity,
  toArticle30,
  toNotice,
} from "@tillit/consent-legal-basis";
import { national } from "../test/national.ts";
import { casework, newsletter } from "../test/sample-activity.ts";

const on = parseDate("2026-11-21");
const sizes = [1_250, 2_500, 5_000, 10_000];

function register(size: number): readonly ProcessingActivity[] {
  return Array.from({ length: size }, (_, index) => ({
    ...(index % 2 === 0 ? casework : newsletter),
    id: `board/${index}`,
    title: { sv: `behandling ${index}`, en: `activity ${index}` },
  }));
}

/** The best of three: what the work needs, without what the machine did beside it. */
function milliseconds(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

type Row = {
  readonly size: number;
  readonly check: number;
  readonly each: number;
  readonly one: number;
  readonly record: number;
};

function measure(size: number): Row {
  const activities = register(size);
  const check = milliseconds(() => {
    for (const activity of activities) checkActivity(activity, on, { national });
  });
  const each = milliseconds(() => {
    for (const activity of activities) {
      noticeHtml(toNotice([activity], { article: 13, locale: "sv", level: "full", on, national }));
    }
  });
  const one = milliseconds(() => {
    noticeHtml(toNotice(activities, { article: 13, locale: "sv", level: "full", on, national }));
  });
  const record = milliseconds(() => {
    toArticle30(activities);
  });
  return { size, check, each, one, record };
}

measure(1_000);
const rows = sizes.map((size) => measure(size));
const perActivity = (time: number, size: number): string => `${((1000 * time) / size).toFixed(1)} µs`;
for (const { size, check, each, one, record } of rows) {
  console.log(
    `${size} activities: check ${perActivity(check, size)}, own notice ${perActivity(each, size)}, ` +
      `one notice of all ${perActivity(one, size)}, Art. 30 row ${perActivity(record, size)} each`,
  );
}
const [first] = rows;
const last = rows.at(-1);
if (first === undefined || last === undefined) throw new Error("nothing was measured");
const growth = (pick: (row: Row) => number): number => pick(last) / last.size / (pick(first) / first.size);
const ratios = {
  check: growth(({ check }) => check),
  ownNotice: growth(({ each }) => each),
  oneNotice: growth(({ one }) => one),
  record: growth(({ record }) => record),
};
console.log(`time per activity, ${last.size} against ${first.size}:`, ratios);
if (Object.values(ratios).some((ratio) => ratio > 3)) {
  console.error("the time per activity grows with the number of activities");
  process.exitCode = 1;
}
