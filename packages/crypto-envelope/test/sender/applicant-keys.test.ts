import { describe, expect, it } from "vitest";
import { applicantKeys } from "../../src/sender/applicant-keys.ts";
import { verifyKeyDocument } from "../../src/directory/key-document.ts";
import { open, seal } from "../../src/envelope/platform.ts";
import { verify } from "../../src/envelope/verify.ts";
import { memorySink } from "../../src/payload/memory-sink.ts";
import { Receipt } from "../../src/sender/receipt.ts";

const app = "7f2c1b7e-0f4c-4b0e-9d57-3f0c2a9b1e55";
const now = "2026-11-21T18:00:00Z";
const period = { from: "2026-11-21T17:59:59.250Z", until: "2027-11-21T00:00:00Z" };

describe("the applicant's own keys", () => {
  it("are what an answer is sealed to, and the receipt opens it", async () => {
    const receipt = Receipt.create(app);
    const document = await applicantKeys(receipt, period);
    const keys = verifyKeyDocument(document, { roots: [receipt.applicant], controller: app, now });
    expect(keys.keys.map(({ kem }) => kem)).toEqual(["x25519", "xwing"]);
    const { sink, blobs } = memorySink();
    const { manifest, keyring } = await seal({
      context: {
        app,
        controllers: ["example-municipality"],
        purpose: "answer",
        schema: "answer/1",
        created: now,
      },
      receipt: Receipt.create(app),
      to: { g1: [keys] },
      sections: [{ id: "files", class: "ordinary", data: new TextEncoder().encode("for you alone") }],
      sink,
    });
    const opened = await open(
      verify(manifest, { app, purpose: "answer", schemas: ["answer/1"] }),
      keyring,
      await receipt.decapsulator(),
    );
    const text = await opened.read("files", blobs.get("files") ?? new Uint8Array());
    expect(new TextDecoder().decode(text)).toBe("for you alone");
  });

  it("are refused under another applicant's key, for another application and after their time", async () => {
    const receipt = Receipt.create(app);
    const document = await applicantKeys(receipt, period);
    const trust = { roots: [receipt.applicant], controller: app, now };
    const other = Receipt.create(app).applicant;
    expect(() => verifyKeyDocument(document, { ...trust, roots: [other] })).toThrow("root");
    expect(() => verifyKeyDocument(document, { ...trust, controller: "another" })).toThrow();
    expect(() => verifyKeyDocument(document, { ...trust, now: "2027-11-21T00:00:01Z" })).toThrow();
  });
});
