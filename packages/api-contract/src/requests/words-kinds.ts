/** What the words are, so that a list can say so without opening them. */
export const requestWordsKinds = [
  "wish",
  "answer",
  "identity-note",
  "reason",
  "secrecy-test",
  "grounds",
  "opinion",
  "letter",
  "dispute",
] as const;
export type RequestWordsKind = (typeof requestWordsKinds)[number];

/** Those that the subject writes. */
export const ownWordsKinds = ["wish", "answer", "dispute"] as const;
