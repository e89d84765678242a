/** The receiving controller answers an offer: accepted, the sealed record becomes its own, with an event and a leaf of its own. */
import { sealingContexts } from "@tillit/application-case";
import { instant } from "../clock.ts";
import { append, type NewsOf } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { CaseRow, Recipients, StoredEnvelope, TransferRow, Unit } from "@tillit/record-store";
import { currentKeys } from "../keys/current-keys.ts";
import { envelopesOf, transferProof } from "./offer-transfer.ts";
import type { Handover } from "./events.ts";
import { refuseDestroyed } from "../envelopes/refuse-destroyed.ts";
import { allowUse } from "../records/restriction.ts";
import { sealedForController } from "../envelopes/sealed-for.ts";
import { checkWords, type SealedWords } from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

/** @throws Problem NOT_FOUND · STATE_CONFLICT with reason TRANSFER_SETTLED */
async function offered(unit: Unit, id: string): Promise<TransferRow> {
  const offer = await unit.transfers.get(id);
  if (offer?.receiver !== unit.controller) throw new Problem("NOT_FOUND");
  if (offer.state !== "offered") throw new Problem("STATE_CONFLICT", "TRANSFER_SETTLED");
  return offer;
}

/**
 * Why, if it is said, is sealed in the browser to both sides and kept on the row that both see; the logs have its digest.
 *
 * @throws Problem NOT_FOUND · STATE_CONFLICT with reason TRANSFER_SETTLED · ENVELOPE_CONTEXT · ENVELOPE_KEY_UNKNOWN
 */
export async function declineTransfer(
  deps: Deps,
  staff: Session,
  id: string,
  words: SealedWords | undefined,
): Promise<void> {
  const { controller } = staff;
  const at = instant(deps.clock());
  const by = staffName(staff);
  const { sender, record } = await deps.store.read(controller, (unit) => offered(unit, id));
  const said = words && (await checkRefusal(deps, words, { id, sender, record, receiver: controller }));
  const digest = said === undefined ? {} : { words: said };
  const offer = await deps.store.write(controller, async (unit) => {
    const { recipients: _recipients, ...rest } = await offered(unit, id);
    const data = { from: sender, transfer: id, ...digest };
    await append(unit, "transfer", id, 0, { type: "TransferDeclinedHere", at, by, data });
    const kept = words === undefined ? {} : { words };
    await unit.transfers.put({ ...rest, ...kept, state: "declined" });
    return rest;
  });
  await noteAnswer(deps, offer, {
    type: "TransferDeclined",
    at,
    by: "receiver",
    data: { transfer: id, ...digest },
  });
}

/** The digest of words that both sides can open, bound to this offer. */
async function checkRefusal(
  deps: Deps,
  words: SealedWords,
  { id, sender, record, receiver }: { id: string; sender: string; record: string; receiver: string },
): Promise<string> {
  const row = await deps.store.read(sender, (unit) => unit.projections.case(record));
  if (row === undefined) throw new Problem("GONE");
  const expected = { ...sealingContexts.transferRefusal(id), app: row.app };
  const { verified, keyring, digest } = await checkWords(words, { ...expected, controller: receiver });
  if (!verified.manifest.context.controllers.includes(sender)) throw new Problem("ENVELOPE_CONTEXT");
  const kids = new Set(keyring.stanzas.map(({ kid }) => kid));
  for (const side of [sender, receiver]) {
    if (!(await currentKeys(deps, side)).some((kid) => kids.has(kid)))
      throw new Problem("ENVELOPE_KEY_UNKNOWN");
  }
  return digest;
}

/**
 * Sealed bytes are copied part by part, then the record appears here in one step. Done again after a crash it begins
 * anew. The sender destroys its own copy by its own list, with this acceptance as receipt.
 *
 * @throws Problem NOT_FOUND · GONE where either side has destroyed it · STATE_CONFLICT with reason TRANSFER_SETTLED or
 * RECORD_HERE (the receiver has the record already) · VERSION_CONFLICT
 */
