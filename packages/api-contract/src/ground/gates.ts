/** Who may use a route, as the route says it; the server's router puts the gate up that this asks for. */
import type { Permission } from "./roles.ts";

/** What a route says of who may use it, in the OpenAPI document too. */
export interface Gated {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-permission"?: Permission | "any";
  /** Not for a session that is limited to a unit. */
  readonly "x-whole-controller"?: boolean;
  /** Not for a login by e-identification. */
  readonly "x-receipt"?: boolean;
}

/** Staff with a permission; with `whole` nobody whose session is limited to a unit. */
export function desk(permission: Permission | "any", { whole = false } = {}) {
  return {
    security: [{ session: [] }],
    "x-permission": permission,
    ...(whole ? { "x-whole-controller": true } : {}),
  };
}

/** The applicant whose application it is; with `receipt` a login by e-identification is not enough. */
export function mine({ receipt = false } = {}) {
  return { security: [{ receipt: [] }], ...(receipt ? { "x-receipt": true } : {}) };
}
