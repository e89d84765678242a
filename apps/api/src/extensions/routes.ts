import type { Deps } from "../deps.ts";
import { liftKeep } from "./lift-extension.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/extensions/routes";

export function deskKeepRoutes(deps: Deps) {
  return router(deps).openapi(routes.release, async (c) =>
    c.json(await liftKeep(deps, c.get("staff"), c.req.valid("param").record), 200),
  );
}
