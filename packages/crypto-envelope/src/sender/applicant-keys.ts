import { keyDocumentType, keyEntry, type KeyEntry } from "../directory/key-document.ts";
import type { Dsse } from "../format/dsse.ts";
import { canonicalBytesOf } from "../format/json.ts";
import type { KemId } from "../kem/public-key.ts";
import type { Receipt } from "./receipt.ts";

/** From when and until when something may be sealed to the applicant; RFC 3339 UTC, fractions are cut off. */
export interface KeyPeriod {
  readonly from: string;
  readonly until: string;
}

async function entryOf(receipt: Receipt, kem: KemId, { from, until }: KeyPeriod): Promise<KeyEntry> {
  return keyEntry(await receipt.publicKey(kem), from, until);
}

/**
 * The applicant's own public keys as a key document that the receipt signs, so that an answer can be sealed to whoever
 * holds the receipt. Its `controller` is the UUID of the application. Check it with `verifyKeyDocument` and the
 * applicant's key as root: that key stands in the signed manifest of the application (`Verified.applicant`), and nobody
 * on the way can put another in its place. Holds an X-Wing key where the platform can make one. Throws FORMAT.
 */
export async function applicantKeys(receipt: Receipt, period: KeyPeriod): Promise<Dsse> {
  const first = await entryOf(receipt, "x25519", period);
  const second = await entryOf(receipt, "xwing", period).catch(() => undefined);
  const document = {
    controller: receipt.app,
    expires: first.notAfter,
    keys: second === undefined ? [first] : [first, second],
    seq: 1,
    v: 1,
  };
  return receipt.sign(keyDocumentType, canonicalBytesOf(document));
}
