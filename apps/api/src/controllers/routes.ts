import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { listControllers } from "./list-controllers.ts";
import { noteVersion, noticeVersions } from "./notice-changes.ts";
import { noticeOf } from "./notice-of.ts";
import { router } from "../openapi/router.ts";
import { dsseSchema } from "@tillit/api-contract/ground/shapes";
import { Problem } from "../problem.ts";
import * as routes from "@tillit/api-contract/controllers/routes";

export function controllerRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => c.json({ controllers: [...(await listControllers(deps))] }, 200))
    .openapi(routes.keys, async (c) => {
      const document = await deps.store.keyDocument(c.req.valid("param").id);
      if (document === undefined) throw new Problem("NOT_FOUND");
      return c.json({ document: document as z.infer<typeof dsseSchema> }, 200);
    })
    .openapi(routes.versions, async (c) => c.json(await noticeVersions(deps, c.req.valid("param").id), 200))
    .openapi(routes.notice, async (c) => {
      const { id } = c.req.valid("param");
      const shown = await noticeOf(deps, id, c.req.valid("query").lang);
      await noteVersion(deps, id, shown.version);
      return c.json(shown, 200);
    });
}
