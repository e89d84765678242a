/**
 * A record goes to the board that decided, where the rules say so. The sender's browser has added the receiver to the
 * keyrings; the server moves sealed bytes, and says in a manifest what they are.
 */
import { type CaseContent, caseContents } from "@tillit/application-case";
import { canonicalize } from "@tillit/canonical-json";
import { verifyKeyring, type Keyring } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import { initialList, transferManifest } from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { sealedAs } from "../envelopes/sealed-as.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Recipients, StoredEnvelope, Unit } from "@tillit/record-store";
import { makeCheckpoint, proveInclusion } from "../log/audit-log.ts";
import { handoverChain } from "../log/handover-chain.ts";
import { currentKeys } from "../keys/current-keys.ts";
import { tryOnList } from "../disposal/disposal-list.ts";
import { candidatesOf, ruleSet } from "../retention/plan-retention.ts";
import { caseOf } from "../records/load-application.ts";
import { staffName } from "../kernel/staff-name.ts";
import type { Handover } from "./events.ts";

export interface Offer {
  readonly receiver: string;
  /** By envelope, with the receiver among the recipients. */
  readonly keyrings?: Readonly<Record<string, unknown>> | undefined;
  readonly dryRun: boolean;
}

/**
 * @throws Problem NOT_FOUND · KEYS_UNHEALTHY · KEYRING_INVALID · ENVELOPE_KEY_UNKNOWN · STATE_CONFLICT with reason
 * NOT_TO_TRANSFER (the rules do not send it, or not yet), RECEIVER_REFUSED or ALREADY_OFFERED
 */
export async function offerTransfer(deps: Deps, staff: Session, record: string, offer: Offer) {
  const { receiver, keyrings = {}, dryRun } = offer;
  const handover = await prepare(deps, staff, record, receiver);
  if (dryRun) return { dryRun, ...handover };
  const kids = new Set(await currentKeys(deps, receiver));
  if (kids.size === 0) throw new Problem("KEYS_UNHEALTHY");
  const id = `t-${Buffer.from(deps.random(10)).toString("hex")}`;
  const at = instant(deps.clock());
  const by = staffName(staff);
  await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, record, "process");
    const recipients: Record<string, Recipients> = {};
    for (const { id: envelope } of handover.envelopes) {
      recipients[envelope] = await readdressed(unit, envelope, keyrings[envelope], kids);
    }
    const before = await load(unit, "handover", record);
    const last = before.at(-1)?.type;
    if (last === "TransferOffered" || last === "TransferAccepted")
      throw new Problem("STATE_CONFLICT", "ALREADY_OFFERED");
    const data = { transfer: id, ...handover };
    await append(unit, "handover", record, before.length, { type: "TransferOffered", at, by, data });
    const { controller: sender } = unit;
    await unit.transfers.put({ id, sender, receiver, record, offeredAt: at, state: "offered", recipients });
  });
  return { dryRun, id, ...handover };
}

async function prepare(deps: Deps, staff: Session, record: string, receiver: string): Promise<Handover> {
  const controller = await deps.store.controller(staff.controller);
  const to = await deps.store.controller(receiver);
  await deps.store.read(staff.controller, (unit) => caseOf(unit, staff, record, "process"));
  if (controller === undefined || to === undefined) throw new Problem("NOT_FOUND");
  if (to.kind !== "public-authority" || to.id === controller.id)
    throw new Problem("STATE_CONFLICT", "RECEIVER_REFUSED");
  return deps.store.read(staff.controller, async (unit) => {
    const candidates = await candidatesOf(deps, { unit, controller, reach: unitReach(staff) }, [record]);
    const by = { person: staff.ref, role: "author" } as const;
    const asOf = swedishDay(deps.clock());
    const list = tryOnList(initialList, [{ type: "Draft", by, id: record, asOf, ruleSet, candidates }]);
    const envelopes = await envelopesOf(unit, record);
    const named = envelopes.map(({ id, kind, digest }) => ({ id, kind, digest }));
    const [item] = list.items;
    const made = transferManifest(list, item?.transferTo ?? "", { [record]: contentHash(named) });
    if (!made.ok) throw new Problem("STATE_CONFLICT", "NOT_TO_TRANSFER");
    return { manifest: made.manifest, receiver, envelopes: named };
  });
}

