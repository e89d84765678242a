/** What a role has use for in the desk. The API decides what is allowed; this only keeps dead ends off the page. */
export type Right = "read-content" | "write-words" | "see-retention" | "see-requests";

const rights: Readonly<Record<string, readonly Right[]>> = {
  caseworker: ["read-content", "write-words", "see-retention", "see-requests"],
  "secrecy-reviewer": ["read-content", "see-requests"],
  "decision-maker": ["read-content", "write-words", "see-retention", "see-requests"],
  "privacy-officer": ["see-retention", "see-requests"],
};

export function has(role: string, right: Right): boolean {
  return rights[role]?.includes(right) ?? false;
}
