import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { listHolds, placeHold, readHoldWords, releaseHold } from "./place-hold.ts";
import { router } from "../openapi/router.ts";
import { sealedWords } from "@tillit/api-contract/ground/shapes";
import * as routes from "@tillit/api-contract/holds/routes";
import { holdSchema } from "@tillit/api-contract/holds/routes";

export function deskHoldRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => {
      const { lang, ...page } = c.req.valid("query");
      const { holds, next: more } = await listHolds(deps, c.get("staff"), lang, page);
      const shown = holds as z.infer<typeof holdSchema>[];
      return c.json({ holds: shown, ...(more === undefined ? {} : { next: more }) }, 200);
    })
    .openapi(routes.place, async (c) =>
      c.json(await placeHold(deps, c.get("staff"), c.req.valid("json")), 201),
    )
    .openapi(routes.release, async (c) => {
      const { id: hold } = c.req.valid("param");
      return c.json(await releaseHold(deps, c.get("staff"), hold, c.req.valid("json").dryRun), 200);
    })
    .openapi(routes.words, async (c) => {
      const { purpose } = c.req.valid("query");
      const kept = await readHoldWords(deps, c.get("staff"), c.req.valid("param").id, purpose);
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    });
}
