/** The sealed bytes of one section arrive; with the last of them the application is submitted. */
import { verifyBlob } from "@tillit/crypto-envelope/node";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { StoredEnvelope, StoredSection, Unit } from "../store/store.ts";
import { acceptApplication } from "./accept-application.ts";
import { chunkBytes, chunksOf, streamFrom } from "./chunks.ts";
import { verifiedEnvelope } from "./verified-envelopes.ts";

export interface Upload {
  readonly record: string;
  readonly section: string;
  readonly length: number;
  readonly body: ReadableStream<Uint8Array>;
}

/** Tells whether the application is now whole. The same bytes again are welcome and change nothing. */
export async function receiveBlob(deps: Deps, upload: Upload): Promise<"stored" | "submitted"> {
  const { record, section: id } = upload;
  const where = await deps.store.whereIs(record);
  if (where === undefined) throw new Problem("NOT_FOUND");
  const { envelope, section } = await deps.store.read(where.controller, (unit) => expected(unit, record, id));
  if (upload.length !== section.size) throw new Problem("BLOB_SIZE");
  if (section.upload !== undefined) return envelope.complete ? "submitted" : "stored";
  const key = Buffer.from(deps.random(9)).toString("base64url");
  const whole = await arrived(deps, where.controller, { upload, key, envelope });
  return deps.store.write(where.controller, async (unit) => {
    // Two last parts at the same moment would each not see the other, and nobody would submit.
    await unit.envelopes.lock(record);
    if (whole !== undefined) await unit.envelopes.addChunk(record, id, key, 0, whole);
    if (!(await unit.envelopes.finishUpload(record, id, key)))
      await unit.envelopes.dropUpload(record, id, key);
    const missing = (await unit.envelopes.sections(record)).some((one) => one.upload === undefined);
    if (missing) return "stored";
    await acceptApplication(deps, unit, record);
    return "submitted";
  });
}

interface Arriving {
  readonly upload: Upload;
  readonly key: string;
  readonly envelope: StoredEnvelope;
}

/** Checks size and hash as the bytes pass. What fits one chunk is given back; what does not is on disk already. */
export async function arrived(
  deps: Deps,
  controller: string,
  { upload, key, envelope }: Arriving,
): Promise<Uint8Array | undefined> {
  const { record, section, length, body } = upload;
  const verified = verifiedEnvelope(envelope);
  const chunks = chunksOf(body);
  try {
    if (length <= chunkBytes) {
      const only = (await chunks.next()).value ?? new Uint8Array();
      await verifyBlob(verified, section, only);
      return only;
    }
    await verifyBlob(verified, section, streamFrom(kept(deps, controller, upload, key, chunks)));
    return undefined;
  } catch (cause) {
    await deps.store.write(controller, (unit) => unit.envelopes.dropUpload(record, section, key));
    throw new Problem("BLOB_HASH", undefined, { cause });
  }
}

async function* kept(
  deps: Deps,
  controller: string,
  { record, section }: Upload,
  key: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seq = 0;
  for await (const chunk of chunks) {
    const at = seq;
    await deps.store.write(controller, (unit) => unit.envelopes.addChunk(record, section, key, at, chunk));
    seq += 1;
    yield chunk;
  }
}

async function expected(
  unit: Unit,
  record: string,
  id: string,
): Promise<{ envelope: StoredEnvelope; section: StoredSection }> {
  const envelope = await unit.envelopes.get(record);
  const section = await unit.envelopes.section(record, id);
  if (envelope?.kind !== "application" || section === undefined) throw new Problem("NOT_FOUND");
  return { envelope, section };
}
