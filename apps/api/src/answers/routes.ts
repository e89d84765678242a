import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { executeRequestErasure } from "../erasure/execute-request-erasure.ts";
import { beginExport, receiveExportBlob } from "./keep-export.ts";
import { processingInformation } from "../controllers/processing-information.ts";
import { router } from "../openapi/router.ts";
import { Problem } from "../problem.ts";
import * as routes from "@tillit/api-contract/answers/routes";
import { informationSchema } from "@tillit/api-contract/answers/routes";

export function deskExportRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.information, async (c) => {
      const told = await processingInformation(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(told as z.infer<typeof informationSchema>, 200);
    })
    .openapi(routes.erase, async (c) => {
      return c.json(await executeRequestErasure(deps, c.get("staff"), c.req.valid("param").id), 200);
    })
    .openapi(routes.begin, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await beginExport(deps, c.get("staff"), request, c.req.valid("json")), 201);
    })
    .openapi(routes.put, async (c) => {
      const { id: request, record, section } = c.req.valid("param");
      const open = () => {
        const length = c.req.header("content-length");
        const { body } = c.req.raw;
        if (length === undefined || body === null) throw new Problem("LENGTH_REQUIRED");
        if (c.req.header("content-type") !== "application/octet-stream") throw new Problem("MEDIA_TYPE");
        return { length: Number(length), body };
      };
      const upload = { request, record, section, open };
      return c.json({ status: await receiveExportBlob(deps, c.get("staff"), upload) }, 200);
    });
}
