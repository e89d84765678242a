import { createRoute, z } from "@hono/zod-openapi";
import { mine } from "../ground/gates.ts";
import { json, octets, refusals } from "../ground/answers.ts";
import { handoverLinks, requestId, sealedEnvelope, sectionId } from "../ground/shapes.ts";

const tags = ["My pages"];

export const id = z.object({ id: requestId });

export const waiting = sealedEnvelope.extend({ expires: z.string() });

const proofSchema = z
  .object({
    controller: z.string(),
    index: z.int(),
    size: z.int(),
    entry: z.string(),
    proof: z.array(z.string()),
    checkpoint: z.string(),
    key: z.string(),
    handovers: handoverLinks,
  })
  .openapi("AnswerProof");

export const gate = mine({ receipt: true });

export const fetch = createRoute({
  method: "get",
  path: "/api/mine/requests/{id}/export",
  tags,
  summary: "The answer to my request, sealed to my receipt",
  description: "In the log before it leaves. It is destroyed a day after its parts are first fetched.",
  ...gate,
  request: { params: id },
  responses: { 200: json(waiting, "To be opened with the receipt."), ...refusals },
});

export const blob = createRoute({
  method: "get",
  path: "/api/mine/requests/{id}/export/blobs/{section}",
  tags,
  summary: "One sealed part of the answer",
  ...gate,
  request: { params: id.extend({ section: sectionId }) },
  responses: { 200: octets, ...refusals },
});

export const proof = createRoute({
  method: "get",
  path: "/api/mine/requests/{id}/export/proof",
  tags,
  summary: "That the answer stands in the controller's log",
  description:
    "The entry names the answer's manifest and its list of files by digest, and nobody. The proof leads to the root that the checkpoint signs; whoever knows the key of that log, or an earlier one that `handovers` leads on from, can check both, now and later.",
  ...gate,
  request: { params: id },
  responses: { 200: json(proofSchema, "To be checked in the browser, and kept."), ...refusals },
});
