import type { Ref } from "./request.ts";

/** Who may act in a case. One person may hold several roles, but never assess and sign in the same case. */
export type Role =
  | "requester"
  | "registrar"
  | "caseworker"
  | "secrecy-reviewer"
  | "decision-maker"
  | "system";

/** The one who acts: an opaque staff or requester reference and the role taken. */
export type Actor = { readonly id: Ref; readonly role: Role };
