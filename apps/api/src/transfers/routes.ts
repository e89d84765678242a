import { z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { archiveMetadata } from "./archive-metadata.ts";
import { offerTransfer, withdrawTransfer } from "./offer-transfer.ts";
import { listTransfers, offeredEnvelope, readTransfer } from "./read-transfer.ts";
import type { SealedWords } from "../envelopes/sealed-words.ts";
import { acceptTransfer, declineTransfer } from "./settle-transfer.ts";
import { ruleInWords, type InWords } from "../retention/rule-in-words.ts";
import { router } from "../openapi/router.ts";
import { sealedEnvelope, sealedWords } from "@tillit/api-contract/ground/shapes";
import * as routes from "@tillit/api-contract/transfers/routes";

/** One record is handed over at a time: its rule is the offer's. */
function basisOf([entry]: readonly { readonly reference: string }[]): InWords {
  return ruleInWords(entry?.reference ?? "");
}

export function deskTransferRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.offer, async (c) => {
      const made = await offerTransfer(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      const entries = made.manifest.entries.map((entry) => ({ ...entry }));
      return c.json(
        {
          ...made,
          basis: basisOf(entries),
          envelopes: [...made.envelopes],
          manifest: { ...made.manifest, entries },
        },
        201,
      );
    })
    .openapi(routes.archive, async (c) => {
      const found = await archiveMetadata(deps, c.get("staff"), c.req.valid("param").id);
      const entries = found.manifest.entries.map((entry) => ({ ...entry }));
      return c.json({ ...found, manifest: { ...found.manifest, entries } }, 200);
    })
    .openapi(routes.list, async (c) =>
      c.json(await listTransfers(deps, c.get("staff"), c.req.valid("query")), 200),
    )
    .openapi(routes.read, async (c) => {
      const found = await readTransfer(deps, c.get("staff"), c.req.valid("param").id);
      const entries = found.manifest.entries.map((entry) => ({ ...entry }));
      const { words, ...rest } = found;
      const said = words === undefined ? {} : { words: words as z.infer<typeof sealedWords> };
      return c.json(
        { ...rest, ...said, basis: basisOf(entries), manifest: { ...found.manifest, entries } },
        200,
      );
    })
    .openapi(routes.examine, async (c) => {
      const { id: transfer, record } = c.req.valid("param");
      const found = await offeredEnvelope(deps, c.get("staff"), transfer, record);
      return c.json(found as z.infer<typeof sealedEnvelope>, 200);
    })
    .openapi(routes.accept, async (c) =>
      c.json(await acceptTransfer(deps, c.get("staff"), c.req.valid("param").id), 201),
    )
    .openapi(routes.decline, async (c) => {
      const { words } = c.req.valid("json");
      await declineTransfer(deps, c.get("staff"), c.req.valid("param").id, words as SealedWords | undefined);
      return c.body(null, 204);
    })
    .openapi(routes.withdraw, async (c) => {
      await withdrawTransfer(deps, c.get("staff"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}
