import { EnvelopeError } from "../errors.ts";

/** The platform's WebCrypto, or PLATFORM where there is none (an insecure origin, an old runtime). */
export function native(): SubtleCrypto {
  const subtle = optionalNative();
  if (subtle === undefined) throw new EnvelopeError("PLATFORM", "WebCrypto is not available here");
  return subtle;
}

/** The platform's WebCrypto if there is one. */
export function optionalNative(): SubtleCrypto | undefined {
  const found: { subtle?: SubtleCrypto } | undefined = globalThis.crypto;
  return found?.subtle;
}

/** Whether a probe runs to its end here; asked once, answered from memory after that. */
export function nativeSupport(probe: (subtle: SubtleCrypto) => Promise<void>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  return () => {
    const subtle = optionalNative();
    if (subtle === undefined) return Promise.resolve(false);
    answer ??= probe(subtle).then(
      () => true,
      () => false,
    );
    return answer;
  };
}

/** WebCrypto's types want bytes that are not shared memory; shared memory is refused by WebCrypto itself. */
export function platformBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
