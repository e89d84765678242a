import type { Session } from "@tillit/login";
import type { Controller } from "@tillit/record-store";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";

/** @throws Problem NOT_FOUND */
export async function controllerOf(deps: Deps, { controller: id }: Session): Promise<Controller> {
  const controller = await deps.store.controller(id);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  return controller;
}
