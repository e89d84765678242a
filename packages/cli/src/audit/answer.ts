/**
 * The proof that my pages let a data subject keep: the sealed answer's manifest, the list of files in it, and the entry of
 * the controller's log that names both.
 */
import { sealingContexts } from "@tillit/application-case";
import {
  type Checkpoint,
  followHandovers,
  formatVerifier,
  type HandoverVerdict,
  parseVerifier,
} from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { type Dsse, EnvelopeError, toBase64Url } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import { contentHash } from "@tillit/canonical-json";
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { openInput, readJson } from "../files/input.ts";
import type { Io } from "../console/io.ts";
import { CommandError, exit } from "../console/outcome.ts";
import { say, writeJson } from "../files/output.ts";

export interface AnswerOptions {
  readonly key?: readonly string[];
}

interface Listed {
  readonly name: string;
  readonly sha256: string;
}

interface Kept {
  readonly format: string;
  readonly manifest: Dsse;
  readonly list: { readonly files: readonly Listed[] };
  readonly proof: {
    readonly index: number;
    readonly size: number;
    readonly entry: string;
    readonly proof: readonly string[];
    readonly checkpoint: string;
    readonly key: string;
    /** Where the log changed its key before the checkpoint. */
    readonly handovers?: readonly Link[];
  };
}

interface Link {
  readonly checkpoint: string;
  readonly consistency: readonly string[];
}

interface Entry {
  readonly controller: string;
  readonly type: string;
  readonly at: string;
  readonly data: { readonly request: string; readonly envelope: string; readonly package: string };
}

export type AnswerFaultCode =
  | "CHECKPOINT_UNSIGNED"
  | "ENTRY_NOT_IN_LOG"
  | "ANSWER_DIFFERS"
  | "FILE_NOT_LISTED";

function isKept(value: unknown): value is Kept {
  const { format, manifest, list, proof } = (value ?? {}) as Partial<Kept>;
  const texts = [manifest?.payload, proof?.entry, proof?.checkpoint, proof?.key];
  return (
    format === "tillit-answer-proof/1" &&
    texts.every((text) => typeof text === "string") &&
    Array.isArray(proof?.proof) &&
    (proof.handovers ?? []).every(isLink) &&
    Array.isArray(list?.files)
  );
}

function isLink(value: unknown): value is Link {
  const { checkpoint, consistency } = (value ?? {}) as Partial<Link>;
  return typeof checkpoint === "string" && Array.isArray(consistency);
}

/** `tillit audit answer`: whose answer it is, since when, and that the named files are in it. */
export async function answer(
  file: string | undefined,
  files: readonly string[],
  options: AnswerOptions,
  io: Io,
): Promise<void> {
  const kept = await readJson(io, file);
  if (!isKept(kept)) throw new CommandError("PROOF_FILE_MALFORMED", "the file is not the proof of an answer");
  const { list, proof } = kept;
  const led = followed(proof, options.key ?? [proof.key]);
  const entry = led.ok ? entryIn(proof, led.checkpoint) : undefined;
  const fault = faultOf(kept, led, entry) ?? (await unlisted(files, list.files, io));
  if (fault !== undefined || !led.ok || entry === undefined) {
    await writeJson(io, { valid: false, code: fault });
    io.end(exit.findings);
    return;
  }
  const { controller, at, data } = entry;
  await writeJson(io, {
    valid: true,
    controller,
    request: data.request,
    since: at,
    files: list.files.map(({ name }) => name),
    key: led.signedBy.map(formatVerifier)[0] ?? proof.key,
  });
  if (options.key === undefined)
    say(
      io,
      "tillit: the key was taken from the file; with --key the answer is also proven to be its owner's",
    );
}

function faultOf(kept: Kept, led: HandoverVerdict, entry: Entry | undefined): AnswerFaultCode | undefined {
  if (!led.ok && led.fault === "CHECKPOINT_UNVERIFIED") return "CHECKPOINT_UNSIGNED";
  if (entry === undefined) return "ENTRY_NOT_IN_LOG";
  return entry.type === "AnswerAttested" && names(entry, kept) ? undefined : "ANSWER_DIFFERS";
}

const bytesOf = (hash: string): Uint8Array => new Uint8Array(Buffer.from(hash, "base64url"));

/** From the keys given to the one that signed, in the log of the controller that the entry is said to be of. */
function followed({ entry, checkpoint, handovers = [] }: Kept["proof"], keys: readonly string[]) {
  return followHandovers({
    origin: `tillit/${saidController(entry)}`,
    verifiers: keys.map(parseVerifier),
    handovers: handovers.map((one) => ({
      checkpoint: one.checkpoint,
      consistency: one.consistency.map(bytesOf),
    })),
    checkpoint,
  });
}

function saidController(entry: string): string {
  try {
    return (JSON.parse(entry) as Entry).controller;
  } catch {
    return "";
  }
}

function entryIn({ index, size, entry, proof }: Kept["proof"], checkpoint: Checkpoint): Entry | undefined {
  const claim = {
    leafHash: leafHash(Buffer.from(entry)),
    index,
    size,
    root: checkpoint.root,
    proof: proof.map(bytesOf),
  };
  return size === checkpoint.size && verifyInclusion(claim) ? (JSON.parse(entry) as Entry) : undefined;
}

/** The entry names this envelope, sealed for this request of that controller, and this list. */
function names({ controller, data }: Entry, { manifest, list }: Kept): boolean {
  try {
    const { digest } = verify(manifest, { controller, ...sealingContexts.export(data.request) });
    return toBase64Url(digest) === data.envelope && contentHash(list) === data.package;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
}

async function unlisted(
  files: readonly string[],
  listed: readonly Listed[],
  io: Io,
): Promise<AnswerFaultCode | undefined> {
  for (const path of files) {
    const hash = createHash("sha256");
    for await (const chunk of openInput(io, path) as AsyncIterable<Buffer>) hash.update(chunk);
    const sha256 = hash.digest("hex");
    if (!listed.some((one) => one.name === basename(path) && one.sha256 === sha256)) return "FILE_NOT_LISTED";
  }
  return undefined;
}
