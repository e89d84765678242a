import { sha256 } from "@noble/hashes/sha2.js";
import type { Backend } from "./backend.ts";
import { chunkedCipher } from "../chunked.ts";

/** Pure JavaScript; AES is loaded when the first message needs it. */
export const nobleBackend: Backend = {
  name: "noble",
  cipher: async (key, baseNonce) => {
    const aes = await import("./aes-script.ts");
    return chunkedCipher(
      {
        seal: async (nonce, plain) => aes.seal(key, nonce, plain),
        open: async (nonce, sealed) => aes.open(key, nonce, sealed),
      },
      baseNonce,
    );
  },
  sha256: (segment) => sha256(segment),
};
