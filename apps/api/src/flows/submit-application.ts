/** An application arrives sealed: check everything that can be checked without a key, then keep it. */
import { isAssignmentKind } from "@tillit/application-case";
import { verify, verifyKeyring, type Dsse, type Verified } from "@tillit/crypto-envelope";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { sealedFor } from "../purposes.ts";
import { StoreError } from "../store/errors.ts";
import type { Controller, JsonObject, StoredSection, Unit } from "../store/store.ts";
import { recordIdOf, storedEnvelope } from "./stored-envelope.ts";
import { remember } from "./verified-envelopes.ts";
import { currentKeys } from "./current-keys.ts";

export interface Submission {
  readonly manifest: Dsse;
  readonly keyring: unknown;
  readonly facts: {
    readonly assignments: readonly string[];
    readonly noticeVersion: string;
    readonly lang: string;
  };
}

export interface Received {
  readonly id: string;
  readonly created: boolean;
  readonly blobs: readonly {
    readonly id: string;
    readonly size: number;
    readonly state: "missing" | "stored";
  }[];
}

/** The same manifest again gives the same record and what is still missing, so a client may always retry. */
export async function submitApplication(deps: Deps, submission: Submission): Promise<Received> {
  const verified = verify(submission.manifest, sealedFor.application);
  const keyring = verifyKeyring(verified, submission.keyring);
  const controller = await receiver(deps, verified, submission);
  const id = recordIdOf(verified);
  const { app, applicant } = verified.manifest.context;
  const keep = async (unit: Unit): Promise<Received> => {
    const known = await unit.envelopes.get(id);
    if (known === undefined) {
      const at = instant(deps.clock());
      const parts = storedEnvelope({
        verified,
        manifest: submission.manifest,
        keyring,
        kind: "application",
        at,
      });
      const facts = { ...submission.facts, assignments: [...submission.facts.assignments] };
      await unit.envelopes.add(
        { ...parts.envelope, facts: facts as JsonObject },
        parts.sections,
        parts.slots,
      );
      remember(parts.envelope.digest, verified);
      await unit.publish({ record: id, app, applicant, cid: keyring.cid });
    }
    return { id, created: known === undefined, blobs: (await unit.envelopes.sections(id)).map(blobState) };
  };
  // Another process may have kept the same application a moment ago: then it is known the second time.
  return deps.store.write(controller.id, keep).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== "STORE_DUPLICATE") throw error;
    return deps.store.write(controller.id, keep);
  });
}

function blobState({ id, size, upload }: StoredSection): Received["blobs"][number] {
  return { id, size, state: upload === undefined ? "missing" : "stored" };
}

/** One envelope, one controller: the one it was sealed for, to a key that the controller uses now. */
async function receiver(deps: Deps, verified: Verified, { facts }: Submission): Promise<Controller> {
  const [id, ...others] = verified.manifest.context.controllers;
  const controller = id === undefined || others.length > 0 ? undefined : await deps.store.controller(id);
  if (controller === undefined) throw new Problem("ENVELOPE_CONTEXT");
  const keys = await currentKeys(deps, controller.id);
  if (keys.length === 0) throw new Problem("KEYS_UNHEALTHY");
  const readable = verified.manifest.groups.every((group) =>
    group.recipients.some((kid) => keys.includes(kid)),
  );
  if (!readable) throw new Problem("ENVELOPE_KEY_UNKNOWN");
  const accepted = facts.assignments.every(
    (kind) => isAssignmentKind(kind) && controller.accepts.includes(kind),
  );
  if (!accepted) throw new Problem("ASSIGNMENT_NOT_ACCEPTED");
  return controller;
}
