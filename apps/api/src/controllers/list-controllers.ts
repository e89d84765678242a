import type { Deps } from "../deps.ts";
import { currentKeys } from "../keys/current-keys.ts";
import type { Controller } from "@tillit/record-store";

/** The controllers an applicant can choose; one without a usable key is shown, but not as healthy. */
export async function listControllers(deps: Deps) {
  const controllers = await deps.store.controllers();
  return Promise.all(controllers.map((controller) => described(deps, controller)));
}

async function described(deps: Deps, { id, kind, name, place, contact, accepts }: Controller) {
  const healthy = (await currentKeys(deps, id)).length > 0;
  return {
    id,
    kind,
    name,
    ...(place === undefined ? {} : { place }),
    contact: { phone: contact.phone ?? "" },
    accepts: [...accepts],
    healthy,
  };
}
