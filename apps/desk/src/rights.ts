import { may, type Permission, roles } from "@tillit/api-contract/ground/roles";

/** What a role may do, as the contract says. The API decides; this only keeps dead ends off the page. */
export function has(role: string, permission: Permission): boolean {
  const known = roles.find((one) => one === role);
  return known !== undefined && may(known, permission);
}
