import { expand } from "@noble/hashes/hkdf.js";
import { hmac as oracle } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandBlock, hmac } from "../../src/format/hmac.ts";

describe.each([
  ["SHA-256", sha256, 32],
  ["SHA-512", sha512, 64],
] as const)("HMAC with %s", (_, hash, size) => {
  it("is what the library for any message makes, with keys below, at and above a block", () => {
    const key = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 300 }), (secret, message) => {
        expect(hmac(hash, secret, message)).toEqual(oracle(hash, secret, message));
      }),
    );
  });

  it("gives the first block of HKDF-Expand", () => {
    const key = fc.uint8Array({ minLength: size, maxLength: size });
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 100 }), (secret, info) => {
        expect(expandBlock(hash, secret, info)).toEqual(expand(hash, secret, info, size));
      }),
    );
  });
});