export interface CaseEnvelope extends StoredEnvelope {
  readonly kind: CaseContent;
}

/** The application and the words about it. */
export async function envelopesOf(unit: Unit, record: string): Promise<readonly CaseEnvelope[]> {
  const ids = [record, ...(await unit.projections.words(record)).map(({ id }) => id)];
  const found: CaseEnvelope[] = [];
  for (const id of ids) {
    const envelope = await unit.envelopes.get(id);
    const kind = caseContents.find((one) => one === envelope?.kind);
    if (envelope === undefined || kind === undefined) throw new Problem("GONE");
    found.push({ ...envelope, kind });
  }
  return found;
}

/** The keyring's new recipients, when it is the same keyring otherwise and the receiver can open every group. */
async function readdressed(
  unit: Unit,
  id: string,
  given: unknown,
  kids: ReadonlySet<string>,
): Promise<Recipients> {
  const envelope = await unit.envelopes.get(id);
  const kept = await unit.envelopes.keyring(id);
  if (envelope === undefined || kept === undefined) throw new Problem("GONE");
  if (given === undefined) throw new Problem("KEYRING_INVALID");
  const verified = verify(envelope.manifest, sealedAs(envelope));
  const { slots, ...recipients } = verifyKeyring(verified, given);
  if (canonicalize(slots) !== canonicalize(kept.slots)) throw new Problem("KEYRING_INVALID");
  const groups = new Map<string, boolean>();
  for (const { group, kid } of (recipients as Pick<Keyring, "stanzas">).stanzas) {
    groups.set(group, groups.get(group) === true || kids.has(kid));
  }
  if (groups.size === 0 || [...groups.values()].includes(false)) throw new Problem("ENVELOPE_KEY_UNKNOWN");
  return recipients;
}

/** The sender takes an offer back that has not been answered. */
export async function withdrawTransfer(deps: Deps, staff: Session, id: string): Promise<void> {
  await deps.store.write(staff.controller, async (unit) => {
    const offer = await unit.transfers.get(id);
    if (offer?.sender !== unit.controller) throw new Problem("NOT_FOUND");
    if (offer.state !== "offered") throw new Problem("STATE_CONFLICT", "TRANSFER_SETTLED");
    await caseOf(unit, staff, offer.record, "see");
    const { length: expected } = await load(unit, "handover", offer.record);
    const at = instant(deps.clock());
    const data = { transfer: id };
    const by = staffName(staff);
    await append(unit, "handover", offer.record, expected, { type: "TransferWithdrawn", at, by, data });
    const { recipients: _recipients, ...rest } = offer;
    await unit.transfers.put({ ...rest, state: "withdrawn" });
  });
}

/** The manifest with the proof that it stands in the sender's signed log. */
export async function transferProof(deps: Deps, sender: string, record: string, transfer: string) {
  const events = await deps.store.read(sender, (unit) => load(unit, "handover", record));
  const offered = events
    .filter((event) => event.type === "TransferOffered")
    .find(({ data }) => data.transfer === transfer);
  if (offered === undefined) throw new Problem("NOT_FOUND");
  const [row] = await deps.store.read(sender, (unit) => unit.log.entries(offered.seq, 1));
  const { size, checkpoint, key } = await makeCheckpoint(deps, sender);
  const { proof } = await proveInclusion(deps, sender, offered.seq, size);
  const handovers = await handoverChain(deps, sender, { size, key });
  const { manifest, envelopes } = offered.data;
  return {
    manifest,
    envelopes: [...envelopes],
    log: { index: offered.seq, size, checkpoint, key, inclusion: proof, entry: row?.entry ?? "", handovers },
  };
}
