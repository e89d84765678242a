import { hexToBytes } from "@noble/ciphers/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/ciphers/utils.js";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { EnvelopeError } from "../../src/errors.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import { deriveMessageKeys, saltSize } from "../../src/payload/derive.ts";
import { nobleBackend } from "../../src/payload/backend/noble.ts";
import { openStream } from "../../src/payload/stream.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { x25519FromSeed } from "../../src/kem/x25519.ts";
import { scriptCurve } from "../../src/kem/x25519.ts";
import { nodeVerifyEd25519 } from "../../src/node/ed25519.ts";
import { verifyEd25519 } from "../../src/sign/ed25519.ts";
import { present, vectorFile } from "./files.ts";

interface File<Group> {
  readonly testGroups: readonly Group[];
}

interface Chunked {
  readonly tcId: number;
  readonly comment: string;
  readonly key: string;
  readonly ctx: string;
  readonly ct: string;
  readonly aeadKey?: string;
  readonly baseNonce?: string;
  readonly msgSha512?: string;
  readonly result: "valid" | "invalid";
}

/** "valid", or "invalid" for a refusal with one of the codes that fit; anything else is passed on. */
async function collect(
  content: AsyncIterable<Uint8Array>,
  hash: { update(piece: Uint8Array): unknown },
): Promise<string> {
  try {
    for await (const piece of content) hash.update(piece);
    return "valid";
  } catch (cause) {
    if (!(cause instanceof EnvelopeError)) throw cause;
    return ["TRUNCATED", "COMMITMENT", "CORRUPT", "FORMAT"].includes(cause.code) ? "invalid" : cause.code;
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_001) yield bytes.subarray(at, at + 50_001);
}

describe.runIf(present)("Cobblestone-256 (Wycheproof, C2SP chunked encryption)", () => {
  const file = "wycheproof-c2sp_chunked_encryption_aes_256_gcm_test.json";
  const groups = present ? vectorFile<File<{ tests: Chunked[] }>>(file).testGroups : [];
  const tests = groups.flatMap((group) => group.tests);

  it("has 35 vectors", () => expect(tests).toHaveLength(35));

  it.each([webCryptoBackend, nodeBackend, nobleBackend])("passes with the backend $name", async (backend) => {
    for (const vector of tests) {
      const sealed = new Uint8Array(inflateSync(hexToBytes(vector.ct)));
      // The JavaScript cipher is slow: it leaves the two 4 MB messages to the others.
      if (backend === nobleBackend && sealed.length > 1_000_000) continue;
      const key = hexToBytes(vector.key);
      const context = hexToBytes(vector.ctx);
      const hash = sha512.create();
      const outcome = await collect(openStream(backend, key, context, inPieces(sealed)), hash);
      // A refused message may have given authentic content first, so only an accepted one has a known hash.
      const valid = vector.result === "valid";
      const keys = deriveMessageKeys(valid ? key : new Uint8Array(32), sealed.subarray(0, saltSize), context);
      const found = valid ? [hash.digest(), keys.key, keys.baseNonce].map((bytes) => bytesToHex(bytes)) : [];
      const wanted = valid ? [vector.msgSha512, vector.aeadKey, vector.baseNonce] : [];
      expect([vector.tcId, vector.comment, outcome, found]).toEqual([
        vector.tcId,
        vector.comment,
        vector.result,
        wanted,
      ]);
    }
  });
});

interface Ed25519Group {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly { tcId: number; msg: string; sig: string; result: string }[];
}

describe.runIf(present)("Ed25519 (Wycheproof)", () => {
  it.each([
    ["in JavaScript", verifyEd25519],
    ["by node:crypto", nodeVerifyEd25519],
  ])("accepts and refuses as published %s, 151 of 151", (_, verify) => {
    const groups = vectorFile<File<Ed25519Group>>("wycheproof-ed25519_test.json").testGroups;
    let count = 0;
    for (const { publicKey, tests } of groups) {
      for (const { msg, result, sig } of tests) {
        const accepted = verify(hexToBytes(publicKey.pk), hexToBytes(msg), hexToBytes(sig));
        expect(accepted).toBe(result === "valid");
        count += 1;
      }
    }
    expect(count).toBe(151);
  });
});

interface X25519Group {
  readonly tests: readonly {
    tcId: number;
    public: string;
    private: string;
    shared: string;
    result: string;
  }[];
}

describe.runIf(present)("X25519 (Wycheproof)", () => {
  it("gives every published shared secret in JavaScript too, and refuses the zero one", async () => {
    const script = await scriptCurve();
    const groups = vectorFile<File<X25519Group>>("wycheproof-x25519_test.json").testGroups;
    for (const vector of groups.flatMap(({ tests }) => tests)) {
      let outcome: string;
      try {
        outcome = bytesToHex(await script.agree(hexToBytes(vector.private), hexToBytes(vector.public)));
      } catch (cause) {
        outcome = cause instanceof EnvelopeError ? cause.code : "not coded";
      }
      const zero = /^0+$/.test(vector.shared);
      expect([vector.tcId, outcome]).toEqual([vector.tcId, zero ? "FORMAT" : vector.shared]);
    }
  });

  it("decapsulates every valid public key and refuses the zero shared secret", async () => {
    const groups = vectorFile<File<X25519Group>>("wycheproof-x25519_test.json").testGroups;
    let refused = 0;
    for (const vector of groups.flatMap(({ tests }) => tests)) {
      const decap = await x25519FromSeed(hexToBytes(vector.private));
      const zero = /^0+$/.test(vector.shared);
      const outcome = await decap(hexToBytes(vector.public)).then(
        () => "accepted",
        (cause: unknown) => (cause instanceof EnvelopeError ? cause.code : "not coded"),
      );
      expect([vector.tcId, outcome]).toEqual([vector.tcId, zero ? "FORMAT" : "accepted"]);
      if (zero) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
