import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { disposedPartsOf } from "../envelopes/disposed-parts.ts";
import { myApplications } from "./my-applications.ts";
import { acceptProof, giveChallenge } from "./prove-possession.ts";
import { readOwnBlob, readOwnEnvelope } from "./read-own-envelope.ts";
import { accessesToMine } from "../log/accesses.ts";
import { withdrawApplication } from "./withdraw-application.ts";
import { router } from "../openapi/router.ts";
import { sendBlob } from "../http/send-blob.ts";
import * as routes from "@tillit/api-contract/mine/routes";
import { sealed } from "@tillit/api-contract/mine/routes";

export function mineRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.challenge, async (c) => c.json(await giveChallenge(deps, c.req.valid("param").app), 200))
    .openapi(routes.session, async (c) => {
      const origin = c.req.header("origin");
      return c.json(await acceptProof(deps, c.req.valid("param").app, c.req.valid("json"), origin), 200);
    })
    .openapi(routes.withdrawal, async (c) => {
      await withdrawApplication(deps, c.req.valid("param").app, c.req.valid("json").statement);
      return c.json({ status: "withdrawn" as const }, 200);
    })
    .openapi(routes.overview, async (c) => {
      const applications = await myApplications(deps, c.get("applicant"));
      return c.json({ applications, disposed: await disposedPartsOf(deps, c.get("applicant")) }, 200);
    })
    .openapi(routes.envelope, async (c) => {
      const found = await readOwnEnvelope(deps, c.get("applicant"), c.req.valid("param").record);
      return c.json(found as z.infer<typeof sealed>, 200);
    })
    .openapi(routes.blob, async (c) => {
      const { record, section } = c.req.valid("param");
      return sendBlob(c, await readOwnBlob(deps, c.get("applicant"), record, section));
    })
    .openapi(routes.accesses, async (c) => {
      const found = await accessesToMine(deps, c.get("applicant"), c.req.valid("param").record);
      return c.json({ accesses: found }, 200);
    });
}
