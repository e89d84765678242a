/** An application arrives sealed: check everything that can be checked without a key, then keep it. */
import { sealingContexts } from "@tillit/application-case";
import { verifyKeyring, type Dsse, type Verified } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import {
  type Controller,
  type JsonObject,
  type StoredSection,
  StoreError,
  type Unit,
  type WholeSubmission,
} from "@tillit/record-store";
import { acceptApplication, acceptedWhole } from "./accept-application.ts";
import { inlineParts } from "./inline-parts.ts";
import { refuseDestroyed } from "../envelopes/refuse-destroyed.ts";
import { storedEnvelope, uploaded } from "../envelopes/stored-envelope.ts";
import { remember } from "../envelopes/verified-envelopes.ts";
import { checkReceivable, type SubmittedFacts } from "./receivable.ts";

export interface Submission {
  readonly manifest: Dsse;
  readonly keyring: unknown;
  readonly facts: SubmittedFacts;
  /** Small sealed parts, by section, in base64url. */
  readonly blobs?: Readonly<Record<string, string>> | undefined;
}

export interface Received {
  readonly id: string;
  readonly created: boolean;
  readonly status: "receiving" | "submitted";
  readonly blobs: readonly {
    readonly id: string;
    readonly size: number;
    readonly state: "missing" | "stored" | "destroyed";
  }[];
}

/** The upload that holds what came in the same request. */
const inline = "inline";

/**
 * The same manifest again gives the same record and what is still missing, so a client may always retry. With every
 * part in the request it is one durable transaction from nothing to submitted. A section that has been erased by itself
 * is said to be destroyed and is not kept again.
 *
 * @throws Problem GONE where the application has been destroyed since
 */
export async function submitApplication(deps: Deps, submission: Submission): Promise<Received> {
  const verified = verify(submission.manifest, sealingContexts.application);
  const keyring = verifyKeyring(verified, submission.keyring);
  const controller = await receiver(deps, verified);
  const parts = await inlineParts(verified, submission.blobs);
  const { manifest, facts } = submission;
  const at = instant(deps.clock());
  const stored = storedEnvelope({ verified, manifest, keyring, kind: "application", at });
  await checkReceivable(deps, controller, verified, facts).catch(async (problem: unknown) => {
    // What was kept while it could be received is told so when it comes again: the client may have missed the answer.
    if (!(await isKnown(deps, controller.id, stored.envelope.id))) throw problem;
  });
  const { slots } = stored;
  const envelope = {
    ...stored.envelope,
    facts: { ...facts, assignments: [...facts.assignments] } satisfies JsonObject,
  };
  const here = new Set(parts.map(({ section }) => section));
  const sections = stored.sections.map((one) => (here.has(one.id) ? uploaded(one, inline) : one));
  const bodies = parts.map(({ section, body }) => ({ section, body, upload: inline }));
  if (parts.length === sections.length) {
    const whole = { envelope: { ...envelope, complete: true }, sections, slots, bodies };
    const accepted = acceptedWhole(deps, controller.id, envelope);
    if (await deps.store.submit(controller.id, { ...whole, ...accepted })) {
      return { id: envelope.id, created: true, status: "submitted", blobs: sections.map(blobState) };
    }
  }
  remember(envelope.digest, verified);
  const keep = (unit: Unit): Promise<Received> => kept(deps, unit, { envelope, sections, slots, bodies });
  // Another process may have kept the same application a moment ago: then it is known the second time.
  return deps.store.write(controller.id, keep).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== "STORE_DUPLICATE") throw error;
    return deps.store.write(controller.id, keep);
  });
}

type Parts = Pick<WholeSubmission, "envelope" | "sections" | "slots" | "bodies">;

/** Part by part: what is new is added, what is there stays, and with the last part the application is submitted. */
async function kept(deps: Deps, unit: Unit, { envelope, sections, slots, bodies }: Parts): Promise<Received> {
  const { id, app, applicant, cid } = envelope;
  const known = await unit.envelopes.get(id);
  if (known === undefined) {
    await refuseDestroyed(unit, id);
    await unit.envelopes.add(envelope, sections, slots);
    await unit.publish({ record: id, app, applicant, cid });
    for (const { section, upload, body } of bodies) {
      await unit.envelopes.addChunk(id, section, upload, 0, body);
    }
  } else if (bodies.length > 0 && !known.complete) await added(unit, id, bodies);
  const now = known === undefined ? sections : await unit.envelopes.sections(id);
  const gone = known?.complete === true ? await destroyedSections(unit, id) : new Set<string>();
  const whole = now.every(({ upload }) => upload !== undefined);
  if (whole && known?.complete !== true) await acceptApplication(deps, unit, id);
  return {
    id,
    created: known === undefined,
    status: whole ? "submitted" : "receiving",
    blobs: now.map((one) =>
      gone.has(one.id) ? { id: one.id, size: one.size, state: "destroyed" } : blobState(one),
    ),
  };
}

/** Those erased by themselves since: in the place of the key is a note of when and by which rule. */
async function destroyedSections(unit: Unit, id: string): Promise<ReadonlySet<string>> {
  const keyring = await unit.envelopes.keyring(id);
  const slots = Object.entries((keyring?.["slots"] ?? {}) as JsonObject);
  return new Set(slots.flatMap(([section, slot]) => (typeof slot === "string" ? [] : [section])));
}

/** Inline parts of an application that had come without them. */
async function added(unit: Unit, id: string, bodies: WholeSubmission["bodies"]): Promise<void> {
  await unit.envelopes.lock(id);
  for (const { section, upload, body } of bodies) {
    if (!(await unit.envelopes.finishUpload(id, section, upload))) continue;
    await unit.envelopes.addChunk(id, section, upload, 0, body);
    await unit.envelopes.keepUpload(id, section, upload);
  }
}

function blobState({ id, size, upload }: StoredSection): Received["blobs"][number] {
  return { id, size, state: upload === undefined ? "missing" : "stored" };
}

/** One envelope, one controller: the one it was sealed for. */
async function receiver(deps: Deps, verified: Verified): Promise<Controller> {
  const [id, ...others] = verified.manifest.context.controllers;
  const controller = id === undefined || others.length > 0 ? undefined : await deps.store.controller(id);
  if (controller === undefined) throw new Problem("ENVELOPE_CONTEXT");
  return controller;
}

async function isKnown(deps: Deps, controller: string, id: string): Promise<boolean> {
  return (await deps.store.read(controller, (unit) => unit.envelopes.get(id))) !== undefined;
}
