import { equalBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { describe, expect, it } from "vitest";
import { open, verify, verifyBlob, verifyKeyring } from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
import { blobOf, expected, pattern, sealedCase } from "../situation.ts";

const sections = [
  { id: "contact", class: "ordinary", data: utf8ToBytes('{"name":"Alva"}'), pad: "4k" },
  { id: "health", class: "health", data: utf8ToBytes('{"ok":true}'), pad: "4k" },
  { id: "file-1", class: "attachment", data: pattern(3_000_000) },
] as const;

describe.each(["x25519", "xwing"] as const)("an envelope sealed to %s", (kem) => {
  it("opens for the recipient and for the applicant, byte for byte", async () => {
    const { sealed, blobs, receipt, controller } = await sealedCase(sections, kem);
    const verified = verify(sealed.manifest, expected);
    verifyKeyring(verified, sealed.keyring);
    for (const holder of [controller.holder, await receipt.decapsulator()]) {
      const opened = await open(verified, sealed.keyring, holder);
      for (const { id, data } of sections) {
        await verifyBlob(verified, id, blobOf(blobs, id));
        expect(equalBytes(await opened.read(id, blobOf(blobs, id)), Uint8Array.from(data))).toBe(true);
      }
      const file = new Blob([blobOf(blobs, "file-1") as Uint8Array<ArrayBuffer>]);
      const part = await opened.range("file-1", file, 1_000_000, 1_100_001);
      expect(equalBytes(part, pattern(3_000_000).subarray(1_000_000, 1_100_001))).toBe(true);
      opened.close();
    }
  });

  it("keeps its other sections readable when one is shredded", async () => {
    const { sealed, blobs, controller } = await sealedCase(sections, kem);
    const verified = verify(sealed.manifest, expected);
    const keyring = shred(sealed.keyring, "health", { at: "2027-01-31T00:00:00Z", rule: "SoL 17:2" });
    const opened = await open(verified, keyring, controller.holder);
    expect(opened.sections.map(({ state }) => state)).toEqual(["readable", "shredded", "readable"]);
    await expect(opened.read("health", blobOf(blobs, "health"))).rejects.toMatchObject({ code: "SHREDDED" });
    expect(await opened.read("contact", blobOf(blobs, "contact"))).toEqual(Uint8Array.from(sections[0].data));
  });
});

it.each([["a text"], [undefined], [12], [{}]])(
  "takes no content but bytes, a Blob or a stream, and says so by code: %o",
  async (data) => {
    const sealing = sealedCase([{ id: "contact", class: "ordinary", data: data as unknown as Uint8Array }]);
    await expect(sealing).rejects.toMatchObject({ code: "FORMAT" });
  },
);
