/** Who may do what in the desk. A session has one role; content and power are kept apart. */

export const roles = [
  "caseworker",
  "secrecy-reviewer",
  "decision-maker",
  "privacy-officer",
  "key-custodian",
  "operator",
] as const;

export type Role = (typeof roles)[number];

export type Permission =
  /** See that an application exists, its dates, state and history. */
  | "case:list"
  /** Fetch sealed content; every time is logged first. */
  | "content:read"
  /** Say which unit a case belongs to, who handles it, and whether it is guarded. */
  | "case:place"
  | "assessment:write"
  | "decision:write"
  | "retention:plan"
  | "request:read"
  | "request:handle"
  /** Read who has opened what. */
  | "log:read"
  /** Judge whether what was opened had to be, and sign that it was looked at. */
  | "log:review"
  /** Read the controller's record of processing activities. */
  | "register:read"
  | "key:publish"
  /** Offer a record to another controller, and answer such offers. */
  | "transfer:handle"
  /** Keep records from disposal for now, and let them go again. */
  | "hold:place"
  /** State facts about a record that retention needs. */
  | "facts:state"
  | "disposal:propose"
  | "disposal:approve";

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  caseworker: [
    "case:list",
    "content:read",
    "case:place",
    "assessment:write",
    "decision:write",
    "retention:plan",
    "request:read",
    "request:handle",
    "disposal:propose",
    "facts:state",
  ],
  "secrecy-reviewer": ["case:list", "content:read", "request:read", "request:handle"],
  "decision-maker": [
    "case:list",
    "content:read",
    "case:place",
    "assessment:write",
    "decision:write",
    "retention:plan",
    "request:read",
    "request:handle",
    "disposal:approve",
    "register:read",
    "log:review",
    "hold:place",
    "facts:state",
    "transfer:handle",
  ],
  "privacy-officer": [
    "case:list",
    "retention:plan",
    "request:read",
    "log:read",
    "log:review",
    "hold:place",
    "register:read",
    "disposal:propose",
  ],
  "key-custodian": ["key:publish"],
  operator: [],
};

export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission);
}
