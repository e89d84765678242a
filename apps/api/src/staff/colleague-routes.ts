import type { Deps } from "../deps.ts";
import { listColleagues } from "./list-colleagues.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/staff/colleague-routes";

export function deskColleagueRoutes(deps: Deps) {
  return router(deps).openapi(routes.list, async (c) =>
    c.json(await listColleagues(deps, c.get("staff")), 200),
  );
}
