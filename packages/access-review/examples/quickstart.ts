import { drawSample } from "@tillit/audit-chain";
import { decide, evolve, initialReview, type ReviewRules, selectAccesses } from "@tillit/access-review";

// `accessReviewRules` of @tillit/welfare-law, or an organisation's own numbers.
const rules: ReviewRules = {
  id: "own/1",
  law: {
    act: "lagen om behandling av personuppgifter inom socialtjänsten",
    sfs: "2001:454",
    at: "10 §",
    grade: "I",
  },
  everyDays: 31,
  graceDays: 14,
  signWithinDays: 14,
  share: 0.05,
  atLeast: 10,
  atMost: 200,
  mostPicked: 1000,
  hours: { from: 6, to: 20 },
  longClosedDays: 90,
  manyRecords: 40,
};

const night = {
  seq: 17,
  record: "a4",
  at: "2026-11-23T22:15:00Z",
  by: "caseworker:3fa9",
  guarded: false,
  assignees: [],
  flagged: false,
};
// The seed is the root of a checkpoint that was signed after the last access.
const { lines, picked, population } = selectAccesses([night], {
  rules,
  seed: new Uint8Array(32),
  drawSample,
});
console.log(lines[0]?.why); // odd-hours

const review = evolve(initialReview, {
  type: "ReviewDrawn",
  by: "decision-maker:77",
  rules: rules.id,
  period: { from: "2026-11-01", to: "2026-11-30" },
  entries: { from: 0, to: 40 },
  seed: { size: 40, root: "AAAA" },
  population,
  picked,
  lines,
  sample: "digest of the lines",
});
// Nobody judges their own access, under whatever role.
console.log(decide({ type: "Judge", by: "decision-maker:3fa9", seq: 17, verdict: "in-order" }, review)); // OWN_ACCESS
