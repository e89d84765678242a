import type { Deps } from "../deps.ts";
import { exportLog, makeCheckpoint, proveConsistency, proveInclusion } from "./audit-log.ts";
import { accessesFrom } from "./accesses.ts";
import { router } from "../openapi/router.ts";
import { sendLines } from "../http/send-lines.ts";
import * as routes from "@tillit/api-contract/log/routes";

export function deskAuditRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.log, async (c) => {
      const { controller } = c.get("staff");
      // A refusal to sign is an answer, not a stream that breaks off.
      await makeCheckpoint(deps, controller);
      return sendLines(c, exportLog(deps, controller), "log.ndjson");
    })
    .openapi(routes.checkpoint, async (c) =>
      c.json(await makeCheckpoint(deps, c.get("staff").controller), 200),
    )
    .openapi(routes.inclusion, async (c) => {
      const { index, size } = c.req.valid("query");
      return c.json(await proveInclusion(deps, c.get("staff").controller, index, size), 200);
    })
    .openapi(routes.consistency, async (c) => {
      const { first, second } = c.req.valid("query");
      return c.json(await proveConsistency(deps, c.get("staff").controller, first, second), 200);
    })
    .openapi(routes.accesses, async (c) => {
      const { from, limit } = c.req.valid("query");
      return c.json(await accessesFrom(deps, c.get("staff"), from, limit), 200);
    });
}
