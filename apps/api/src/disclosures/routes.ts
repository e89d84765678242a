import type { Deps } from "../deps.ts";
import { disclosuresOf, noteDisclosure, noticesOf, settleNotice } from "./disclosures.ts";
import { router } from "../openapi/router.ts";
import * as routes from "@tillit/api-contract/disclosures/routes";

export function deskDisclosureRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.note, async (c) => {
      await noteDisclosure(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    })
    .openapi(routes.given, async (c) => {
      const recipients = await disclosuresOf(deps, c.get("staff"), c.req.valid("param").id);
      return c.json({ recipients }, 200);
    })
    .openapi(routes.notices, async (c) => {
      const found = await noticesOf(deps, c.get("staff"), c.req.valid("param").id);
      return c.json({ notices: found }, 200);
    })
    .openapi(routes.settle, async (c) => {
      const { id, notice: one } = c.req.valid("param");
      await settleNotice(deps, c.get("staff"), { list: id, notice: one, how: c.req.valid("json").how });
      return c.body(null, 204);
    });
}
