import { EnvelopeError, type Opened, Receipt, verify, verifyKeyring } from "@tillit/crypto-envelope";
import { parseKeyFile, unlockKey } from "@tillit/crypto-envelope/keyfile";
import { decapsulatorFromSeed, open as openEnvelope } from "@tillit/crypto-envelope/node";
import { createWriteStream } from "node:fs";
import { link, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { readJson, readText } from "../input.ts";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit, type ExitCode } from "../outcome.ts";
import { checkOutput, say, write, writeJson } from "../output.ts";
import { blobOf, readKeyring, readManifest } from "./folder.ts";
import { passphraseFrom } from "./passphrase.ts";
import { type Expected, expectation } from "./verify.ts";

export type OpenOptions = CommonOptions &
  Expected & {
    readonly key?: string;
    readonly passphraseFile?: string;
    readonly receipt?: string;
    readonly section?: string;
    readonly out?: string;
    readonly force?: boolean;
  };

type Holder = Parameters<typeof openEnvelope>[2];

async function holderOf({ key, passphraseFile, receipt }: OpenOptions, io: Io): Promise<Holder> {
  if ((key === undefined) === (receipt === undefined)) {
    throw new CommandError("USAGE", "open takes either --key or --receipt; see --help");
  }
  if (receipt !== undefined) return Receipt.parse(await readText(io, receipt, 4096)).decapsulator();
  const file = parseKeyFile(await readJson(io, key));
  const passphrase = await passphraseFrom(passphraseFile, io);
  return decapsulatorFromSeed(file.kem, await unlockKey(file, { passphrase }));
}

/** Whoever changed an envelope must not learn more than that it was refused. */
const unsafe: ReadonlySet<string> = new Set([
  "SIGNATURE",
  "CONTEXT",
  "UNWRAP",
  "COMMITMENT",
  "CORRUPT",
  "TRUNCATED",
  "DIRECTORY",
  "POLICY",
]);

function exitFor(code: string): ExitCode {
  if (code === "SHREDDED") return exit.partly;
  return unsafe.has(code) ? exit.refused : exit.wrongUse;
}

/** `tillit envelope open`: one section to standard output, or all that this key may read to a folder. */
export async function open(folder: string, options: OpenOptions, io: Io): Promise<void> {
  try {
    const verified = verify(await readManifest(io, folder), expectation(options));
    const keyring = verifyKeyring(verified, await readKeyring(io, folder));
    const opened = await openEnvelope(verified, keyring, await holderOf(options, io));
    await (options.section === undefined
      ? writeAll(folder, opened, options, io)
      : write(io.stdout, await opened.read(options.section, await blobOf(folder, options.section))));
    opened.close();
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new CommandError(error.code, error.message, exitFor(error.code));
  }
}

async function writeAll(
  folder: string,
  opened: Opened,
  { out, force = false }: OpenOptions,
  io: Io,
): Promise<void> {
  if (out === undefined) throw new CommandError("USAGE", "open takes --section or --out; see --help");
  const readable = opened.sections.filter(({ state }) => state === "readable");
  for (const { id } of readable) await checkOutput(join(out, id), force);
  await mkdir(out, { recursive: true });
  for (const { id } of readable) {
    const part = join(out, `${id}.${process.pid}.part`);
    try {
      const { readable: content, done } = opened.stream(id, await blobOf(folder, id));
      await pipeline(
        Readable.fromWeb(content as NodeReadableStream),
        createWriteStream(part, { flags: "wx", mode: 0o600 }),
      );
      // Only now is it known that nothing is missing.
      await done;
      await (force ? rename(part, join(out, id)) : link(part, join(out, id)));
    } finally {
      await rm(part, { force: true });
    }
  }
  await writeJson(io, { sections: opened.sections.map(({ id, state }) => ({ id, state })) });
  if (readable.length < opened.sections.length) {
    say(io, "tillit: some sections are locked to this key or destroyed");
    io.end(exit.partly);
  }
}
