/** From a key file's text and a passphrase to a key in memory that the desk may use for its own controller. */
import { decapsulatorFromSeed, publicKeyFromSeed } from "@tillit/crypto-envelope";
import { fingerprintWords } from "@tillit/crypto-envelope/directory";
import { type KeyFile, parseKeyFile, unlockKey } from "@tillit/crypto-envelope/keyfile";
import type { HeldKey } from "../unlock/vault.ts";
import { controllerKeys } from "./controller-keys.ts";
import { DeskError } from "./desk-error.ts";

function keyFileOf(text: string): KeyFile {
  try {
    return parseKeyFile(JSON.parse(text));
  } catch {
    throw new DeskError("KEY_FILE");
  }
}

/**
 * Throws DeskError KEY_FILE and KEY_OF_OTHER, EnvelopeError PASSPHRASE, and what `controllerKeys` throws. The key id
 * is in the clear in the file, so another organisation's file is refused before the slow passphrase step.
 */
export async function unlockKeyFile(text: string, passphrase: string, controller: string): Promise<HeldKey> {
  const file = keyFileOf(text);
  const directory = await controllerKeys(controller);
  if (directory.statuses[file.kid] === undefined) throw new DeskError("KEY_OF_OTHER");
  const seed = await unlockKey(file, { passphrase });
  try {
    const { bytes } = await publicKeyFromSeed(file.kem, seed);
    const decapsulator = await decapsulatorFromSeed(file.kem, seed);
    return { decapsulator, controller, fingerprint: fingerprintWords(bytes) };
  } finally {
    seed.fill(0);
  }
}
