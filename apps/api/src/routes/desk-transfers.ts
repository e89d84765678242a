import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { archiveMetadata } from "../flows/archive-metadata.ts";
import { offerTransfer, withdrawTransfer } from "../flows/offer-transfer.ts";
import { acceptTransfer, declineTransfer, listTransfers, readTransfer } from "../flows/settle-transfer.ts";
import { desk } from "../identity/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { controllerId, keyringSchema, recordId } from "../openapi/shapes.ts";

const tags = ["Transfer"];
const id = z.object({ id: z.string().regex(/^t-[0-9a-f]{20}$/) });

const manifest = z
  .object({
    format: z.literal("tillit-transfer/1"),
    list: z.string(),
    receiver: z.string(),
    entries: z.array(
      z.object({
        record: z.string(),
        status: z.string(),
        date: z.string(),
        reference: z.string(),
        checksum: z.object({ alg: z.string(), value: z.string() }),
      }),
    ),
  })
  .openapi("TransferManifest");

const envelopes = z.array(z.object({ id: recordId, kind: z.string(), digest: z.string() }));

const summary = z
  .object({
    id: z.string(),
    sender: z.string(),
    receiver: z.string(),
    record: z.string(),
    offeredAt: z.string(),
    state: z.enum(["offered", "accepted", "declined", "withdrawn"]),
  })
  .openapi("Transfer");

const detail = summary
  .extend({
    manifest,
    envelopes,
    log: z.object({
      index: z.int(),
      size: z.int(),
      checkpoint: z.string(),
      key: z.string(),
      inclusion: z.array(z.string()),
      entry: z.string(),
    }),
  })
  .openapi("TransferDetail");

const metadata = z
  .object({
    label: z.string(),
    creator: z.object({ name: z.string() }),
    manifest,
    events: z.array(z.object({ type: z.string(), at: z.string(), detail: z.string().optional() })),
    accesses: z.int(),
    envelopes,
    sections: z.array(z.object({ id: z.string(), class: z.string(), size: z.int(), hash: z.string() })),
  })
  .openapi("ArchiveMetadata");

export function deskTransferRoutes(deps: Deps) {
  const gate = desk(deps, "transfer:handle", { whole: true });
  const offer = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/transfers",
    tags,
    summary: "Offer a record to the board that the rules send it to",
    description:
      "The browser adds the receiver's keys to the keyring of the application and of each words about it. A dry run gives the manifest and which envelopes those are.",
    ...gate,
    request: {
      params: z.object({ id: recordId }),
      body: jsonBody(
        z.strictObject({
          receiver: controllerId,
          keyrings: z.record(recordId, keyringSchema).optional(),
          dryRun: z.boolean().default(false),
        }),
      ),
    },
    responses: {
      201: json(
        z.object({
          dryRun: z.boolean(),
          id: z.string().optional(),
          receiver: z.string(),
          manifest,
          envelopes,
        }),
        "Offered, or what would be.",
      ),
      ...refusals,
    },
  });
  const archive = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}/archive-metadata",
    tags,
    summary: "What is known in the clear about a record that goes to an archive",
    description:
      "For `tillit retention package`, which packs the opened content on the archivist's machine: dates, codes, digests, retention mark.",
    ...gate,
    request: { params: z.object({ id: recordId }) },
    responses: { 200: json(metadata, "No content."), ...refusals },
  });
  const list = createRoute({
    method: "get",
    path: "/api/desk/transfers",
    tags,
    summary: "Records offered to and by the own controller",
    ...gate,
    responses: {
      200: json(z.object({ incoming: z.array(summary), outgoing: z.array(summary) }), "Newest first."),
      ...refusals,
    },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/transfers/{id}",
    tags,
    summary: "One offer with its manifest, and the proof that it stands in the sender's signed log",
    ...gate,
    request: { params: id },
    responses: { 200: json(detail, "For sender and receiver."), ...refusals },
  });
  const accept = createRoute({
    method: "post",
    path: "/api/desk/transfers/{id}/acceptance",
    tags,
    summary: "Accept a record: the sealed bytes become the own controller's",
    description: "The sender's copy goes by the sender's own disposal list, with this as receipt.",
    ...gate,
    request: { params: id },
    responses: {
      201: json(
        z.object({ id: z.string(), record: z.string(), number: z.string(), index: z.int() }),
        "Accepted; the place of the event in the own log.",
      ),
      ...refusals,
    },
  });
  const decline = createRoute({
    method: "post",
    path: "/api/desk/transfers/{id}/refusal",
    tags,
    summary: "Decline a record; it stays with its sender",
    ...gate,
    request: { params: id },
    responses: { 204: { description: "Declined, in both logs." }, ...refusals },
  });
  const withdraw = createRoute({
    method: "post",
    path: "/api/desk/transfers/{id}/withdrawal",
    tags,
    summary: "Take back an offer that has not been answered",
    ...gate,
    request: { params: id },
    responses: { 204: { description: "Withdrawn." }, ...refusals },
  });
  return router()
    .openapi(offer, async (c) => {
      const made = await offerTransfer(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      const entries = made.manifest.entries.map((entry) => ({ ...entry }));
      return c.json(
        { ...made, envelopes: [...made.envelopes], manifest: { ...made.manifest, entries } },
        201,
      );
    })
    .openapi(archive, async (c) => {
      const found = await archiveMetadata(deps, c.get("staff"), c.req.valid("param").id);
      const entries = found.manifest.entries.map((entry) => ({ ...entry }));
      return c.json({ ...found, manifest: { ...found.manifest, entries } }, 200);
    })
    .openapi(list, async (c) => c.json(await listTransfers(deps, c.get("staff")), 200))
    .openapi(read, async (c) => {
      const found = await readTransfer(deps, c.get("staff"), c.req.valid("param").id);
      const entries = found.manifest.entries.map((entry) => ({ ...entry }));
      return c.json({ ...found, manifest: { ...found.manifest, entries } }, 200);
    })
    .openapi(accept, async (c) =>
      c.json(await acceptTransfer(deps, c.get("staff"), c.req.valid("param").id), 201),
    )
    .openapi(decline, async (c) => {
      await declineTransfer(deps, c.get("staff"), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(withdraw, async (c) => {
      await withdrawTransfer(deps, c.get("staff"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}
