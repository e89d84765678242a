import { native, optionalNative, platformBytes } from "../../kem/native.ts";
import type { Backend } from "./backend.ts";
import { chunkedCipher } from "../chunked.ts";
import { nobleBackend } from "./noble.ts";

/** AES-GCM and SHA-256 of the platform, which works on chunks in parallel. */
export const webCryptoBackend: Backend = {
  name: "webcrypto",
  cipher: async (key, baseNonce) => {
    const subtle = native();
    const usages = ["encrypt", "decrypt"] as const;
    const imported = await subtle.importKey("raw", platformBytes(key), "AES-GCM", false, usages);
    const one = async (work: (typeof usages)[number], iv: Uint8Array<ArrayBuffer>, bytes: Uint8Array) =>
      new Uint8Array(await subtle[work]({ name: "AES-GCM", iv }, imported, platformBytes(bytes)));
    return chunkedCipher(
      {
        seal: (nonce, plain) => one("encrypt", nonce, plain),
        open: (nonce, sealed) => one("decrypt", nonce, sealed),
      },
      baseNonce,
    );
  },
  sha256: async (segment) => new Uint8Array(await native().digest("SHA-256", platformBytes(segment))),
};

/** WebCrypto where it is, JavaScript where it is not (an insecure origin). */
export function platformBackend(): Backend {
  return optionalNative() === undefined ? nobleBackend : webCryptoBackend;
}
