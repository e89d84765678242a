import type { Deps } from "../deps.ts";
import { publishKeys } from "./publish-keys.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/keys/desk-routes";

export function deskKeyRoutes(deps: Deps) {
  return router(deps).openapi(routes.publish, async (c) =>
    c.json(await publishKeys(deps, c.get("staff"), c.req.valid("json").document), 201),
  );
}
