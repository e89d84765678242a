/** The rights of chapter III and Art. 7(3) and 77; objection to direct marketing is its own. */
export const rights = [
  "inform",
  "access",
  "rectification",
  "erasure",
  "restriction",
  "notification",
  "portability",
  "object",
  "object-marketing",
  "not-automated",
  "withdraw",
  "complain",
] as const;

export type Right = (typeof rights)[number];

export const verdicts = ["applies", "conditional", "excluded"] as const;

export type Verdict = (typeof verdicts)[number];
