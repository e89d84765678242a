/** AES-256-GCM for the draft, under a key that the browser keeps and nobody can export. */

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** A new key of this device; it cannot be read out, only used. */
export function newDraftKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Encrypts bytes; `label` must be given again to decrypt, so that one part cannot pass for another. */
export async function encrypt(key: CryptoKey, label: string, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(label);
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, bytes) };
}

/** Decrypts what {@link encrypt} gave; rejects if a byte or the label differs. */
export function decrypt(key: CryptoKey, label: string, sealed: Sealed): Promise<ArrayBuffer> {
  const additionalData = new TextEncoder().encode(label);
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv, additionalData }, key, sealed.data);
}
