import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { disposedPartsOf } from "../envelopes/disposed-parts.ts";
import { myApplications } from "./my-applications.ts";
import { acceptProof, giveChallenge } from "./prove-possession.ts";
import { readOwnBlob, readOwnEnvelope } from "./read-own-envelope.ts";
import { accessesToMine } from "../log/accesses.ts";
import { withdrawApplication } from "./withdraw-application.ts";
import { mine } from "../http/guard.ts";
import { json, jsonBody, octets, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import {
  applicationId,
  base64urlText,
  dsseSchema,
  nonce,
  recordId,
  requestSummary,
  sealedEnvelope,
  sectionId,
} from "../openapi/shapes.ts";
import { sendBlob } from "../http/send-blob.ts";

const tags = ["My pages"];
const app = z.object({ app: applicationId });
const sealed = sealedEnvelope;

const disposedPart = z
  .object({
    controller: z.string(),
    controllerName: z.string(),
    on: z.string(),
    how: z.enum(["gone", "transferred"]),
    rule: z.string(),
  })
  .openapi("DisposedPart");

const ownApplication = z
  .object({
    id: recordId,
    controller: z.string(),
    controllerName: z.string(),
    status: z.string(),
    submittedAt: z.string(),
    assignments: z.array(z.string()),
    /** Whom the sealed context names, where the record was handed over from another controller. */
    sealedFor: z.string().optional(),
    openedAt: z.string().optional(),
    decision: z.object({ outcome: z.string(), at: z.string() }).optional(),
    requests: z.array(requestSummary.omit({ application: true })),
  })
  .openapi("OwnApplication");

const challenge = createRoute({
  method: "post",
  path: "/api/mine/applications/{app}/challenge",
  tags,
  summary: "Ask for something to sign with the receipt",
  request: { params: app },
  responses: {
    200: json(
      z.object({ nonce: z.string(), expires: z.string(), cids: z.array(z.string()) }),
      "Sign one of the cids with the nonce.",
    ),
    ...refusals,
  },
});

const session = createRoute({
  method: "post",
  path: "/api/mine/applications/{app}/session",
  tags,
  summary: "Prove possession of the receipt",
  request: {
    params: app,
    body: jsonBody(z.strictObject({ cid: base64urlText.max(64), nonce, proof: base64urlText.max(128) })),
  },
  responses: {
    200: json(z.object({ token: z.string(), expires: z.string() }), "A bearer token."),
    ...refusals,
  },
});

const withdrawal = createRoute({
  method: "post",
  path: "/api/mine/applications/{app}/withdrawal",
  tags,
  summary: "Withdraw an application with a signed statement",
  request: { params: app, body: jsonBody(z.strictObject({ statement: dsseSchema })) },
  responses: { 200: json(z.object({ status: z.literal("withdrawn") }), "Withdrawn."), ...refusals },
});

export function mineRoutes(deps: Deps) {
  const gate = mine(deps);
  const receiptGate = mine(deps, { receipt: true });
  const overview = createRoute({
    method: "get",
    path: "/api/mine/applications/{app}",
    tags,
    summary: "Where my application stands with each controller",
    ...gate,
    request: { params: app },
    responses: {
      200: json(
        z.object({ applications: z.array(ownApplication), disposed: z.array(disposedPart) }),
        "One for each controller, and what is no longer kept.",
      ),
      ...refusals,
    },
  });
  const envelope = createRoute({
    method: "get",
    path: "/api/mine/applications/{app}/envelopes/{record}",
    tags,
    summary: "My sealed application",
    ...receiptGate,
    request: { params: app.extend({ record: recordId }) },
    responses: { 200: json(sealed, "To be opened with the receipt."), ...refusals },
  });
  const blob = createRoute({
    method: "get",
    path: "/api/mine/applications/{app}/envelopes/{record}/blobs/{section}",
    tags,
    summary: "One sealed part of my application",
    ...receiptGate,
    request: { params: app.extend({ record: recordId, section: sectionId }) },
    responses: { 200: octets, ...refusals },
  });
  const accesses = createRoute({
    method: "get",
    path: "/api/mine/applications/{app}/envelopes/{record}/accesses",
    tags,
    summary: "When my application was fetched, in which role and for what",
    ...gate,
    request: { params: app.extend({ record: recordId }) },
    responses: {
      200: json(
        z.object({
          accesses: z.array(
            z.object({
              at: z.string(),
              role: z.string(),
              part: z.string(),
              purpose: z.string(),
              restricted: z.string().optional(),
            }),
          ),
        }),
        "Oldest first; roles, no persons.",
      ),
      ...refusals,
    },
  });
  return router()
    .openapi(challenge, async (c) => c.json(await giveChallenge(deps, c.req.valid("param").app), 200))
    .openapi(session, async (c) => {
      const origin = c.req.header("origin");
      return c.json(await acceptProof(deps, c.req.valid("param").app, c.req.valid("json"), origin), 200);
    })
    .openapi(withdrawal, async (c) => {
      await withdrawApplication(deps, c.req.valid("param").app, c.req.valid("json").statement);
      return c.json({ status: "withdrawn" as const }, 200);
    })
    .openapi(overview, async (c) => {
      const applications = await myApplications(deps, c.get("applicant"));
      return c.json({ applications, disposed: await disposedPartsOf(deps, c.get("applicant")) }, 200);
    })
    .openapi(envelope, async (c) => {
      const found = await readOwnEnvelope(deps, c.get("applicant"), c.req.valid("param").record);
      return c.json(found as z.infer<typeof sealed>, 200);
    })
    .openapi(blob, async (c) => {
      const { record, section } = c.req.valid("param");
      return sendBlob(c, await readOwnBlob(deps, c.get("applicant"), record, section));
    })
    .openapi(accesses, async (c) => {
      const found = await accessesToMine(deps, c.get("applicant"), c.req.valid("param").record);
      return c.json({ accesses: found }, 200);
    });
}
