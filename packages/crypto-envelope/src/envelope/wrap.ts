import type { Entropy } from "../entropy.ts";
import { EnvelopeError } from "../errors.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import type { Keyring, Stanza } from "../format/keyring.ts";
import { objectOf } from "../format/json.ts";
import { labelled } from "../format/labels.ts";
import type { Decapsulator } from "../kem/keys.ts";
import { openOnce, sealOnce } from "../kem/hpke.ts";
import { ofSmallOrder } from "../kem/small-order.ts";
import type { KemId, PublicKey } from "../kem/public-key.ts";
import type { Backend } from "../payload/backend/backend.ts";
import type { Encapsulation } from "../kem/x25519.ts";

/** Encapsulation as a backend offers it. */
export type Encapsulate = (kem: KemId, publicKey: Uint8Array, entropy: Entropy) => Promise<Encapsulation>;

/** What wrapping runs on. */
export interface Wrapping {
  readonly backend: Backend;
  readonly encapsulate: Encapsulate;
  readonly entropy: Entropy;
}

function wrapInfo(cid: Uint8Array, group: string, kid: string): Uint8Array {
  return labelled("cenv1/wrap", cid, group, fromBase64Url(kid, 16));
}

/** Wraps a group key for one recipient. */
export async function wrap(
  { backend, encapsulate, entropy }: Wrapping,
  cid: Uint8Array,
  group: string,
  to: PublicKey,
  groupKey: Uint8Array,
): Promise<Stanza> {
  const { enc, secret } = await encapsulate(to.kem, to.bytes, entropy);
  const ct = await sealOnce(backend, to.kem, secret, wrapInfo(cid, group, to.kid), groupKey);
  return { group, kem: to.kem, kid: to.kid, enc: toBase64Url(enc), ct: toBase64Url(ct) };
}

/**
 * A group key, and the kind of the holder's key that it was wrapped to. Anybody can wrap a key of their own to a public
 * key: that it is the group's, only a slot with the signed hash shows.
 */
export interface Unwrapped {
  readonly kem: KemId;
  readonly groupKey: Uint8Array;
}

/** The group keys that a holder can unwrap. A stanza of the holder that does not open throws UNWRAP. */
export async function unwrapAll(
  backend: Backend,
  { stanzas }: Pick<Keyring, "stanzas">,
  cid: Uint8Array,
  holder: Decapsulator,
): Promise<Map<string, Unwrapped>> {
  const { also = [] } = objectOf(holder, "holder") as Partial<Decapsulator>;
  const keys = [holder, ...also];
  const groupKeys = new Map<string, Unwrapped>();
  for (const stanza of stanzas) {
    const key = keys.find(({ kem, kid }) => kem === stanza.kem && kid === stanza.kid);
    if (key === undefined || groupKeys.has(stanza.group)) continue;
    const secret = await decapsulated(key, fromBase64Url(stanza.enc));
    const info = wrapInfo(cid, stanza.group, stanza.kid);
    const groupKey = await openOnce(backend, stanza.kem, secret, info, fromBase64Url(stanza.ct, 48));
    groupKeys.set(stanza.group, { kem: stanza.kem, groupKey });
  }
  return groupKeys;
}

/** A refused encapsulation says no more than a wrapped key that does not open. */
async function decapsulated(key: Decapsulator, enc: Uint8Array): Promise<Uint8Array> {
  // X25519's part is the last of both kinds. X-Wing itself does not ask for this, so not every platform looks.
  if (ofSmallOrder(enc.subarray(-32))) throw new EnvelopeError("UNWRAP", "the stanza does not open");
  try {
    return await key.decap(enc);
  } catch (cause) {
    throw new EnvelopeError("UNWRAP", "the stanza does not open", { cause });
  }
}

/** `context` of a section's slot or blob. */
export function sectionContext(kind: "slot" | "blob", cid: Uint8Array, sectionId: string): Uint8Array {
  return labelled(`cenv1/${kind}`, cid, sectionId);
}
