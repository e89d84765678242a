/** The applicant reads their own sealed answers again; that too is in the log before anything leaves. */
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import { logAccess } from "../records/access-log.ts";
import { streamOf } from "../envelopes/chunks.ts";
import { ownRecord } from "../records/own-records.ts";

export async function readOwnEnvelope(deps: Deps, applicant: Applicant, record: string) {
  const { controller } = await ownRecord(deps, applicant, record);
  const at = instant(deps.clock());
  return deps.store.write(controller, async (unit) => {
    const envelope = await unit.envelopes.get(record);
    const keyring = await unit.envelopes.keyring(record);
    if (envelope === undefined || keyring === undefined) throw new Problem("GONE");
    if (!envelope.complete) throw new Problem("NOT_COMPLETE");
    await logAccess(unit, { record, at, by: "applicant", purpose: "own-copy", part: "envelope" });
    return { manifest: envelope.manifest, keyring };
  });
}

export async function readOwnBlob(deps: Deps, applicant: Applicant, record: string, section: string) {
  const { controller } = await ownRecord(deps, applicant, record);
  const at = instant(deps.clock());
  const found = await deps.store.write(controller, async (unit) => {
    const stored = await unit.envelopes.section(record, section);
    if (stored === undefined) throw new Problem("NOT_FOUND");
    if (stored.upload === undefined) throw new Problem("NOT_COMPLETE");
    await logAccess(unit, { record, at, by: "applicant", purpose: "own-copy", part: section });
    return { size: stored.size, upload: stored.upload };
  });
  const place = { record, section, upload: found.upload };
  return { size: found.size, body: streamOf((work) => deps.store.read(controller, work), place) };
}
