/** Sealing happens elsewhere: this is the port, and what the case must know afterwards. */
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Digest } from "../case/request.ts";
import { DsarError } from "../errors.ts";
import type { ExportManifest } from "./content.ts";
import { type ExportPackage, verifyExport } from "./package.ts";

/** Encrypts a package so that only the holder of the recipient's key can open it. */
export type Sealer<Key, Sealed> = {
  readonly seal: (pack: ExportPackage, recipient: Key) => Promise<Sealed>;
  /** The digest of a recipient's public key. */
  readonly keyDigest: (recipient: Key) => Digest;
};

/** A sealed package and what the command `SealPackage` says of it. */
export type SealedExport<Sealed> = {
  readonly sealed: Sealed;
  readonly manifest: Digest;
  readonly recipientKey: Digest;
};

/** The digest of a manifest, hex. */
export function manifestDigest(manifest: ExportManifest): Digest {
  return bytesToHex(sha256(canonicalBytes(manifest)));
}

/**
 * Seals a package to the subject's own key. Sealing again with another key keeps the manifest.
 *
 * @throws {@link DsarError} `SEAL_FAILED` when the files are not those of the manifest, or the port fails
 */
export async function sealExport<Key, Sealed>(
  pack: ExportPackage,
  recipient: Key,
  sealer: Sealer<Key, Sealed>,
): Promise<SealedExport<Sealed>> {
  if (!verifyExport(pack.manifest, pack.files)) {
    throw new DsarError("SEAL_FAILED", "the files are not those the manifest lists");
  }
  try {
    const sealed = await sealer.seal(pack, recipient);
    return { sealed, manifest: manifestDigest(pack.manifest), recipientKey: sealer.keyDigest(recipient) };
  } catch (cause) {
    throw new DsarError("SEAL_FAILED", "the sealer could not seal the package", { cause });
  }
}
