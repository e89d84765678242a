/** Sealed bytes on their way in: checked as they pass, and what has come is kept when the way breaks off. */
import type { Verified } from "@tillit/crypto-envelope";
import { verifyBlob } from "@tillit/crypto-envelope/node";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { StoredEnvelope, Unit, UploadProgress } from "@tillit/record-store";
import { chunkBytes, chunksOf, streamFrom, streamOf } from "./chunks.ts";
import { verifiedEnvelope } from "./verified-envelopes.ts";

export interface Upload {
  readonly record: string;
  readonly section: string;
  readonly length: number;
  readonly body: ReadableStream<Uint8Array>;
}

export interface Arriving {
  readonly upload: Upload;
  readonly key: string;
  readonly envelope: StoredEnvelope;
}

/** The next byte is another than the one that was sent; says which. */
export class OffsetProblem extends Problem {
  readonly offset: number;
  constructor(offset: number, options?: ErrorOptions) {
    super("UPLOAD_OFFSET", undefined, options);
    this.offset = offset;
  }
}

/**
 * A whole section under a key of its own. Checks size and hash as the bytes pass. What fits one chunk is given back;
 * what does not is on disk already.
 *
 * @throws Problem BLOB_HASH, and nothing is left · UPLOAD_BROKEN, and what had come is kept
 */
export async function arrived(
  deps: Deps,
  controller: string,
  { upload, key, envelope }: Arriving,
): Promise<Uint8Array | undefined> {
  const { section, length } = upload;
  const verified = verifiedEnvelope(envelope);
  if (length <= chunkBytes) {
    const only = await onlyChunk(upload);
    await checked(verified, section, only, () => Promise.resolve());
    return only;
  }
  const chunks = kept(deps, controller, upload, { key, chunks: 0, from: 0 });
  await checked(verified, section, streamFrom(chunks), () => drop(deps, controller, upload, key));
  return undefined;
}

/** The next bytes of an upload that began earlier; with the last of them the whole of it is read again and checked. */
export async function continued(
  deps: Deps,
  controller: string,
  { upload, key, envelope }: Arriving,
  { size: from, chunks }: UploadProgress,
): Promise<void> {
  const { record, section, length } = upload;
  let size = from;
  for await (const chunk of kept(deps, controller, upload, { key, chunks, from })) size += chunk.length;
  if (size < from + length) throw new Problem("UPLOAD_BROKEN");
  const verified = verifiedEnvelope(envelope);
  if (verified.manifest.sections.find(({ id }) => id === section)?.size !== size) return;
  const read = streamOf((work) => deps.store.read(controller, work), { record, section, upload: key });
  await checked(verified, section, read, async () => {
    await deps.store.read(controller, (unit) => sureOfAll(unit, { record, id: section, size, key }));
    await drop(deps, controller, upload, key);
  });
}

/**
 * Another try of the same section may have cleared this one away meanwhile: then nothing is wrong with its bytes.
 *
 * @throws Problem UPLOAD_OFFSET
 */
export async function sureOfAll(
  { envelopes }: Unit,
  { record, id, size, key }: { record: string; id: string; size: number; key: string },
): Promise<void> {
  const uploads = await envelopes.uploads(record, id);
  const here = uploads.find(({ upload }) => upload === key)?.size ?? 0;
  if (here !== size) throw new OffsetProblem(uploads[0]?.size ?? 0);
}

async function onlyChunk({ body, length }: Upload): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunksOf(body, length)) parts.push(chunk.slice());
  } catch (cause) {
    throw new Problem("UPLOAD_BROKEN", undefined, { cause });
  }
  const whole = Buffer.concat(parts);
  if (whole.length < length) throw new Problem("UPLOAD_BROKEN");
  return whole;
}

async function checked(
  verified: Verified,
  section: string,
  bytes: Uint8Array | ReadableStream<Uint8Array>,
  spoilt: () => Promise<void>,
): Promise<void> {
  try {
    await verifyBlob(verified, section, bytes);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== "EnvelopeError") throw cause;
    await spoilt();
    throw new Problem("BLOB_HASH", undefined, { cause });
  }
}

function drop(deps: Deps, controller: string, { record, section }: Upload, key: string): Promise<void> {
  return deps.store.write(controller, (unit) => unit.envelopes.dropUpload(record, section, key));
}

interface Place {
  readonly key: string;
  /** How many chunks and bytes are there before. */
  readonly chunks: number;
  readonly from: number;
}

/** Writes each chunk before it passes it on. */
async function* kept(
  deps: Deps,
  controller: string,
  { record, section, length, body }: Upload,
  { key, chunks, from }: Place,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seq = chunks;
  let size = 0;
  try {
    for await (const chunk of chunksOf(body)) {
      const at = seq;
      await deps.store.write(controller, (unit) => unit.envelopes.addChunk(record, section, key, at, chunk));
      seq += 1;
      size += chunk.length;
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) {
      if (cause.code !== "STORE_DUPLICATE") throw cause;
      // Someone else goes on with the same upload.
      throw new OffsetProblem(from + size, { cause });
    }
    throw new Problem("UPLOAD_BROKEN", undefined, { cause });
  }
  if (size < length) throw new Problem("UPLOAD_BROKEN");
}
