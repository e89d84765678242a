import { EnvelopeError } from "../errors.ts";
import { equalBytes } from "../format/equal.ts";
import { type Dsse, decodeDsse, signDsse } from "../format/dsse.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";
import { manifestType } from "../format/manifest.ts";
import { limits } from "../limits.ts";
import type { Decapsulator } from "../kem/keys.ts";
import type { Bytes } from "../payload/source.ts";
import type { Engine } from "./engine.ts";
import { openWith } from "./open.ts";
import { type Sealed, sealWith } from "./seal.ts";
import type { SealInput, SealOptions } from "./seal-options.ts";
import type { Keyring } from "../format/keyring.ts";
import type { Verified } from "./verify.ts";

/** What `reseal` needs beside the old envelope: as for `seal`, but the sections come out of the old one. */
export interface ResealOptions extends Omit<SealOptions, "sections" | "supersedes"> {
  /** The sealed blob of a section of the old envelope. */
  readonly blob: (id: string) => Bytes | Promise<Bytes>;
  /** Ed25519 seed of the controller that reseals; it countersigns the new manifest. */
  readonly countersign?: Uint8Array;
}

/** Reads every readable section and seals it anew; see `reseal` of the entry points. */
export async function resealWith(
  engine: Engine,
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  options: Omit<ResealOptions, "sink"> & Pick<SealInput, "sink">,
): Promise<Sealed> {
  const opened = await openWith(engine.backend, verified, keyring, holder);
  if (opened.sections.some(({ state }) => state === "locked")) {
    throw new EnvelopeError("NO_KEY", "a section, which would be lost, is not sealed to this key");
  }
  const readable = new Set(opened.sections.filter(({ state }) => state === "readable").map(({ id }) => id));
  const ends: Promise<void>[] = [];
  const sections: SealOptions["sections"][number][] = [];
  for (const { class: kind, group, id, pad } of verified.manifest.sections) {
    if (!readable.has(id)) continue;
    const { readable: data, done } = opened.stream(id, await options.blob(id));
    ends.push(done);
    sections.push({ class: kind, data, group, id, pad });
  }
  try {
    const sealed = await sealWith(engine, { ...options, sections, supersedes: verified.digest });
    await Promise.all(ends);
    if (options.countersign === undefined) return sealed;
    return { ...sealed, manifest: countersign(sealed.manifest, options.countersign) };
  } finally {
    opened.close();
  }
}

/**
 * Adds a counter-signature over the same bytes: a controller's acknowledgement, for instance. The applicant's
 * signature stays the first. Throws FORMAT, LIMIT (8 signatures), SIGNATURE (signed by that key already).
 */
export function countersign(manifest: Dsse, seed: Uint8Array): Dsse {
  const { body, signatures } = decodeDsse(manifest, manifestType);
  if (signatures.length >= limits.signatures)
    throw new EnvelopeError("LIMIT", "DSSE: more than 8 signatures");
  const [added] = signDsse(manifestType, body, [seed]).signatures;
  if (added === undefined || manifest.signatures.some(({ keyid }) => keyid === added.keyid)) {
    throw new EnvelopeError("SIGNATURE", "DSSE: this key has signed already");
  }
  return { ...manifest, signatures: [...manifest.signatures, added] };
}

/** Whether that Ed25519 key (32 bytes) has countersigned the manifest. Throws FORMAT, LIMIT. */
export function hasCountersigned(manifest: Dsse, key: Uint8Array): boolean {
  return hasCountersignedWith(verifyEd25519, manifest, key);
}

/** The same with a given Ed25519; see `hasCountersigned`. */
export function hasCountersignedWith(holds: SignatureCheck, manifest: Dsse, key: Uint8Array): boolean {
  const { message, signatures } = decodeDsse(manifest, manifestType);
  return signatures
    .slice(1)
    .some((signature) => equalBytes(signature.key, key) && holds(key, message, signature.sig));
}
