import { type Dsse, type Keyring, type Stanza, verifyKeyring } from "@tillit/crypto-envelope";
import { removeRecipient as withoutRecipient } from "@tillit/crypto-envelope/keyring";
import {
  addRecipient as withRecipient,
  rotate as withNewKey,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope/node";
import { join } from "node:path";
import { readJson } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { say, writeJson, writeOutput } from "../../files/output.ts";
import { keyringFile, readKeyring, readManifest } from "../files/folder.ts";
import { type HolderOptions, holderOf } from "./holder.ts";
import { instantAt } from "../instant.ts";
import { notes } from "../notes.ts";
import { refusals } from "../refusal.ts";
import { rootKeyOf } from "./root-key.ts";
import { type Expected, expectation } from "../verify.ts";

export type AddRecipientOptions = CommonOptions &
  Expected &
  HolderOptions & {
    readonly document: string;
    readonly root: string;
    readonly documentController: string;
    readonly group: string;
    readonly allowMixed?: boolean;
  };

export type RotateOptions = Omit<AddRecipientOptions, "group" | "receipt"> & { readonly yes?: boolean };

export type RemoveRecipientOptions = CommonOptions & { readonly yes?: boolean };

/** Replaces the keyring in one step: a reader sees the old one or the new one. */
export async function writeKeyring(io: Io, folder: string, keyring: Keyring): Promise<void> {
  await writeOutput(io, join(folder, keyringFile), `${JSON.stringify(keyring)}\n`, { force: true });
}

/** The stanzas that were not there before, those among them that took the place of another under the same key id. */
function wrappedAnew(before: Keyring, after: Keyring): readonly Pick<Stanza, "group" | "kem" | "kid">[] {
  const known = new Set(before.stanzas.map(({ ct }) => ct));
  return after.stanzas.filter(({ ct }) => !known.has(ct)).map(({ group, kem, kid }) => ({ group, kem, kid }));
}

/** `tillit envelope add-recipient`: one stanza for each of the new controller's keys. */
export async function addRecipient(folder: string, options: AddRecipientOptions, io: Io): Promise<void> {
  const { allowMixed = false, document, documentController, group, root } = options;
  await refusals(async () => {
    const verified = verify(await readManifest(io, folder), expectation(options));
    const keyring = verifyKeyring(verified, await readKeyring(io, folder));
    const keys = verifyKeyDocument((await readJson(io, document)) as Dsse, {
      roots: [rootKeyOf(root)],
      controller: documentController,
      now: instantAt(io.now()),
    });
    const holder = await holderOf(options, io);
    const changed = await withRecipient(verified, keyring, holder, group, keys, { allowMixed });
    await writeKeyring(io, folder, changed);
    const added = wrappedAnew(keyring, changed);
    await writeJson(io, { controller: keys.controller, added, recipients: changed.stanzas.length });
  }, options.lang);
}

/** `tillit envelope rotate`: the new keys of a controller in place of its old one, in every group that has it. */
export async function rotate(folder: string, options: RotateOptions, io: Io): Promise<void> {
  const { allowMixed = false, document, documentController, lang, root, yes = false } = options;
  await refusals(async () => {
    const verified = verify(await readManifest(io, folder), expectation(options));
    const keyring = verifyKeyring(verified, await readKeyring(io, folder));
    const keys = verifyKeyDocument((await readJson(io, document)) as Dsse, {
      roots: [rootKeyOf(root)],
      controller: documentController,
      now: instantAt(io.now()),
    });
    const holder = await holderOf(options, io);
    const changed = await withNewKey(verified, keyring, holder, keys, { allowMixed });
    if (yes) await writeKeyring(io, folder, changed);
    const added = wrappedAnew(keyring, changed);
    const removed = keyring.stanzas.length + added.length - changed.stanzas.length;
    await writeJson(io, {
      done: yes,
      controller: keys.controller,
      added,
      removed,
      recipients: changed.stanzas.length,
    });
    if (!yes) say(io, notes.unchanged[lang]);
  }, lang);
}

/** `tillit envelope remove-recipient`: says what would go, and with `--yes` takes it away. */
export async function removeRecipient(
  folder: string,
  kid: string,
  { lang, yes = false }: RemoveRecipientOptions,
  io: Io,
): Promise<void> {
  await refusals(async () => {
    const keyring = (await readKeyring(io, folder)) as Keyring;
    const changed = withoutRecipient(keyring, kid);
    const removed = keyring.stanzas.length - changed.stanzas.length;
    if (yes) await writeKeyring(io, folder, changed);
    await writeJson(io, { done: yes, removed, recipients: changed.stanzas.length });
    say(io, (yes ? notes.mayHaveKept : notes.unchanged)[lang]);
  }, lang);
}
