import { type Opened, type Verified, verifyKeyring } from "@tillit/crypto-envelope";
import { open as openEnvelope, verify, verifyBlob } from "@tillit/crypto-envelope/node";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { checkOutput, say, write, writeJson } from "../output.ts";
import { partFile } from "../part-file.ts";
import { startProgress } from "../progress.ts";
import { writeContent } from "./content-file.ts";
import { blobOf, readKeyring, readManifest } from "./folder.ts";
import { type HolderOptions, holderOf } from "./holder.ts";
import { notes } from "./notes.ts";
import { refusals } from "./refusal.ts";
import { type Expected, expectation } from "./verify.ts";

export type OpenOptions = CommonOptions &
  Expected &
  HolderOptions & {
    readonly section?: string;
    readonly out?: string;
    readonly force?: boolean;
  };

/** `tillit envelope open`: one section to standard output, or all that this key may read to a folder. */
export async function open(folder: string, options: OpenOptions, io: Io): Promise<void> {
  await refusals(async () => {
    const verified = verify(await readManifest(io, folder), expectation(options));
    const keyring = verifyKeyring(verified, await readKeyring(io, folder));
    const opened = await openEnvelope(verified, keyring, await holderOf(options, io));
    await (options.section === undefined
      ? writeAll(folder, opened, options, io)
      : writeOne(folder, verified, opened, options.section, io));
    opened.close();
  }, options.lang);
}

/** Reads the blob twice: once to know that it is whole, then to write it, so that nothing is held and nothing is half. */
async function writeOne(
  folder: string,
  verified: Verified,
  opened: Opened,
  section: string,
  io: Io,
): Promise<void> {
  const known = opened.sections.find(({ id }) => id === section);
  if (known === undefined) throw new CommandError("SECTION_NOT_FOUND", "the envelope has no such section");
  // Its blob is gone too, which would be told as a missing file.
  if (known.state === "shredded") {
    throw new CommandError("SHREDDED", "the key of this section has been destroyed", exit.partly);
  }
  await verifyBlob(verified, section, await blobOf(folder, section));
  const progress = await startProgress(io, "opening", io.stdout.isTTY === true ? 0 : known.size);
  const { done, readable } = opened.stream(section, await blobOf(folder, section));
  try {
    for await (const piece of readable) {
      await write(io.stdout, piece);
      progress.advance(piece.length);
    }
    await done;
  } finally {
    progress.stop();
  }
}

async function writeAll(
  folder: string,
  opened: Opened,
  { lang, out, force = false }: OpenOptions,
  io: Io,
): Promise<void> {
  if (out === undefined) throw new CommandError("USAGE", "open takes --section or --out; see --help");
  const readable = opened.sections.filter(({ state }) => state === "readable");
  for (const { id } of readable) await checkOutput(join(out, id), force);
  await mkdir(out, { recursive: true });
  const progress = await startProgress(
    io,
    "opening",
    readable.reduce((sum, { size }) => sum + size, 0),
  );
  try {
    for (const { id } of readable) {
      const part = partFile(join(out, id));
      try {
        const { readable: content, done } = opened.stream(id, await blobOf(folder, id));
        await writeContent(content, part.path, (bytes) => {
          progress.advance(bytes);
        });
        // Only now is it known that nothing is missing.
        await done;
        await part.keep(force);
      } finally {
        await part.drop();
      }
    }
  } finally {
    progress.stop();
  }
  await writeJson(io, { sections: opened.sections.map(({ id, state }) => ({ id, state })) });
  if (readable.length < opened.sections.length) {
    say(io, notes.notAllReadable[lang]);
    io.end(exit.partly);
  }
}
