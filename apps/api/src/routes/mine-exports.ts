import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { fetchExport, fetchExportBlob } from "../flows/fetch-export.ts";
import { mine } from "../identity/guard.ts";
import { json, octets, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { requestId, sealedEnvelope, sectionId } from "../openapi/shapes.ts";
import { sendBlob } from "./send-blob.ts";

const tags = ["My pages"];
const id = z.object({ id: requestId });
const waiting = sealedEnvelope.extend({ expires: z.string() });

export function mineExportRoutes(deps: Deps) {
  const gate = mine(deps, { receipt: true });
  const fetch = createRoute({
    method: "get",
    path: "/api/mine/requests/{id}/export",
    tags,
    summary: "The answer to my request, sealed to my receipt",
    description: "In the log before it leaves. It is destroyed a day after its parts are first fetched.",
    ...gate,
    request: { params: id },
    responses: { 200: json(waiting, "To be opened with the receipt."), ...refusals },
  });
  const blob = createRoute({
    method: "get",
    path: "/api/mine/requests/{id}/export/blobs/{section}",
    tags,
    summary: "One sealed part of the answer",
    ...gate,
    request: { params: id.extend({ section: sectionId }) },
    responses: { 200: octets, ...refusals },
  });
  return router()
    .openapi(fetch, async (c) => {
      const found = await fetchExport(deps, c.get("applicant"), c.req.valid("param").id);
      return c.json(found as z.infer<typeof waiting>, 200);
    })
    .openapi(blob, async (c) => {
      const { id: request, section } = c.req.valid("param");
      return sendBlob(c, await fetchExportBlob(deps, c.get("applicant"), request, section));
    });
}
