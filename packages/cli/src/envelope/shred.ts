import { type Keyring } from "@tillit/crypto-envelope";
import { shred as withoutSection } from "@tillit/crypto-envelope/keyring";
import { link, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CommonOptions, Io } from "../console/io.ts";
import { say, writeJson } from "../files/output.ts";
import { blobPath, keyringFile, readKeyring } from "./files/folder.ts";
import { instantAt } from "./instant.ts";
import { writeKeyring } from "./keys/recipients.ts";
import { notes } from "./notes.ts";
import { refusals } from "./refusal.ts";

export type ShredOptions = CommonOptions & { readonly rule: string; readonly yes?: boolean };

/** `tillit envelope shred`: a dry run, or with `--yes` the end of a section: its key first, then its blob. */
export async function shred(
  folder: string,
  section: string,
  { lang, rule, yes = false }: ShredOptions,
  io: Io,
): Promise<void> {
  await refusals(async () => {
    const at = instantAt(io.now());
    const keyring = (await readKeyring(io, folder)) as Keyring;
    const changed = withoutSection(keyring, section, { at, rule });
    if (yes) {
      await replaceKeyring(io, folder, changed);
      await rm(blobPath(folder, section), { force: true });
    }
    const sections = Object.entries(changed.slots).map(([id, slot]) => ({
      id,
      state: typeof slot === "string" ? "sealed" : "shredded",
    }));
    await writeJson(io, { done: yes, at, sections });
    say(io, (yes ? notes.copiesHoldKey : notes.notDestroyed)[lang]);
  }, lang);
}

/** Puts the new keyring in place in one step, then overwrites the bytes of the old one with zeros. */
async function replaceKeyring(io: Io, folder: string, changed: Keyring): Promise<void> {
  const old = join(folder, `${keyringFile}.${process.pid}.old`);
  await link(join(folder, keyringFile), old);
  try {
    await writeKeyring(io, folder, changed);
    const handle = await open(old, "r+");
    try {
      const { size } = await handle.stat();
      await handle.write(new Uint8Array(size), 0, size, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } finally {
    await rm(old, { force: true });
  }
}
