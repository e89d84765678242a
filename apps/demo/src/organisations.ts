/** The organisations of policy-profiles as controllers of the demo. */
import type { Controller } from "@tillit/api";
import { type PolicyProfile, profiles } from "@tillit/policy-profiles";

function controller({ id, name, kind, place, contact, accepts }: PolicyProfile): Controller {
  const own = { id, name, kind, contact: { phone: contact.phone }, accepts: [...accepts], profileId: id };
  return place === undefined ? own : { ...own, place };
}

export const controllers: readonly Controller[] = profiles.map(controller);
