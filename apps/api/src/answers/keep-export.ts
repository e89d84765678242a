/** The answer to a request, sealed in a caseworker's browser to the subject's own key, kept until fetched or over. */
import { sealingContexts } from "@tillit/application-case";
import { verifyKeyring, type Dsse, type KeyDocument, type Verified } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import type { CommandOf } from "@tillit/dsar-workflow";
import { createHash } from "node:crypto";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { foldRequest } from "../requests/row.ts";
import type { StoredEnvelope, StoredSection, Unit } from "@tillit/record-store";
import { attestAnswer } from "./attest-answer.ts";
import { currentKeys } from "../keys/current-keys.ts";
import { commandsOf } from "../requests/handle-request.ts";
import { controllerOf } from "../records/load-controller.ts";
import { arrived } from "../envelopes/arriving-bytes.ts";
import { refuseDestroyed } from "../envelopes/refuse-destroyed.ts";
import { actOnRequest, rehearsalOf } from "../requests/request-events.ts";
import { liveRequest } from "../requests/request-reach.ts";
import { applicationIdOf } from "../requests/request-words.ts";
import { staffName } from "../kernel/staff-name.ts";
import { storedEnvelope } from "../envelopes/stored-envelope.ts";
import { subjectKeys } from "./subject-keys.ts";

export interface SealedExport {
  readonly manifest: Dsse;
  readonly keyring: unknown;
  /** Digest of the package's own list of files: what the case binds the package to. */
  readonly package: string;
}

const dayMs = 86_400_000;

/**
 * Begins an export; it is kept, and the package noted as sealed, when its last part has come.
 *
 * @throws Problem GONE where this very answer has been destroyed
 */
export async function beginExport(deps: Deps, staff: Session, id: string, sealed: SealedExport) {
  const controller = await controllerOf(deps, staff);
  const theirs = await currentKeys(deps, controller.id);
  const asked = await deps.store.read(controller.id, async (unit) => {
    const { application } = await liveRequest(unit, staff, id);
    const app = await applicationIdOf(unit, application);
    return { app, keys: await subjectKeys(unit, id) };
  });
  if (asked.keys === undefined) throw new Problem("STATE_CONFLICT", "SUBJECT_KEYS_MISSING");
  const expected = { ...sealingContexts.export(id), controller: controller.id, app: asked.app };
  const verified = verify(sealed.manifest, expected);
  const keyring = verifyKeyring(verified, sealed.keyring);
  assertForSubject(verified, asked.keys, theirs);
  const facts = { package: sealed.package, recipientKey: digestOfKeys(asked.keys) };
  const at = instant(deps.clock());
  const parts = storedEnvelope({
    verified,
    manifest: sealed.manifest,
    keyring,
    kind: "export",
    parent: id,
    at,
  });
  return deps.store.write(controller.id, async (unit) => {
    await liveRequest(unit, staff, id);
    const known = await unit.envelopes.get(parts.envelope.id);
    if (known === undefined) await refuseDestroyed(unit, parts.envelope.id);
    // Asked before a byte is taken; decided for good when the last one is here.
    const rehearse = await rehearsalOf(deps, { unit, controller }, id);
    rehearse(await sealing(unit, staff, id, facts));
    const envelope = { ...parts.envelope, facts };
    if (known === undefined) await unit.envelopes.add(envelope, parts.sections, parts.slots);
    const sections = await unit.envelopes.sections(envelope.id);
    return { id: envelope.id, blobs: sections.map(stateOf) };
  });
}

function stateOf({ id, size, upload }: StoredSection) {
  return { id, size, state: upload === undefined ? ("missing" as const) : ("stored" as const) };
}

/** Every part can be opened by the subject, and none by the controller. */
function assertForSubject(verified: Verified, { payload }: Dsse, theirs: readonly string[]): void {
  const document = JSON.parse(Buffer.from(payload, "base64").toString()) as KeyDocument;
  const own = new Set(document.keys.map(({ kid }) => kid));
  const right = verified.manifest.groups.every(
    ({ recipients }) =>
      recipients.some((kid) => own.has(kid)) && !recipients.some((kid) => theirs.includes(kid)),
  );
  if (!right) throw new Problem("EXPORT_KEY");
}

