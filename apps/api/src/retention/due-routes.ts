import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { dueList, type DueCursor, type DueRow } from "./plan-sweep.ts";
import { stateFacts } from "./state-facts.ts";
import { statable } from "./stated-facts.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { keptRecord, shownKept } from "../extensions/shapes.ts";
import { applicationOnList, shownApplication } from "../records/application-shapes.ts";
import { disposable, recordId } from "../openapi/shapes.ts";

const tags = ["Retention"];
/** Where a page ended: first day and record, or a record that is left to people. */
const cursor = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|unsettled)\.(?:[0-9a-f]{32}|r-[0-9a-f]{20})$/);

function placeOf(after: string): DueCursor {
  const [earliest = "", record = ""] = after.split(".");
  return earliest === "unsettled" ? { unsettled: record } : { earliest, record };
}

const plan = z
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

function shown({ kept, application, ...row }: DueRow): z.infer<typeof plan> {
  return {
    ...row,
    ...(kept === undefined ? {} : { kept: shownKept(kept) }),
    ...shownApplication(application),
  };
}

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
      .refine((code) => statable("municipality", code))
      .optional(),
    transferAgreement: z.boolean().optional(),
  })
  .openapi("RetentionFacts");

export function deskDueRoutes(deps: Deps) {
  const due = createRoute({
    method: "get",
    path: "/api/desk/retention/due",
    tags,
    summary: "What goes until a day, what is held though its day has come, and what is left to people",
    description:
      "As planned last night or when a hold last changed; before anything is done it is decided anew. `kept` says by whom and until when a reviewer has kept a record.",
    ...desk(deps, "retention:plan"),
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
  const state = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/retention-facts",
    tags,
    summary: "State what retention needs to know and only a reader can say",
    description: "Codes, flags and a day of the month. Replaces what was stated before.",
    ...desk(deps, "facts:state"),
    request: { params: z.object({ id: recordId }), body: jsonBody(facts) },
    responses: { 204: { description: "Stated, and planned anew." }, ...refusals },
  });
  return router()
    .openapi(due, async (c) => {
      const { until, after } = c.req.valid("query");
      const last = after === undefined ? undefined : placeOf(after);
      const list = await dueList(deps, c.get("staff"), { until, after: last });
      const [goes, held, unsettled] = [list.due, list.held, list.unsettled].map((rows) => rows.map(shown));
      return c.json({ ...list, due: goes ?? [], held: held ?? [], unsettled: unsettled ?? [] }, 200);
    })
    .openapi(state, async (c) => {
      await stateFacts(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
}
