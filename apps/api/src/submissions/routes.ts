import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import { OffsetProblem } from "../envelopes/arriving-bytes.ts";
import { blobProgress, receiveBlob, resumeBlob } from "./receive-blob.ts";
import { submitApplication } from "./submit-application.ts";
import { router } from "../openapi/router.ts";
import { Problem } from "../problem.ts";
import * as routes from "@tillit/api-contract/submissions/routes";

function sayOffset(c: Context, offset: number, complete: boolean): void {
  c.header("upload-offset", String(offset));
  c.header("upload-complete", complete ? "?1" : "?0");
}

export function applicationRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.submit, async (c) => {
      const { created, id, status, blobs } = await submitApplication(deps, c.req.valid("json"));
      return c.json({ id, status, blobs: [...blobs] }, created ? 201 : 200);
    })
    .openapi(routes.put, async (c) => {
      const { record, section } = c.req.valid("param");
      const length = c.req.header("content-length");
      const { body } = c.req.raw;
      if (length === undefined || body === null) throw new Problem("LENGTH_REQUIRED");
      if (c.req.header("content-type") !== "application/octet-stream") throw new Problem("MEDIA_TYPE");
      const status = await receiveBlob(deps, { record, section, length: Number(length), body });
      return status === "submitted" ? c.json({ status }, 200) : c.body(null, 204);
    })
    .openapi(routes.progress, async (c) => {
      const { record, section } = c.req.valid("param");
      const found = await blobProgress(deps, record, section);
      sayOffset(c, found.offset, found.complete);
      return c.json(found, 200);
    })
    .openapi(routes.resume, async (c) => {
      const { record, section } = c.req.valid("param");
      const offset = Number(c.req.valid("header")["upload-offset"]);
      const length = Number(c.req.header("content-length"));
      const { body } = c.req.raw;
      if (!Number.isSafeInteger(length) || body === null) throw new Problem("LENGTH_REQUIRED");
      if (c.req.header("content-type") !== "application/partial-upload") throw new Problem("MEDIA_TYPE");
      const status = await resumeBlob(deps, { record, section, length, body }, offset).catch(
        (error: unknown) => {
          if (error instanceof OffsetProblem) sayOffset(c, error.offset, false);
          throw error;
        },
      );
      sayOffset(c, offset + length, status !== "partial");
      return status === "submitted" ? c.json({ status }, 200) : c.body(null, 204);
    });
}
