import { isEnvelopeError } from "@tillit/crypto-envelope";
import { parsePins, type Pins } from "@tillit/crypto-envelope/directory";
import { followLog, type LogOptions } from "../audit/follow-log.ts";
import { proven, warnOfKey, writeFault } from "../audit/verify.ts";
import { readJson } from "../files/input.ts";
import type { Io } from "../console/io.ts";
import { CommandError, exit } from "../console/outcome.ts";
import { writeJson } from "../files/output.ts";
import { digestOf, followDocuments, isDsse } from "./documents.ts";

export interface KeysOptions extends LogOptions {
  readonly pins?: string;
  readonly document?: string;
}

async function pinsIn(file: string | undefined, io: Io): Promise<Pins> {
  if (file === undefined) return {};
  const { pins } = ((await readJson(io, file)) ?? {}) as { readonly pins?: unknown };
  try {
    return parsePins(pins);
  } catch (error) {
    if (!isEnvelopeError(error)) throw error;
    throw new CommandError("PINS_MALFORMED", "the file has no pins, or one that pins nothing");
  }
}

/** The digest of the document one was given, with or without `{document: …}` around it. */
async function wanted(file: string | undefined, io: Io): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const read = await readJson(io, file);
  const { document = read } = read as { readonly document?: unknown };
  if (!isDsse(document))
    throw new CommandError("DOCUMENT_MALFORMED", "the file is not a signed key document");
  return digestOf(document);
}

/** `tillit keys verify`: the log whole, each document genuine, and the one that was given among them. */
export async function verify(file: string | undefined, options: KeysOptions, io: Io): Promise<void> {
  const documents = followDocuments(await pinsIn(options.pins, io));
  const digest = await wanted(options.document, io);
  const verdict = await followLog(file, options, io, documents.next);
  if (!verdict.ok) {
    await writeFault(io, verdict);
    return;
  }
  const [fault] = documents.faults();
  const place = digest === undefined ? undefined : documents.find(digest);
  const code =
    fault?.code ?? (digest !== undefined && place === undefined ? "DOCUMENT_NOT_IN_LOG" : undefined);
  if (code !== undefined) {
    await writeJson(io, { valid: false, code, ...(fault && { firstBadEntry: fault.entry }) });
    io.end(exit.findings);
    return;
  }
  await writeJson(io, {
    ...proven(verdict),
    controllers: documents.controllers(),
    ...(place && { document: place }),
  });
  warnOfKey(io, options);
}