export async function acceptTransfer(deps: Deps, staff: Session, id: string) {
  const { controller } = staff;
  const offer = await deps.store.read(controller, (unit) => offered(unit, id));
  const { sender, record, recipients = {} } = offer;
  const { row, envelopes, words, sealedFor } = await deps.store.read(sender, async (unit) => {
    const found = await unit.projections.case(record);
    if (found === undefined) throw new Problem("GONE");
    await allowUse(unit, record, "process");
    return {
      row: found,
      envelopes: await envelopesOf(unit, record),
      words: await unit.projections.words(record),
      sealedFor: await sealedForController(unit, record),
    };
  });
  const { manifest, envelopes: named } = await transferProof(deps, sender, record, id);
  if (!sameEnvelopes(envelopes, named)) throw new Problem("VERSION_CONFLICT");
  await deps.store.write(controller, (unit) => beginAnew(unit, record));
  for (const envelope of envelopes) {
    await copyEnvelope(deps, { sender, receiver: controller }, envelope, recipients[envelope.id]);
  }
  const at = instant(deps.clock());
  const by = staffName(staff);
  const { index, number } = await deps.store.write(controller, async (unit) => {
    const { recipients: _recipients, ...rest } = await offered(unit, id);
    const own = `${at.slice(0, 4)}-${String(await unit.log.nextNumber()).padStart(5, "0")}`;
    const data = {
      from: sender,
      sealedFor,
      transfer: id,
      manifest,
      case: caseData(row, own),
      words: words.map(({ id: one, kind, outcome, at: said, by: whom }) => {
        return { id: one, kind, outcome, at: said, by: whom };
      }),
    };
    const news = { type: "RecordTransferredIn", at, by, data } as const;
    const [stored] = await append(unit, "transferred", record, "any", news);
    for (const { id: copy } of envelopes) {
      // What is not complete may have been swept away meanwhile.
      if ((await unit.envelopes.get(copy)) === undefined) throw new Problem("VERSION_CONFLICT");
      await unit.envelopes.complete(copy);
    }
    await unit.transfers.put({ ...rest, state: "accepted" });
    return { index: stored?.seq ?? 0, number: own };
  });
  const data = { transfer: id, receiver: controller, index };
  await noteAnswer(deps, offer, { type: "TransferAccepted", at, by: "receiver", data });
  return { id, record, number, index };
}

/** Throws away what an earlier try has left, which no log knows; a record of its own stays, and one that is gone too. */
async function beginAnew(unit: Unit, record: string): Promise<void> {
  const known = await unit.envelopes.get(record);
  if (known?.complete === true) throw new Problem("STATE_CONFLICT", "RECORD_HERE");
  await refuseDestroyed(unit, record);
  await unit.destroy(record);
}

function sameEnvelopes(found: readonly StoredEnvelope[], named: Handover["envelopes"]): boolean {
  return (
    found.length === named.length &&
    found.every(({ id, digest }, n) => named[n]?.id === id && named[n].digest === digest)
  );
}

/** What the receiver's list shows; the case is closed and goes on from its own dates. */
function caseData(row: CaseRow, number: string): Omit<CaseRow, "id"> {
  const { app, receivedAt, status, assignments, openedAt, decidedAt, outcome, lastEntry } = row;
  return {
    app,
    number,
    receivedAt,
    status,
    assignments,
    lastEntry,
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

async function copyEnvelope(
  { store }: Pick<Deps, "store">,
  { sender, receiver }: { readonly sender: string; readonly receiver: string },
  envelope: StoredEnvelope,
  recipients: Recipients | undefined,
): Promise<void> {
  const { sections, keyring } = await store.read(sender, async (unit) => ({
    sections: await unit.envelopes.sections(envelope.id),
    keyring: await unit.envelopes.keyring(envelope.id),
  }));
  if (keyring === undefined || recipients === undefined) throw new Problem("GONE");
  await store.write(receiver, (unit) =>
    unit.envelopes.add({ ...envelope, recipients, complete: false }, sections, keyring.slots),
  );
  for (const { id: section, upload } of sections) {
    for (let seq = 0; upload !== undefined; seq += 1) {
      const n = seq;
      const body = await store.read(sender, (unit) => unit.envelopes.chunk(envelope.id, section, upload, n));
      if (body === undefined) break;
      await store.write(receiver, (unit) => unit.envelopes.addChunk(envelope.id, section, upload, n, body));
    }
  }
}

/** The answer in the sender's log; done again it adds nothing. */
export async function noteAnswer(
  { store }: Pick<Deps, "store">,
  { sender, record }: TransferRow,
  answer: NewsOf<"handover">,
): Promise<void> {
  await store.write(sender, async (unit) => {
    const before = await load(unit, "handover", record);
    if (before.at(-1)?.type === "TransferOffered")
      await append(unit, "handover", record, before.length, answer);
  });
}

/** When the sender's copy is gone, the applicant finds the record with its receiver. */
export async function followRecord(deps: Pick<Deps, "store">, sender: string, record: string): Promise<void> {
  const { store } = deps;
  const rows = await store.read(sender, (unit) => unit.transfers.ofRecord(record));
  const moved = rows.find(({ state }) => state === "accepted");
  if (moved === undefined || (await store.whereIs(record)) !== undefined) return;
  await store.write(moved.receiver, async (unit) => {
    const envelope = await unit.envelopes.get(record);
    if (envelope === undefined) return;
    const { app, applicant, cid } = envelope;
    await unit.publish({ record, app, applicant, cid });
  });
}
