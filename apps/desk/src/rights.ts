/** What a role has use for in the desk. The API decides what is allowed; this only keeps dead ends off the page. */
export type Right =
  | "read-content"
  | "write-words"
  | "place-cases"
  | "see-retention"
  | "propose-disposal"
  | "approve-disposal"
  | "place-holds"
  | "handle-transfers"
  | "see-requests"
  | "see-register"
  | "review-log";

const rights: Readonly<Record<string, readonly Right[]>> = {
  caseworker: [
    "read-content",
    "write-words",
    "place-cases",
    "see-retention",
    "propose-disposal",
    "see-requests",
  ],
  "secrecy-reviewer": ["read-content", "see-requests"],
  "decision-maker": [
    "read-content",
    "write-words",
    "place-cases",
    "see-retention",
    "approve-disposal",
    "handle-transfers",
    "place-holds",
    "see-requests",
    "see-register",
    "review-log",
  ],
  "privacy-officer": [
    "see-retention",
    "propose-disposal",
    "place-holds",
    "see-requests",
    "see-register",
    "review-log",
  ],
};

export function has(role: string, right: Right): boolean {
  return rights[role]?.includes(right) ?? false;
}
