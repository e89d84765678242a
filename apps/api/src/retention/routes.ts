import type { Deps } from "../deps.ts";
import { planRetention, type PlanCursor } from "./plan-pages.ts";
import { shownApplication } from "../records/application-shapes.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/retention/routes";

function placeOf(after: string): PlanCursor {
  const [received = "", id = ""] = after.split(".");
  return received.includes("T")
    ? { application: { receivedAt: received, id } }
    : { request: { received, id } };
}

export function deskRetentionRoutes(deps: Deps) {
  return router(deps).openapi(routes.plan, async (c) => {
    const { lang, after } = c.req.valid("query");
    const last = after === undefined ? undefined : placeOf(after);
    const found = await planRetention(deps, c.get("staff"), lang, last);
    const dispositions = found.dispositions.map(({ application, ...one }) => ({
      ...one,
      ...shownApplication(application),
    }));
    return c.json({ ...found, dispositions }, 200);
  });
}
