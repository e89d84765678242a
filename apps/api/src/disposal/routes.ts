import type { Language } from "@tillit/law-reference";
import { z } from "@hono/zod-openapi";
import type { ItemAnswer, ListItem } from "@tillit/retention-policy";
import type { Deps } from "../deps.ts";
import { dropWords } from "./drop-words.ts";
import { disposalCertificate, executeDisposal } from "./execute-disposal.ts";
import { proposeDisposal } from "./propose-disposal.ts";
import { ruleInWords } from "../retention/rule-in-words.ts";
import type { SeenList } from "./disposal-list.ts";
import type { ListedApplication } from "../records/listed-applications.ts";
import { readListWords } from "./disposal-words.ts";
import { listDisposals, readDisposal, reviewDisposal, type ReadList } from "./review-disposal.ts";
import { router } from "../openapi/router.ts";
import { shownKept } from "../extensions/shapes.ts";
import { shownApplication } from "../records/application-shapes.ts";
import { sealedWords } from "@tillit/api-contract/ground/shapes";
import * as routes from "@tillit/api-contract/disposal/routes";
import { certificateSchema } from "@tillit/api-contract/disposal/routes";

function shown({ list, applications }: SeenList, lang: Language) {
  const { status, asOf, required, approvals, coolUntil, items, dropped } = list;
  return {
    id: list.id,
    status,
    asOf,
    required,
    approvals: approvals.length,
    ...(coolUntil === undefined ? {} : { coolUntil }),
    items: items.map((item) => shownItem(item, applications.get(item.record), lang)),
    dropped: dropped.map(({ record, reason }) => ({ record, reason, text: dropWords[reason][lang] })),
  };
}

function shownItem(
  { record, rule, outcome, earliest, latest, answer, result }: ListItem,
  application: ListedApplication | undefined,
  lang: Language,
) {
  return {
    record,
    rule,
    ruleText: ruleInWords(rule)[lang],
    outcome,
    earliest,
    ...(latest === undefined ? {} : { latest }),
    ...(answer === undefined ? {} : { answer: shownAnswer(answer) }),
    ...(result === undefined ? {} : { result }),
    ...shownApplication(application),
  };
}

function shownAnswer(answer: ItemAnswer) {
  return { kind: answer.kind, ...(answer.kind === "keep" ? { until: answer.until } : {}) };
}

function withWords({ words, kept, ...seen }: ReadList, lang: Language) {
  const stays = kept.map((one) => ({ record: one.record, ...shownKept(one) }));
  return { ...shown(seen, lang), words: [...words], kept: stays };
}

export function deskDisposalRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.propose, async (c) => {
      const { lang, dryRun } = c.req.valid("query");
      const made = await proposeDisposal(deps, c.get("staff"), { dryRun: dryRun === "true" });
      return c.json({ ...shown(made, lang), ...(made.more ? { more: true as const } : {}) }, 201);
    })
    .openapi(routes.list, async (c) => {
      const { lang } = c.req.valid("query");
      const disposals = (await listDisposals(deps, c.get("staff"))).map((one) => shown(one, lang));
      return c.json({ disposals }, 200);
    })
    .openapi(routes.read, async (c) => {
      const found = await readDisposal(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(withWords(found, c.req.valid("query").lang), 200);
    })
    .openapi(routes.look, async (c) => {
      const done = await reviewDisposal(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(withWords(done, c.req.valid("query").lang), 200);
    })
    .openapi(routes.words, async (c) => {
      const { id: one, words: wanted } = c.req.valid("param");
      const kept = await readListWords(deps, c.get("staff"), one, {
        words: wanted,
        restrictedUse: c.req.valid("query").purpose,
      });
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    })
    .openapi(routes.execute, async (c) => {
      const { lang, dryRun } = c.req.valid("query");
      const { id: one } = c.req.valid("param");
      const done = await executeDisposal(deps, c.get("staff"), one, { dryRun: dryRun === "true" });
      return c.json(shown(done, lang), 200);
    })
    .openapi(routes.certificate, async (c) => {
      const made = await disposalCertificate(deps, c.get("staff"), c.req.valid("param").id);
      const proof = { ...made.certificate.proof };
      const leaves = made.certificate.leaves.map((leaf) => ({ ...leaf }));
      const shownToo = { ...made, certificate: { proof, leaves } };
      return c.json(shownToo as z.infer<typeof certificateSchema>, 200);
    });
}
