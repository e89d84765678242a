import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { drawReview } from "./draw-review.ts";
import {
  flagAccess,
  judgeAccess,
  listReviews,
  readReview,
  readReviewWords,
  signReview,
} from "./judge-review.ts";
import { router } from "../openapi/router.ts";
import { sealedWords } from "@tillit/api-contract/ground/shapes";
import * as routes from "@tillit/api-contract/review/routes";

export function deskReviewRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.list, async (c) => c.json(await listReviews(deps, c.get("staff")), 200))
    .openapi(routes.draw, async (c) =>
      c.json(await drawReview(deps, c.get("staff"), c.req.valid("json")), 201),
    )
    .openapi(routes.read, async (c) =>
      c.json(await readReview(deps, c.get("staff"), c.req.valid("param").id), 200),
    )
    .openapi(routes.judge, async (c) => {
      const { id: review, seq } = c.req.valid("param");
      return c.json(await judgeAccess(deps, c.get("staff"), review, seq, c.req.valid("json")), 200);
    })
    .openapi(routes.sign, async (c) =>
      c.json(await signReview(deps, c.get("staff"), c.req.valid("param").id), 200),
    )
    .openapi(routes.words, async (c) => {
      const { id: review, words: one } = c.req.valid("param");
      const kept = await readReviewWords(deps, c.get("staff"), review, one);
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    })
    .openapi(routes.flag, async (c) => {
      await flagAccess(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json").flag);
      return c.body(null, 204);
    });
}