function digestOfKeys({ payload }: Dsse): string {
  return createHash("sha256").update(Buffer.from(payload, "base64")).digest("hex");
}

type ExportFacts = { readonly package: string; readonly recipientKey: string };

async function sealing(unit: Unit, staff: Session, id: string, facts: ExportFacts) {
  const state = foldRequest(await load(unit, "request", id));
  const decision = state.phase === "none" ? undefined : state.decision?.digest;
  if (decision === undefined) throw new Problem("STATE_CONFLICT", "DSAR_NOTHING_GIVEN");
  const { package: manifest, recipientKey } = facts;
  const given: Omit<CommandOf<"SealPackage">, "actor"> = {
    type: "SealPackage",
    manifest,
    decision,
    recipientKey,
  };
  return commandsOf(staff, given);
}

export interface ExportUpload {
  readonly request: string;
  readonly record: string;
  readonly section: string;
  /** Asked for once it is known that the part belongs here. */
  readonly open: () => { readonly length: number; readonly body: ReadableStream<Uint8Array> };
}

/** One sealed part arrives; with the last the export is kept. The same bytes again change nothing. */
export async function receiveExportBlob(
  deps: Deps,
  staff: Session,
  upload: ExportUpload,
): Promise<"stored" | "kept"> {
  const { request, record, section: id } = upload;
  const controller = await controllerOf(deps, staff);
  const { envelope, section } = await deps.store.read(controller.id, async (unit) => {
    await liveRequest(unit, staff, request);
    return begun(unit, upload);
  });
  const incoming = upload.open();
  if (incoming.length !== section.size) throw new Problem("BLOB_SIZE");
  if (section.upload !== undefined) return envelope.complete ? "kept" : "stored";
  const key = Buffer.from(deps.random(9)).toString("base64url");
  const whole = await arrived(deps, controller.id, {
    upload: { record, section: id, ...incoming },
    key,
    envelope,
  });
  return deps.store.write(controller.id, async (unit) => {
    await unit.envelopes.lock(record);
    const now = await unit.envelopes.get(record);
    if (now === undefined) {
      await refuseDestroyed(unit, record);
      throw new Problem("NOT_FOUND");
    }
    if (whole !== undefined) await unit.envelopes.addChunk(record, id, key, 0, whole);
    // Earlier tries that broke off have left what came of them.
    if (await unit.envelopes.finishUpload(record, id, key)) await unit.envelopes.keepUpload(record, id, key);
    else await unit.envelopes.dropUpload(record, id, key);
    const missing = (await unit.envelopes.sections(record)).some((one) => one.upload === undefined);
    if (missing) return "stored";
    // The same bytes came another way while these did, and the answer is kept already.
    if (now.complete) return "kept";
    const facts = envelope.facts as ExportFacts;
    const commands = await sealing(unit, staff, request, facts);
    await actOnRequest(deps, { unit, controller }, request, commands, staffName(staff));
    await keep(deps, unit, { envelope, request, by: staffName(staff) });
    return "kept";
  });
}

async function begun(
  unit: Unit,
  { request, record, section: id }: ExportUpload,
): Promise<{ envelope: StoredEnvelope; section: StoredSection }> {
  // In this order: who sees the last part stored then also sees that the answer is kept.
  const section = await unit.envelopes.section(record, id);
  const envelope = await unit.envelopes.get(record);
  if (envelope === undefined) await refuseDestroyed(unit, record);
  if (envelope?.kind !== "export" || envelope.parent !== request || section === undefined) {
    throw new Problem("NOT_FOUND");
  }
  return { envelope, section };
}

async function keep(
  deps: Deps,
  unit: Unit,
  { envelope, request, by }: { envelope: StoredEnvelope; request: string; by: string },
): Promise<void> {
  const { id, digest } = envelope;
  await unit.envelopes.complete(id);
  const { package: list } = envelope.facts as ExportFacts;
  await attestAnswer(deps, unit, { id, request, envelope: digest, package: list });
  const now = deps.clock();
  const expires = instant(new Date(now.getTime() + (deps.exportDays ?? 30) * dayMs));
  const data = { request, envelope: digest, expires };
  await append(unit, "export", id, 0, { type: "ExportKept", at: instant(now), by, data });
}
