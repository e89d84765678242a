import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { handOutBlob, handOutEnvelope } from "./hand-out-envelope.ts";
import { listApplications, namedApplications } from "./list-applications.ts";
import { placeCase } from "./place-case.ts";
import { readCase } from "./read-case.ts";
import { readWords, recordWords } from "./record-words.ts";
import { router } from "../openapi/router.ts";
import { sealedEnvelope, sealedWords as words } from "@tillit/api-contract/ground/shapes";
import { sendBlob } from "../http/send-blob.ts";
import * as routes from "@tillit/api-contract/applications/routes";

export function deskApplicationRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => {
      const { records, ...page } = c.req.valid("query");
      if (records === undefined) return c.json(await listApplications(deps, c.get("staff"), page), 200);
      return c.json(await namedApplications(deps, c.get("staff"), records.split(",")), 200);
    })
    .openapi(routes.read, async (c) => {
      const found = await readCase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("query").lang);
      return c.json(found, 200);
    })
    .openapi(routes.envelope, async (c) => {
      const found = await handOutEnvelope(
        deps,
        c.get("staff"),
        c.req.valid("param").id,
        c.req.valid("query").purpose,
      );
      return c.json(found as z.infer<typeof sealedEnvelope>, 200);
    })
    .openapi(routes.blob, async (c) => {
      const { id: record, section } = c.req.valid("param");
      const { purpose: restrictedUse } = c.req.valid("query");
      return sendBlob(c, await handOutBlob(deps, c.get("staff"), record, { section, restrictedUse }));
    })
    .openapi(routes.assess, async (c) => {
      const { outcome, words: sealed } = c.req.valid("json");
      const judgement = { kind: "assessment", outcome } as const;
      return c.json(await recordWords(deps, c.get("staff"), c.req.valid("param").id, judgement, sealed), 201);
    })
    .openapi(routes.decideOn, async (c) => {
      const { outcome, words: sealed } = c.req.valid("json");
      const judgement = { kind: "decision", outcome } as const;
      return c.json(await recordWords(deps, c.get("staff"), c.req.valid("param").id, judgement, sealed), 201);
    })
    .openapi(routes.place, async (c) => {
      await placeCase(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    })
    .openapi(routes.oneOfWords, async (c) => {
      const { id: record, words: wordsId } = c.req.valid("param");
      const { purpose: restrictedUse } = c.req.valid("query");
      const found = await readWords(deps, c.get("staff"), record, { words: wordsId, restrictedUse });
      return c.json(found as z.infer<typeof words>, 200);
    });
}
