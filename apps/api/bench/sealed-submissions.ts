/** Sealed applications of 20 000 bytes as they come over the wire, no two alike. */
import { randomBytes } from "node:crypto";
import { Receipt, type Dsse, type Keyring } from "@tillit/crypto-envelope";
import { publicAuthority, type Harness } from "../test/setup/harness.ts";
import { sealed } from "../test/setup/sealing.ts";

export const bytes = 20_000;
export const facts = { assignments: ["family-home"], noticeVersion: "v1", lang: "sv" };

export interface Arriving {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly contact: Uint8Array;
  /** The body of the one request. */
  readonly text: string;
}

export async function arriving(h: Harness, count: number): Promise<readonly Arriving[]> {
  const to = h.keys[publicAuthority]?.keys;
  if (to === undefined) throw new Error("no keys");
  const data = randomBytes(bytes);
  const made: Arriving[] = [];
  for (let n = 0; n < count; n += 1) {
    const { manifest, keyring, blobs } = await sealed({
      receipt: Receipt.create(crypto.randomUUID()),
      controller: publicAuthority,
      to,
      created: "2026-11-23T09:00:00Z",
      sections: [{ id: "contact", class: "ordinary", group: "g1", data, pad: "none" }],
    });
    const contact = blobs.get("contact") ?? new Uint8Array();
    const inline = { contact: Buffer.from(contact).toString("base64url") };
    const text = JSON.stringify({ manifest, keyring, facts, blobs: inline });
    // What a server holds has been parsed: texts in one piece, and not as they were put together.
    const parsed = JSON.parse(text) as Pick<Arriving, "manifest" | "keyring">;
    made.push({ manifest: parsed.manifest, keyring: parsed.keyring, contact, text });
  }
  return made;
}
