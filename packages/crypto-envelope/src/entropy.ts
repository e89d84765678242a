import { EnvelopeError } from "./errors.ts";

/** Where key material comes from. Only vectors and tests use another one than `systemEntropy`. */
export interface Entropy {
  /** True when the bytes are repeatable, so that no native generator may be used beside them. */
  readonly seeded: boolean;
  bytes(length: number): Uint8Array;
}

/** The platform's cryptographic generator; a caller's own would be a misuse waiting to happen. Throws PLATFORM. */
export const systemEntropy: Entropy = {
  seeded: false,
  bytes: (length) => {
    const found: Partial<Crypto> | undefined = globalThis.crypto;
    if (found?.getRandomValues === undefined)
      throw new EnvelopeError("PLATFORM", "the platform has no random numbers");
    return found.getRandomValues(new Uint8Array(length));
  },
};
