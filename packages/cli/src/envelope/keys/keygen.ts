import { generateKey, toBase64Url } from "@tillit/crypto-envelope";
import {
  fingerprint,
  fingerprintWords,
  generateRoot,
  keyEntry,
  signKeyDocument,
} from "@tillit/crypto-envelope/directory";
import { lockKey } from "@tillit/crypto-envelope/keyfile";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";
import { checkOutput, say, writeJson, writeOutput } from "../../files/output.ts";
import { instantAt, instantYearsAfter } from "../instant.ts";
import { notes } from "../notes.ts";
import { passphraseFrom } from "./passphrase.ts";
import { refusals } from "../refusal.ts";

export type KeygenOptions = CommonOptions & {
  readonly controller: string;
  readonly kem: "xwing" | "x25519";
  readonly years: string;
  readonly passphraseFile?: string;
  readonly force?: boolean;
};

const mostYears = 10;
const secret = 0o600;

/** `tillit envelope keygen`: prints what others need: key id, root key, fingerprints. */
export async function keygen(folder: string, options: KeygenOptions, io: Io): Promise<void> {
  await refusals(() => makeKeys(folder, options, io), options.lang);
}

async function makeKeys(folder: string, options: KeygenOptions, io: Io): Promise<void> {
  const { controller, kem, lang, passphraseFile, force = false } = options;
  const years = Number(options.years);
  if (!Number.isInteger(years) || years < 1 || years > mostYears) {
    throw new CommandError("YEARS_INVALID", `--years is a whole number from 1 to ${mostYears}`);
  }
  const files = ["key.json", "root.json", "document.json"].map((name) => join(folder, name));
  for (const file of files) await checkOutput(file, force);
  const [keyFile, rootFile, documentFile] = files;

  const { seed, publicKey } = await generateKey(kem);
  // A slip of the finger would lock the key for good.
  const passphrase = await passphraseFrom(passphraseFile, io, [notes.passphrase[lang], notes.onceMore[lang]]);
  const locked = await lockKey(seed, publicKey, [{ passphrase }]);
  const root = generateRoot();
  const from = instantAt(io.now());
  const until = instantYearsAfter(io.now(), years);
  const document = signKeyDocument(
    { controller, expires: until, keys: [keyEntry(publicKey, from, until)], seq: 1, v: 1 },
    [root.seed],
  );

  await mkdir(folder, { recursive: true });
  const save = async (file: string | undefined, value: unknown, mode: number): Promise<void> =>
    writeOutput(io, file, `${JSON.stringify(value, undefined, 2)}\n`, { force, mode });
  await save(keyFile, locked, secret);
  await save(
    rootFile,
    { v: 1, kind: "root", seed: toBase64Url(root.seed), publicKey: toBase64Url(root.publicKey) },
    secret,
  );
  await save(documentFile, document, 0o644);
  await writeJson(io, {
    controller,
    kem,
    kid: publicKey.kid,
    fingerprint: fingerprint(publicKey.bytes),
    root: toBase64Url(root.publicKey),
    rootFingerprint: fingerprint(root.publicKey),
    rootWords: fingerprintWords(root.publicKey),
    expires: until,
  });
  say(io, notes.keepRoot[lang]);
}
