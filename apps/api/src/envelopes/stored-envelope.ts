/** From a verified envelope to the rows it is kept in: the manifest as signed, each slot by itself. */
import type { Dsse, Keyring, Verified } from "@tillit/crypto-envelope";
import type { EnvelopeKind, StoredEnvelope, StoredSection } from "@tillit/record-store";

/** The record's id: the first 16 bytes of the manifest's SHA-256, in hex. */
export function recordIdOf(verified: Verified): string {
  return Buffer.from(verified.digest).toString("hex").slice(0, 32);
}

/** The manifest's SHA-256 in base64url, as events name an envelope. */
export function digestOf(verified: Verified): string {
  return Buffer.from(verified.digest).toString("base64url");
}

interface Sealed {
  readonly verified: Verified;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly kind: EnvelopeKind;
  readonly parent?: string;
  readonly at: string;
}

export function storedEnvelope({ verified, manifest, keyring, kind, parent, at }: Sealed): {
  readonly envelope: StoredEnvelope;
  readonly sections: readonly StoredSection[];
  readonly slots: Keyring["slots"];
} {
  const { slots, ...recipients } = keyring;
  return {
    envelope: {
      id: recordIdOf(verified),
      kind,
      parent,
      app: verified.manifest.context.app,
      applicant: verified.manifest.context.applicant,
      cid: keyring.cid,
      digest: digestOf(verified),
      manifest,
      recipients,
      facts: {},
      createdAt: at,
      complete: false,
    },
    sections: verified.manifest.sections.map(({ id, class: of, size, hash }) => ({
      id,
      class: of,
      size,
      hash,
    })),
    slots,
  };
}

/** A section whose bytes are kept under an upload. */
export function uploaded(section: StoredSection, upload: string): StoredSection {
  return { ...section, upload };
}
