import { createRoute, z } from "@hono/zod-openapi";
import { retentionRules } from "@tillit/welfare-law";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { keptRecord } from "../extensions/shapes.ts";
import { applicationOnList } from "../records/application-shapes.ts";
import { disposable, recordId } from "../ground/shapes.ts";

const of = retentionRules.vocabulary["municipality"]?.type;
/** The municipalities that retention knows rules for, and for all others its general ones. */
const municipalities = new Set<unknown>(of?.kind === "enum" ? of.values : []);

const tags = ["Retention"];

/** Where a page ended: first day and record, or a record that is left to people. */
const cursor = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|unsettled)\.(?:[0-9a-f]{32}|r-[0-9a-f]{20})$/);

export const plan = z
  .object({
    record: disposable,
    outcome: z.string(),
    status: z.string(),
    rule: z.string().optional(),
    earliest: z.string().optional(),
    latest: z.string().optional(),
    kept: keptRecord.optional(),
    application: applicationOnList.optional(),
  })
  .openapi("PlannedRecord");

/** Keys of the retention vocabulary that take reading; each an own code, so that nothing can be written in words. */
const facts = z
  .strictObject({
    recordType: z.enum(["application", "case-file"]).optional(),
    documentFrom: z
      .enum(["general", "paternity", "adoption", "child-placement", "child-inquiry", "no-inquiry-decision"])
      .optional(),
    placementForm: z
      .enum([
        "family-home",
        "hvb",
        "supported-housing",
        "sheltered-housing",
        "special-support-housing",
        "other-private-home",
      ])
      .optional(),
    subjectIsChild: z.boolean().optional(),
    subjectBirthDay: z.int().min(1).max(31).optional(),
    municipality: z
      .string()
      .regex(/^\d{4}$/)
      .refine((code) => municipalities.has(code))
      .optional(),
    transferAgreement: z.boolean().optional(),
  })
  .openapi("RetentionFacts");

export const due = createRoute({
  method: "get",
  path: "/api/desk/retention/due",
  tags,
  summary: "What goes until a day, what is held though its day has come, and what is left to people",
  description:
    "As planned last night or when a hold last changed; before anything is done it is decided anew. `kept` says by whom and until when a reviewer has kept a record.",
  ...desk("retention:plan"),
  request: { query: z.object({ until: z.iso.date().optional(), after: cursor.optional() }) },
  responses: {
    200: json(
      z.object({
        asOf: z.string(),
        until: z.string(),
        due: z.array(plan),
        held: z.array(plan),
        unsettled: z.array(plan),
        next: z.string().optional(),
      }),
      "First day first; what is left to people comes with the last of them. With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const state = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/retention-facts",
  tags,
  summary: "State what retention needs to know and only a reader can say",
  description: "Codes, flags and a day of the month. Replaces what was stated before.",
  ...desk("facts:state"),
  request: { params: z.object({ id: recordId }), body: jsonBody(facts) },
  responses: { 204: { description: "Stated, and planned anew." }, ...refusals },
});
