import type { Language } from "@tillit/law-reference";
import { createRoute, z } from "@hono/zod-openapi";
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
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { keptRecord, shownKept } from "../extensions/shapes.ts";
import { applicationOnList, shownApplication } from "../records/application-shapes.ts";
import { disposable, language, readingPurpose, recordId, sealedWords } from "../openapi/shapes.ts";

const tags = ["Disposal"];
const id = z.object({ id: z.string().regex(/^d-[0-9a-f]{20}$/) });
const day = z.iso.date();
const spoken = z.object({ lang: language });
const dry = spoken.extend({ dryRun: z.enum(["true", "false"]).default("false") });

const listSchema = z
  .object({
    id: z.string(),
    status: z.string(),
    asOf: z.string(),
    required: z.int(),
    approvals: z.int(),
    coolUntil: z.string().optional(),
    items: z.array(
      z.object({
        record: z.string(),
        rule: z.string(),
        ruleText: z.string(),
        outcome: z.string(),
        earliest: z.string(),
        latest: z.string().optional(),
        answer: z.object({ kind: z.string(), until: z.string().optional() }).optional(),
        result: z.string().optional(),
        application: applicationOnList.optional(),
      }),
    ),
    dropped: z.array(z.object({ record: z.string(), reason: z.string(), text: z.string() })),
  })
  .openapi("DisposalList");

const proposedSchema = listSchema
  .extend({
    /** More is due than two persons can look through at once: it comes on the next list. */
    more: z.literal(true).optional(),
  })
  .openapi("ProposedDisposal");

const readSchema = listSchema
  .extend({
    words: z.array(
      z.object({
        id: recordId,
        kind: z.enum(["keep", "reclassify", "changes", "abort"]),
        record: z.string().optional(),
        at: z.string(),
        by: z.string(),
      }),
    ),
    kept: z.array(keptRecord.extend({ record: z.string() })),
  })
  .openapi("DisposalListWithWords");

const review = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("Approve") }),
    z.strictObject({
      type: z.literal("Answer"),
      record: disposable,
      answer: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("dispose") }),
        z.strictObject({ kind: z.literal("keep"), until: day, words: sealedWords }),
        z.strictObject({ kind: z.literal("reclassify"), words: sealedWords }),
      ]),
    }),
    z.strictObject({ type: z.literal("RequestChanges"), words: sealedWords }),
    z.strictObject({ type: z.literal("Abort"), words: sealedWords }),
  ])
  .openapi("DisposalReview");

const certificateSchema = z
  .object({
    certificate: z.object({ proof: z.looseObject({}), leaves: z.array(z.looseObject({})) }),
    protocol: z.string(),
    log: z.object({
      index: z.int(),
      size: z.int(),
      checkpoint: z.string(),
      key: z.string(),
      inclusion: z.array(z.string()),
    }),
  })
  .openapi("DisposalCertificate");

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
  const propose = createRoute({
    method: "post",
    path: "/api/desk/disposals",
    tags,
    summary: "Put everything that is due on a list for a second person",
    description:
      "A record that is to be handed over comes on a list when its receiver has accepted it. A dry run keeps nothing.",
    ...desk(deps, "disposal:propose"),
    request: { query: dry },
    responses: { 201: json(proposedSchema, "Waits for review."), ...refusals },
  });
  const list = createRoute({
    method: "get",
    path: "/api/desk/disposals",
    tags,
    summary: "All disposal lists",
    ...desk(deps, "retention:plan"),
    request: { query: spoken },
    responses: { 200: json(z.object({ disposals: z.array(listSchema) }), "Every list."), ...refusals },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/disposals/{id}",
    tags,
    summary: "One disposal list",
    ...desk(deps, "retention:plan"),
    request: { params: id, query: spoken },
    responses: { 200: json(readSchema, "The list, and what has been said about it."), ...refusals },
  });
  const look = createRoute({
    method: "post",
    path: "/api/desk/disposals/{id}/review",
    tags,
    summary: "The second person answers, approves or stops",
    description:
      "What is not an approval takes words, sealed to the own controller for the purpose `disposal-list/` and the list's id. A record that is kept until a day is on no list before the day after, whatever becomes of this one; where the rules' last day comes first, `conflict` says so.",
    ...desk(deps, "disposal:approve"),
    request: { params: id, query: spoken, body: jsonBody(review) },
    responses: { 200: json(readSchema, "Where it stands now."), ...refusals },
  });
  const words = createRoute({
    method: "get",
    path: "/api/desk/disposals/{id}/words/{words}",
    tags,
    summary: "Sealed words about a list or a record on it",
    description: "In the log before they leave. What was said about a record goes with the record.",
    ...desk(deps, "retention:plan"),
    request: { params: id.extend({ words: recordId }), query: readingPurpose },
    responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
  });
  const execute = createRoute({
    method: "post",
    path: "/api/desk/disposals/{id}/execution",
    tags,
    summary: "Carry out an approved list: keys, bytes and rows are destroyed",
    description:
      "Every record is decided again first; what is held or has changed stays. Recipients that were noted get a notice. A dry run says what would go and what would stay.",
    ...desk(deps, "disposal:approve"),
    request: { params: id, query: dry },
    responses: { 200: json(listSchema, "Done."), ...refusals },
  });
  const certificate = createRoute({
    method: "get",
    path: "/api/desk/disposals/{id}/certificate",
    tags,
    summary: "Proof of what was destroyed, by which rule, decided by whom",
    ...desk(deps, "retention:plan"),
    request: { params: id },
    responses: {
      200: json(certificateSchema, "Names no record in the clear."),
      ...refusals,
    },
  });
  return router()
    .openapi(propose, async (c) => {
      const { lang, dryRun } = c.req.valid("query");
      const made = await proposeDisposal(deps, c.get("staff"), { dryRun: dryRun === "true" });
      return c.json({ ...shown(made, lang), ...(made.more ? { more: true as const } : {}) }, 201);
    })
    .openapi(list, async (c) => {
      const { lang } = c.req.valid("query");
      const disposals = (await listDisposals(deps, c.get("staff"))).map((one) => shown(one, lang));
      return c.json({ disposals }, 200);
    })
    .openapi(read, async (c) => {
      const found = await readDisposal(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(withWords(found, c.req.valid("query").lang), 200);
    })
    .openapi(look, async (c) => {
      const done = await reviewDisposal(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(withWords(done, c.req.valid("query").lang), 200);
    })
    .openapi(words, async (c) => {
      const { id: one, words: wanted } = c.req.valid("param");
      const kept = await readListWords(deps, c.get("staff"), one, {
        words: wanted,
        restrictedUse: c.req.valid("query").purpose,
      });
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    })
    .openapi(execute, async (c) => {
      const { lang, dryRun } = c.req.valid("query");
      const { id: one } = c.req.valid("param");
      const done = await executeDisposal(deps, c.get("staff"), one, { dryRun: dryRun === "true" });
      return c.json(shown(done, lang), 200);
    })
    .openapi(certificate, async (c) => {
      const made = await disposalCertificate(deps, c.get("staff"), c.req.valid("param").id);
      const proof = { ...made.certificate.proof };
      const leaves = made.certificate.leaves.map((leaf) => ({ ...leaf }));
      const shownToo = { ...made, certificate: { proof, leaves } };
      return c.json(shownToo as z.infer<typeof certificateSchema>, 200);
    });
}
