import type { Deps } from "../deps.ts";
import { actOnConsent, consentsAbout, consentsOf, myConsents } from "./consents.ts";
import { caseOf } from "../records/load-application.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/consents/routes";

export function consentRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => {
      const { id } = c.req.valid("param");
      return c.json({ consents: await consentsOf(deps, id, c.req.valid("query").lang) }, 200);
    })
    .openapi(routes.own, async (c) => {
      const consents = await myConsents(deps, c.get("applicant"), c.req.valid("query").lang);
      return c.json({ consents }, 200);
    })
    .openapi(routes.act, async (c) => {
      const { lang: asked } = c.req.valid("query");
      return c.json(await actOnConsent(deps, c.get("applicant"), c.req.valid("json"), asked), 201);
    })
    .openapi(routes.about, async (c) => {
      const { id } = c.req.valid("param");
      const { controller } = c.get("staff");
      await deps.store.read(controller, (unit) => caseOf(unit, c.get("staff"), id, "see"));
      const consents = await consentsAbout(deps, controller, id, c.req.valid("query").lang);
      return c.json({ consents }, 200);
    });
}
