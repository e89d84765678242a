import { type Decapsulator, Receipt } from "@tillit/crypto-envelope";
import { parseKeyFile, unlockKey } from "@tillit/crypto-envelope/keyfile";
import { decapsulatorFromSeed } from "@tillit/crypto-envelope/node";
import { readJson, readText } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";
import { notes } from "../notes.ts";
import { passphraseFrom } from "./passphrase.ts";

/** Whose key opens: a locked private key, or the applicant's receipt. */
export type HolderOptions = {
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly receipt?: string;
};

/** The key that the options name, unlocked. */
export async function holderOf(
  { key, lang, passphraseFile, receipt }: HolderOptions & CommonOptions,
  io: Io,
): Promise<Decapsulator> {
  if ((key === undefined) === (receipt === undefined)) {
    throw new CommandError("USAGE", "give either --key or --receipt; see --help");
  }
  if (receipt !== undefined) return Receipt.parse(await readText(io, receipt, 4096)).decapsulator();
  const file = parseKeyFile(await readJson(io, key));
  const passphrase = await passphraseFrom(passphraseFile, io, [notes.passphrase[lang]]);
  return decapsulatorFromSeed(file.kem, await unlockKey(file, { passphrase }));
}
