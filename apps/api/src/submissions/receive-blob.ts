/** The sealed bytes of one section arrive; with the last of them the application is submitted. */
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { StoredEnvelope, StoredSection, Unit, UploadProgress } from "@tillit/record-store";
import { acceptApplication } from "./accept-application.ts";
import { arrived, continued, OffsetProblem, sureOfAll, type Upload } from "../envelopes/arriving-bytes.ts";

/** How much of a section is here. */
export interface Progress {
  readonly offset: number;
  readonly size: number;
  readonly complete: boolean;
}

/** What became of the bytes: kept and more to come, the section whole, or with it the application. */
export type Reception = "partial" | "stored" | "submitted";

interface Expected {
  readonly controller: string;
  readonly envelope: StoredEnvelope;
  readonly section: StoredSection;
  /** What earlier tries have left, the longest first. */
  readonly uploads: readonly UploadProgress[];
}

const nothing = { size: 0, chunks: 0 };

/** Where a part goes on: the longest try of it that has been kept. */
export async function blobProgress(deps: Deps, record: string, id: string): Promise<Progress> {
  const { section, uploads } = await expected(deps, record, id);
  const complete = section.upload !== undefined;
  return { offset: complete ? section.size : (uploads[0]?.size ?? 0), size: section.size, complete };
}

/** The whole section, from its first byte. The same bytes again are welcome and change nothing. */
export async function receiveBlob(deps: Deps, upload: Upload): Promise<Reception> {
  const { record, section: id } = upload;
  const { controller, envelope, section, uploads } = await expected(deps, record, id);
  if (upload.length !== section.size) throw new Problem("BLOB_SIZE");
  if (section.upload !== undefined) return envelope.complete ? "submitted" : "stored";
  if (uploads.length > 1) await deps.store.write(controller, (unit) => keepLongest(unit, record, id));
  const key = newKey(deps);
  const whole = await arrived(deps, controller, { upload, key, envelope });
  return finish(deps, controller, { record, section, key, whole });
}

/**
 * Goes on from where an earlier try ended.
 *
 * @throws Problem UPLOAD_OFFSET with the right offset · BLOB_SIZE · BLOB_HASH · UPLOAD_BROKEN
 */
export async function resumeBlob(deps: Deps, upload: Upload, offset: number): Promise<Reception> {
  const { record, section: id } = upload;
  const { controller, envelope, section, uploads } = await expected(deps, record, id);
  const end = offset + upload.length;
  if (end > section.size) throw new Problem("BLOB_SIZE");
  if (section.upload !== undefined) {
    if (end !== section.size) throw new OffsetProblem(section.size);
    return envelope.complete ? "submitted" : "stored";
  }
  const [longest = { upload: newKey(deps), ...nothing }] = uploads;
  if (longest.size !== offset) throw new OffsetProblem(longest.size);
  const key = longest.upload;
  await continued(deps, controller, { upload, key, envelope }, longest);
  return end < section.size ? "partial" : finish(deps, controller, { record, section, key });
}

interface Finished {
  readonly record: string;
  readonly section: StoredSection;
  readonly key: string;
  /** The bytes, where they are not in the store yet. */
  readonly whole?: Uint8Array | undefined;
}

function finish(
  deps: Deps,
  controller: string,
  { record, section: { id, size }, key, whole }: Finished,
): Promise<Reception> {
  return deps.store.write(controller, async (unit) => {
    const { envelopes } = unit;
    // Two last parts at the same moment would each not see the other, and nobody would submit.
    await envelopes.lock(record);
    const known = await envelopes.section(record, id);
    if (known === undefined) throw new Problem("NOT_FOUND");
    if (known.upload === undefined) {
      if (whole !== undefined) await envelopes.addChunk(record, id, key, 0, whole);
      else await sureOfAll(unit, { record, id, size, key });
      await envelopes.finishUpload(record, id, key);
    }
    await envelopes.keepUpload(record, id, known.upload ?? key);
    const missing = (await envelopes.sections(record)).some((one) => one.upload === undefined);
    if (missing) return "stored";
    await acceptApplication(deps, unit, record);
    return "submitted";
  });
}

/** Decided under the lock: meanwhile one of the tries may have become the section, and that one stays. */
async function keepLongest({ envelopes }: Unit, record: string, id: string): Promise<void> {
  await envelopes.lock(record);
  const [longest] = await envelopes.uploads(record, id);
  const stored = (await envelopes.section(record, id))?.upload;
  const stays = stored ?? longest?.upload;
  if (stays !== undefined) await envelopes.keepUpload(record, id, stays);
}

function newKey(deps: Deps): string {
  return Buffer.from(deps.random(9)).toString("base64url");
}

async function expected(deps: Deps, record: string, id: string): Promise<Expected> {
  const where = await deps.store.whereIs(record);
  if (where === undefined) throw new Problem((await deps.store.wasHere(record)) ? "GONE" : "NOT_FOUND");
  const { controller } = where;
  return deps.store.read(controller, async ({ envelopes }) => {
    // In this order: who sees the last part stored then also sees that the application is complete.
    const section = await envelopes.section(record, id);
    const envelope = await envelopes.get(record);
    if (envelope?.kind !== "application" || section === undefined) throw new Problem("NOT_FOUND");
    if (section.upload !== undefined) {
      if (await envelopes.sectionDestroyed(record, id)) throw new Problem("GONE");
      return { controller, envelope, section, uploads: [] };
    }
    return { controller, envelope, section, uploads: await envelopes.uploads(record, id) };
  });
}
