/** What sender and receiver see of an offer: the manifest with its proof, who said what when, and for the receiver the sealed envelopes to check before answering. */
import { z } from "zod";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import type { PageAsked } from "@tillit/api-contract/ground/pages";
import { cursorOf, pageOf } from "../openapi/pages.ts";
import { instantText } from "@tillit/api-contract/ground/shapes";
import { Problem } from "../problem.ts";
import type { TransferRow, Unit } from "@tillit/record-store";
import { transferProof } from "./offer-transfer.ts";
import { allowUse } from "../records/restriction.ts";
import { sealedForController } from "../envelopes/sealed-for.ts";
import { staffName } from "../kernel/staff-name.ts";

async function summaries(deps: Deps, rows: readonly TransferRow[]) {
  const names = new Map((await deps.store.controllers()).map(({ id, name }) => [id, name]));
  return rows.map(({ id, sender, receiver, record, offeredAt, state }) => ({
    id,
    sender,
    senderName: names.get(sender) ?? sender,
    receiver,
    receiverName: names.get(receiver) ?? receiver,
    record,
    offeredAt,
    state,
  }));
}

const cursor = cursorOf(
  "transfers",
  z.object({
    state: z.enum(["offered", "accepted", "declined", "withdrawn"]),
    offeredAt: instantText,
    id: z.string().max(64),
  }),
);

/**
 * Offers to and from the own controller: those that wait for an answer, the oldest first; behind them the others, the
 * newest first.
 */
export async function listTransfers(deps: Deps, staff: Session, asked: PageAsked) {
  const { rows, next } = await deps.store.read(staff.controller, (unit) =>
    pageOf(asked, cursor, { read: (after, most) => unit.transfers.all(most, after) }),
  );
  const shown = await summaries(deps, rows);
  return {
    incoming: shown.filter(({ receiver }) => receiver === staff.controller),
    outgoing: shown.filter(({ sender }) => sender === staff.controller),
    ...(next === undefined ? {} : { next }),
  };
}

/**
 * One offer with its manifest and the proof that the sender's log has it; for either side. `number` is the case's at the
 * reader's; `gone` says that the sender's copy is.
 */
export async function readTransfer(deps: Deps, staff: Session, id: string) {
  const row = await deps.store.read(staff.controller, (unit) => unit.transfers.get(id));
  if (row === undefined) throw new Problem("NOT_FOUND");
  const { sender, record, words } = row;
  const proof = await transferProof(deps, sender, record, id);
  const there = await deps.store.read(sender, async (unit) => ({
    app: (await unit.projections.case(record))?.app,
    sealedFor: await sealedForController(unit, record),
    history: (await load(unit, "handover", record))
      .filter(({ data }) => data.transfer === id)
      .map(({ type, at }) => ({ type, at })),
  }));
  const own = await deps.store.read(staff.controller, (unit) => unit.projections.case(record));
  const [summary] = await summaries(deps, [row]);
  if (summary === undefined) throw new Problem("NOT_FOUND");
  const { app = own?.app, ...known } = there;
  return {
    ...summary,
    ...proof,
    ...known,
    gone: there.app === undefined,
    ...(app === undefined ? {} : { app }),
    ...(own === undefined ? {} : { number: own.number }),
    ...(words === undefined ? {} : { words }),
  };
}

/**
 * One of the offered envelopes, for the receiver: signed manifest and a keyring with the receiver in it. No sealed byte
 * of content goes with it; that it was looked at is in the receiver's log first.
 *
 * @throws Problem NOT_FOUND · STATE_CONFLICT with reason TRANSFER_SETTLED · GONE · RECORD_RESTRICTED at the sender's
 */
export async function offeredEnvelope(deps: Deps, staff: Session, id: string, envelope: string) {
  const at = instant(deps.clock());
  const { sender, record } = await deps.store.read(staff.controller, (unit) =>
    examinable(unit, id, envelope),
  );
  await deps.store.read(sender, (unit) => allowUse(unit, record, "process"));
  const offer = await deps.store.write(staff.controller, async (unit) => {
    const found = await examinable(unit, id, envelope);
    const data = { transfer: id, envelope };
    const news = { type: "TransferExamined", at, by: staffName(staff), data } as const;
    await append(unit, "transfer-examined", id, "any", news);
    return found;
  });
  const kept = await deps.store.read(offer.sender, (unit) => sealedEnvelope(unit, envelope));
  return {
    manifest: kept.manifest,
    keyring: { ...offer.recipients?.[envelope], slots: kept.slots },
  };
}

/** @throws Problem NOT_FOUND · STATE_CONFLICT with reason TRANSFER_SETTLED */
async function examinable(unit: Unit, id: string, envelope: string): Promise<TransferRow> {
  const found = await unit.transfers.get(id);
  if (found?.receiver !== unit.controller) throw new Problem("NOT_FOUND");
  if (found.recipients?.[envelope] !== undefined) return found;
  if (found.state !== "offered") throw new Problem("STATE_CONFLICT", "TRANSFER_SETTLED");
  throw new Problem("NOT_FOUND");
}

async function sealedEnvelope(unit: Unit, id: string) {
  const envelope = await unit.envelopes.get(id);
  const keyring = await unit.envelopes.keyring(id);
  if (envelope === undefined || keyring === undefined) throw new Problem("GONE");
  return { manifest: envelope.manifest, slots: keyring.slots };
}
