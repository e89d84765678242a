import { afterEach, describe, expect, it, vi } from "vitest";
import { Receipt, open, verify } from "../../src/index.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, expected, pattern, sealedCase } from "../situation.ts";

const real = globalThis.crypto;
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a page of an insecure origin, which has random numbers and no WebCrypto", () => {
  it.each(["x25519", "xwing"] as const)("seals to %s and opens, all in JavaScript", async (kem) => {
    vi.stubGlobal("crypto", {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes),
    });
    const sections = [{ id: "file-1", class: "x", data: pattern(40_000) }];
    const { blobs, controller, receipt, sealed } = await sealedCase(sections, kem);
    for (const holder of [controller.holder, await receipt.decapsulator()]) {
      const opened = await open(verify(sealed.manifest, expected), sealed.keyring, holder);
      expect(await opened.read("file-1", blobOf(blobs, "file-1"))).toEqual(pattern(40_000));
    }
  });
});

describe("a platform without random numbers", () => {
  it("is told so by PLATFORM", async () => {
    vi.stubGlobal("crypto", undefined);
    expect(await codeOf(() => Receipt.create(app))).toBe("PLATFORM");
  });
});
