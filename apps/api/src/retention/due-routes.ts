import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { dueList, type DueCursor, type DueRow } from "./plan-sweep.ts";
import { stateFacts } from "./state-facts.ts";
import { router } from "../openapi/router.ts";
import { shownKept } from "../extensions/shapes.ts";
import { shownApplication } from "../records/application-shapes.ts";
import * as routes from "@tillit/api-contract/retention/due-routes";
import { plan } from "@tillit/api-contract/retention/due-routes";

function placeOf(after: string): DueCursor {
  const [earliest = "", record = ""] = after.split(".");
  return earliest === "unsettled" ? { unsettled: record } : { earliest, record };
}

function shown({ kept, application, ...row }: DueRow): z.infer<typeof plan> {
  return {
    ...row,
    ...(kept === undefined ? {} : { kept: shownKept(kept) }),
    ...shownApplication(application),
  };
}

export function deskDueRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.due, async (c) => {
      const { until, after } = c.req.valid("query");
      const last = after === undefined ? undefined : placeOf(after);
      const list = await dueList(deps, c.get("staff"), { until, after: last });
      const [goes, held, unsettled] = [list.due, list.held, list.unsettled].map((rows) => rows.map(shown));
      return c.json({ ...list, due: goes ?? [], held: held ?? [], unsettled: unsettled ?? [] }, 200);
    })
    .openapi(routes.state, async (c) => {
      await stateFacts(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
}
