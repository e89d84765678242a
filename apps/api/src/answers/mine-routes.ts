import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { fetchExport, fetchExportBlob } from "./fetch-export.ts";
import { proveAnswer } from "./prove-answer.ts";
import { router } from "../openapi/router.ts";
import { sendBlob } from "../http/send-blob.ts";
import * as routes from "@tillit/api-contract/answers/mine-routes";
import { waiting } from "@tillit/api-contract/answers/mine-routes";

export function mineExportRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.proof, async (c) =>
      c.json(await proveAnswer(deps, c.get("applicant"), c.req.valid("param").id), 200),
    )
    .openapi(routes.fetch, async (c) => {
      const found = await fetchExport(deps, c.get("applicant"), c.req.valid("param").id);
      return c.json(found as z.infer<typeof waiting>, 200);
    })
    .openapi(routes.blob, async (c) => {
      const { id: request, section } = c.req.valid("param");
      return sendBlob(c, await fetchExportBlob(deps, c.get("applicant"), request, section));
    });
}
