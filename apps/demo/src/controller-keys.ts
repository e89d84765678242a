/**
 * The keys of one controller, made on first start: a root that signs the key document, a group key that applications
 * are sealed to, and a recovery key. Private halves rest only in files that a passphrase locks.
 */
import { join } from "node:path";
import { type Dsse, generateKey, toBase64Url } from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { lockKey } from "@tillit/crypto-envelope/keyfile";
import { readJson, writeJson } from "./data-folder.ts";
import { newPassphrase } from "./passphrase.ts";

/** What the API and the web apps are told: nothing private. */
export interface PublicKeys {
  readonly document: Dsse;
  readonly seq: number;
  /** base64url Ed25519 public key that the web apps pin. */
  readonly root: string;
}

export interface ControllerKeys extends PublicKeys {
  readonly keyFile: string;
  readonly passphrase: string;
}

const years = 5;

function later(now: Date): Date {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then;
}

interface MakeOptions {
  readonly dataDir: string;
  readonly now: Date;
  /** Cost of the passphrase: 2^logN. Tests lower it. */
  readonly logN: number;
}

async function makeKeys(
  controller: string,
  passphrase: string,
  { dataDir, now, logN }: MakeOptions,
): Promise<PublicKeys> {
  const from = now.toISOString();
  const until = later(now).toISOString();
  const root = generateRoot();
  const [group, recovery] = await Promise.all([generateKey("x25519"), generateKey("x25519")]);
  const document = signKeyDocument(
    {
      controller,
      expires: `${until.slice(0, 19)}Z`,
      keys: [keyEntry(group.publicKey, from, until), keyEntry(recovery.publicKey, from, until)],
      recovery: [recovery.publicKey.kid],
      seq: 1,
      v: 1,
    },
    [root.seed],
  );
  const folder = join(dataDir, "keys");
  const locks = [{ passphrase, logN }];
  writeJson(join(folder, `${controller}.key.json`), await lockKey(group.seed, group.publicKey, locks));
  writeJson(
    join(folder, `${controller}.recovery.key.json`),
    await lockKey(recovery.seed, recovery.publicKey, locks),
  );
  // The root would be kept offline by two people; the demo keeps it so that a later start can sign anew.
  writeJson(join(folder, `${controller}.root.json`), { seed: toBase64Url(root.seed) });
  // Written last: without it an interrupted start begins these keys anew.
  const made = { document, seq: 1, root: toBase64Url(root.publicKey) };
  writeJson(join(folder, `${controller}.public.json`), made);
  return made;
}

/** The controller's keys, read from the data folder, or made and kept there. */
export async function loadControllerKeys(controller: string, options: MakeOptions): Promise<ControllerKeys> {
  const passphrases = join(options.dataDir, "keys", "passphrases.json");
  const kept = readJson<Record<string, string>>(passphrases) ?? {};
  const passphrase = kept[controller] ?? newPassphrase();
  // The passphrase is on disk before anything is locked with it.
  if (kept[controller] === undefined) writeJson(passphrases, { ...kept, [controller]: passphrase });
  const known = readJson<PublicKeys>(join(options.dataDir, "keys", `${controller}.public.json`));
  const keys = known ?? (await makeKeys(controller, passphrase, options));
  return { ...keys, passphrase, keyFile: join(options.dataDir, "keys", `${controller}.key.json`) };
}
