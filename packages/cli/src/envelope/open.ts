import { EnvelopeError, type Opened, type Verified, verifyKeyring } from "@tillit/crypto-envelope";
import { open as openEnvelope, verify, verifyBlob } from "@tillit/crypto-envelope/node";
import type { CommonOptions, Io } from "../console/io.ts";
import { CommandError } from "../console/outcome.ts";
import { write } from "../files/output.ts";
import { startProgress } from "../console/progress.ts";
import { blobOf, readKeyring, readManifest } from "./files/folder.ts";
import { type HolderOptions, holderOf } from "./keys/holder.ts";
import { notes } from "./notes.ts";
import { openAll } from "./open-all.ts";
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
      ? openAll(folder, opened, options, io)
      : writeOne(folder, verified, opened, { lang: options.lang, section: options.section }, io));
    opened.close();
  }, options.lang);
}

/** Reads the blob twice: once to know that it is whole, then to write it, so that nothing is held and nothing is half. */
async function writeOne(
  folder: string,
  verified: Verified,
  opened: Opened,
  { lang, section }: { readonly lang: CommonOptions["lang"]; readonly section: string },
  io: Io,
): Promise<void> {
  const known = opened.sections.find(({ id }) => id === section);
  if (known === undefined) throw new CommandError("SECTION_NOT_FOUND", "the envelope has no such section");
  // Its blob is gone too, which would be told as a missing file.
  if (known.state === "shredded") {
    throw new EnvelopeError("SHREDDED", "the key of this section has been destroyed");
  }
  await verifyBlob(verified, section, await blobOf(folder, section));
  const progress = await startProgress(io, notes.opening[lang], io.stdout.isTTY === true ? 0 : known.size);
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
