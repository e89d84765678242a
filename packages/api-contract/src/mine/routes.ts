import { createRoute, z } from "@hono/zod-openapi";
import { mine } from "../ground/gates.ts";
import { json, jsonBody, octets, refusals } from "../ground/answers.ts";
import {
  applicationId,
  base64urlText,
  dsseSchema,
  nonce,
  recordId,
  requestSummary,
  sealedEnvelope,
  sectionId,
} from "../ground/shapes.ts";

const tags = ["My pages"];

const app = z.object({ app: applicationId });

export const sealed = sealedEnvelope;

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

export const challenge = createRoute({
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

export const session = createRoute({
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

export const withdrawal = createRoute({
  method: "post",
  path: "/api/mine/applications/{app}/withdrawal",
  tags,
  summary: "Withdraw an application with a signed statement",
  request: { params: app, body: jsonBody(z.strictObject({ statement: dsseSchema })) },
  responses: { 200: json(z.object({ status: z.literal("withdrawn") }), "Withdrawn."), ...refusals },
});

export const gate = mine();

export const receiptGate = mine({ receipt: true });

export const overview = createRoute({
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

export const envelope = createRoute({
  method: "get",
  path: "/api/mine/applications/{app}/envelopes/{record}",
  tags,
  summary: "My sealed application",
  ...receiptGate,
  request: { params: app.extend({ record: recordId }) },
  responses: { 200: json(sealed, "To be opened with the receipt."), ...refusals },
});

export const blob = createRoute({
  method: "get",
  path: "/api/mine/applications/{app}/envelopes/{record}/blobs/{section}",
  tags,
  summary: "One sealed part of my application",
  ...receiptGate,
  request: { params: app.extend({ record: recordId, section: sectionId }) },
  responses: { 200: octets, ...refusals },
});

export const accesses = createRoute({
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
