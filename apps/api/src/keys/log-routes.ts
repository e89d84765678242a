import type { Deps } from "../deps.ts";
import { exportLog, proveConsistency } from "../log/audit-log.ts";
import { keyCheckpoint, keyEntries, keyLog, proveKeyDocument } from "./key-log.ts";
import { router } from "../openapi/router.ts";
import { sendLines } from "../http/send-lines.ts";
import * as routes from "@tillit/api-contract/keys/log-routes";

export function keyLogRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.log, async (c) => {
      await keyCheckpoint(deps);
      return sendLines(c, exportLog(deps, keyLog), "keys.ndjson");
    })
    .openapi(routes.entries, async (c) => {
      const { from, limit } = c.req.valid("query");
      return c.json(await keyEntries(deps, from, limit), 200);
    })
    .openapi(routes.checkpoint, async (c) => c.json(await keyCheckpoint(deps), 200))
    .openapi(routes.inclusion, async (c) => {
      const { controller, seq } = c.req.valid("query");
      return c.json(await proveKeyDocument(deps, controller, seq), 200);
    })
    .openapi(routes.consistency, async (c) => {
      const { first, second } = c.req.valid("query");
      return c.json(await proveConsistency(deps, keyLog, first, second), 200);
    });
}
