/** Words that are not about an application: about a review, a hold, a transfer. */
import { Receipt } from "@tillit/crypto-envelope";
import type { Harness } from "./harness.ts";
import { sealed, section } from "./sealing.ts";

export interface WordsAbout {
  readonly controller: string;
  readonly purpose: "access-review" | "retention-hold" | `disposal-list/${string}`;
  /** The id of the review or hold; for a list any UUID, since its purpose binds them. */
  readonly id: string;
  readonly text?: string;
}

export async function wordsAbout(
  h: Harness,
  { controller, purpose, id, text = "Frågade om sitt eget ärende." }: WordsAbout,
): Promise<object> {
  const to = h.keys[controller]?.keys;
  if (to === undefined) throw new Error("no keys for that controller");
  const { manifest, keyring, blobs } = await sealed({
    receipt: Receipt.create(id),
    controller,
    to,
    created: "2026-11-23T09:00:00Z",
    purpose,
    schema: "words/1",
    sections: [section("words", text)],
  });
  const bytes = blobs.get("words") ?? new Uint8Array();
  return { manifest, keyring, blobs: { words: Buffer.from(bytes).toString("base64url") } };
}
