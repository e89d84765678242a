import type { Deps } from "../deps.ts";
import { recordOfProcessing } from "./record-of-processing.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/controllers/register-routes";

export function deskRegisterRoutes(deps: Deps) {
  return router(deps).openapi(routes.record, async (c) =>
    c.json(await recordOfProcessing(deps, c.get("staff"), c.req.valid("query").lang), 200),
  );
}
