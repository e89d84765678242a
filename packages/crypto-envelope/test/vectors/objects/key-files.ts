/** Key files (CE1 section 10). */
import { expand } from "@noble/hashes/hkdf.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { labelled } from "../../../src/format/labels.ts";
import { fromBase64Url, toBase64Url } from "../../../src/index.ts";
import type { KeyFile } from "../../../src/keyfile.ts";
import { sealSlot } from "../../../src/payload/slot.ts";
import { webCryptoBackend } from "../../../src/payload/backend/webcrypto.ts";
import { named, party } from "../build.ts";
import { flipped } from "../negative-keyring.ts";

export interface KeyFileCase {
  readonly name: string;
  readonly file: KeyFile;
  readonly passphrase?: string;
  readonly prf?: string;
  readonly credentialId?: string;
  readonly result: string;
  readonly key?: string;
}

export async function keyFileCases(): Promise<KeyFileCase[]> {
  const cai = await party("cai", "xwing");
  const { kid } = cai.publicKey;
  const passphrase = "Två små får på ängen";
  const sealed = async (key: Uint8Array, type: string): Promise<string> => {
    const context = labelled("cenv1/keyfile", fromBase64Url(kid, 16), type);
    return toBase64Url(
      await sealSlot(webCryptoBackend, key, context, cai.seed, named(`box ${type}`).bytes(24)),
    );
  };
  const salt = named("scrypt salt").bytes(16);
  const stretched = scrypt(utf8ToBytes(passphrase.normalize("NFC")), salt, {
    N: 2 ** 14,
    r: 8,
    p: 1,
    dkLen: 32,
  });
  const words = {
    type: "scrypt",
    logN: 14,
    r: 8,
    p: 1,
    salt: toBase64Url(salt),
    box: await sealed(stretched, "scrypt"),
  } as const;
  const prf = named("prf").bytes(32);
  const prfSalt = named("prf salt").bytes(32);
  const passkey = {
    type: "prf",
    credentialId: toBase64Url(named("credential").bytes(20)),
    salt: toBase64Url(prfSalt),
    box: await sealed(expand(sha256, prf, labelled("cenv1/prf", prfSalt), 32), "prf"),
  } as const;
  const file: KeyFile = { v: 1, kem: "xwing", kid, slots: [words, passkey] };
  const key = toBase64Url(cai.seed);
  const by = { prf: toBase64Url(prf), credentialId: passkey.credentialId };
  const refused = (
    name: string,
    result: string,
    change: object,
    how: object = { passphrase },
  ): KeyFileCase => ({
    name,
    file: { ...file, ...change },
    ...how,
    result,
  });
  const slot = (change: object): object => ({ slots: [{ ...words, ...change }] });
  return [
    { name: "by passphrase", file, passphrase, result: "ok", key },
    {
      name: "by passphrase in decomposed Unicode",
      file,
      passphrase: passphrase.normalize("NFD"),
      result: "ok",
      key,
    },
    { name: "by passkey", file, ...by, result: "ok", key },
    refused("another passphrase", "PASSPHRASE", {}, { passphrase: `${passphrase}.` }),
    refused("another result of the passkey", "PASSPHRASE", {}, { ...by, prf: flipped(by.prf, 0) }),
    refused("another passkey", "PASSPHRASE", {}, { ...by, credentialId: flipped(by.credentialId, 0) }),
    refused("a box flipped in its commitment", "PASSPHRASE", slot({ box: flipped(words.box, 30) })),
    refused("a box flipped in its tag", "PASSPHRASE", slot({ box: flipped(words.box, -1) })),
    refused("the kid of another key", "PASSPHRASE", { kid: flipped(kid, 0) }),
    refused("the other kind of key", "PASSPHRASE", { kem: "x25519" }),
    refused("no slot", "FORMAT", { slots: [] }),
    refused("nine slots", "LIMIT", { slots: Array.from({ length: 9 }, () => words) }),
    refused("logN 13", "LIMIT", slot({ logN: 13 })),
    refused("logN 21", "LIMIT", slot({ logN: 21 })),
    refused("r 16", "FORMAT", slot({ r: 16 })),
    refused("a slot of another type", "FORMAT", slot({ type: "argon2" })),
    refused("a slot with an unknown field", "FORMAT", slot({ note: "x" })),
    refused("a box of 103 bytes", "FORMAT", slot({ box: toBase64Url(fromBase64Url(words.box).slice(1)) })),
    refused("version 2", "VERSION", { v: 2 }),
    refused("an unknown field", "FORMAT", { note: "x" }),
  ];
}
