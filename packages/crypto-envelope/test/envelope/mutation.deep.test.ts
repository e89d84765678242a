import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it } from "vitest";
import { deep } from "../../../../vitest.depth.ts";
import { fromBase64, toBase64 } from "../../src/format/base64.ts";
import { type Keyring, fromBase64Url, parseKeyring, toBase64Url, verify } from "../../src/index.ts";
import { removeRecipient } from "../../src/keyring.ts";
import { open, verify as verifyByNode } from "../../src/node.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import { sealedChunkSize } from "../../src/payload/derive.ts";
import { openSlot, sealSlot } from "../../src/payload/slot.ts";
import { openStream, sealStream } from "../../src/payload/stream.ts";
import { codeOf, tally } from "../outcome.ts";
import { blobOf, expected, pattern, sealedCase } from "../situation.ts";

const { blobs, controller, receipt, sealed } = await sealedCase([
  { id: "contact", class: "ordinary", data: pattern(40), pad: "none" },
]);
const verified = verify(sealed.manifest, expected);
const blob = blobOf(blobs, "contact");
const self = (await receipt.publicKey("x25519")).kid;
// One stanza only, so that every byte of the keyring matters to this opener.
const keyring = removeRecipient(sealed.keyring, self);

function flipped(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

function flippedText(text: string, at: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
}

async function readWith(changed: Keyring): Promise<string> {
  return codeOf(async () => (await open(verified, changed, controller.holder)).read("contact", blob));
}

/** What a value means that is another one of its form (CE1 section 9). */
const codeOfField: Readonly<Record<string, string>> = {
  cid: "CONTEXT",
  contact: "CORRUPT",
  ct: "UNWRAP",
  enc: "UNWRAP",
  // A group that the manifest does not have.
  group: "FORMAT",
  kid: "NO_KEY",
  v: "VERSION",
};

/** The code for a keyring of which one character was changed. */
function codeAt(text: string, changed: string, at: number): string {
  for (const { 0: whole, 1: name = "", 2: value = "", index } of text.matchAll(/"(\w+)":"?([\w-]+)/g)) {
    const start = index + whole.length - value.length;
    if (at < start || at >= start + value.length) continue;
    const other = changed.slice(start, start + value.length);
    const written = name === "v" || name === "group" ? /^[a-z0-9]+$/.test(other) : isBase64Url(other);
    return (written ? codeOfField[name] : undefined) ?? "FORMAT";
  }
  return "FORMAT";
}

function isBase64Url(text: string): boolean {
  return Buffer.from(text, "base64url").toString("base64url") === text;
}

const each = (length: number): number[] => Array.from({ length }, (_, at) => at);

describe("one flipped bit in", () => {
  it.each([
    ["JavaScript", verify],
    ["node:crypto", verifyByNode],
  ])("any byte of the manifest's payload: SIGNATURE by %s, before anything is parsed", async (_, check) => {
    const payload = fromBase64(sealed.manifest.payload, "payload");
    const answers = await Promise.all(
      each(payload.length).map((at) =>
        codeOf(() => check({ ...sealed.manifest, payload: toBase64(flipped(payload, at)) }, expected)),
      ),
    );
    expect(tally(answers)).toEqual({ SIGNATURE: payload.length });
  });

  it.each([
    ["JavaScript", verify],
    ["node:crypto", verifyByNode],
  ])("any character of the manifest's JSON: FORMAT or SIGNATURE by %s", async (_, check) => {
    const text = JSON.stringify(sealed.manifest);
    const answers = await Promise.all(
      each(text.length).map((at) =>
        codeOf(() => {
          let value: unknown;
          try {
            value = JSON.parse(flippedText(text, at));
          } catch {
            return;
          }
          check(value as typeof sealed.manifest, expected);
          throw new Error(`accepted with character ${at} changed`);
        }),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(["ok", "FORMAT", "SIGNATURE"]));
  });

  it("any character of the keyring's JSON: the code of its field, or FORMAT where the field is no longer one", async () => {
    const text = JSON.stringify(keyring);
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const at of each(text.length)) {
      const changed = flippedText(text, at);
      const answer = await codeOf(() => readAll(changed));
      const wanted = codeAt(text, changed, at);
      seen.add(wanted);
      if (answer !== wanted) wrong.push(`character ${at}: ${answer}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
    expect([...seen].sort()).toEqual(["CONTEXT", "CORRUPT", "FORMAT", "NO_KEY", "UNWRAP", "VERSION"]);
    async function readAll(changed: string): Promise<void> {
      const opened = await open(verified, parseKeyring(changed), controller.holder);
      await opened.read("contact", blob);
    }
  });

  it("any byte of a stanza: UNWRAP", async () => {
    const [stanza] = keyring.stanzas;
    if (stanza === undefined) throw new Error("one stanza");
    const answers: string[] = [];
    for (const part of ["enc", "ct"] as const) {
      const bytes = fromBase64Url(stanza[part]);
      for (const at of each(bytes.length)) {
        const changed = { ...stanza, [part]: toBase64Url(flipped(bytes, at, 0x80)) };
        answers.push(await readWith({ ...keyring, stanzas: [changed] }));
      }
    }
    expect(tally(answers)).toEqual({ UNWRAP: 80 });
  });

  it("any byte of a slot: CORRUPT by its signed hash", async () => {
    const slot = fromBase64Url(keyring.slots["contact"]);
    const answers: string[] = [];
    for (const at of each(slot.length)) {
      answers.push(await readWith({ ...keyring, slots: { contact: toBase64Url(flipped(slot, at)) } }));
    }
    expect(tally(answers)).toEqual({ CORRUPT: 104 });
  });

  it("any byte of a slot whose hash was signed anew: COMMITMENT for salt and commitment, else CORRUPT", async () => {
    const key = sha256(pattern(1));
    const slot = await sealSlot(nodeBackend, key, pattern(5), pattern(32), pattern(24));
    const answers = await Promise.all(
      each(slot.length).map((at) => codeOf(() => openSlot(nodeBackend, key, pattern(5), flipped(slot, at)))),
    );
    expect(tally(answers)).toEqual({ COMMITMENT: 56, CORRUPT: 48 });
  });

  it("any byte of the header, the first chunk and the last chunk of a blob: COMMITMENT, CORRUPT", async () => {
    const key = pattern(32);
    const pieces: Uint8Array[] = [];
    for await (const piece of sealStream(
      nodeBackend,
      key,
      pattern(9),
      pattern(24),
      only(pattern(16_384 + 300)),
    )) {
      pieces.push(piece);
    }
    const message = Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
    expect(message.length).toBe(56 + sealedChunkSize + 316);
    const answers: string[] = [];
    const body = 56;
    const tail = body + sealedChunkSize;
    // Every byte where parts meet, else one in eight.
    const tried = each(message.length).filter(
      (at) => deep || at < body + 64 || (at >= tail - 64 && at < tail + 64) || at % 8 === 0,
    );
    for (const at of tried) {
      answers.push(
        await codeOf(async () => {
          for await (const _ of openStream(nodeBackend, key, pattern(9), only(flipped(message, at))));
        }),
      );
    }
    expect(tally(answers)).toEqual({ COMMITMENT: body, CORRUPT: tried.length - body });
  });

  it("any byte of a whole small blob, read through the envelope: COMMITMENT, CORRUPT", async () => {
    const opened = await open(verified, keyring, controller.holder);
    const answers: string[] = [];
    for (const at of each(blob.length))
      answers.push(await codeOf(() => opened.read("contact", flipped(blob, at))));
    expect(tally(answers)).toEqual({ COMMITMENT: 56, CORRUPT: blob.length - 56 });
  });
});

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
