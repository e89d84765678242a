import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatVerifier,
  parseVerifier,
  readVerifier,
  signCheckpoint,
  verifierOf,
  verifyCheckpoint,
} from "../src/index.ts";
import { openNote } from "../src/checkpoint/note.ts";

const signer = { name: "tillit.example/log", secretKey: new Uint8Array(32).fill(7) };
const witness = { name: "witness.example", secretKey: new Uint8Array(32).fill(9) };
const root = new Uint8Array(32).fill(5);
const checkpoint = { origin: "tillit.example/log", size: 20_852_163, root };
const key = verifierOf(signer);

describe("C2SP signed-note", () => {
  const note =
    "This is an example message.\n\n\u2014 example.com/foo " +
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  const verifier = parseVerifier("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

  it("opens the example of its specification", () => {
    expect(openNote(note, [verifier])).toBe("This is an example message.\n");
    expect(formatVerifier(verifier)).toBe(
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    );
  });

  it("refuses the example with any one character changed", () => {
    fc.assert(
      fc.property(fc.nat({ max: note.length - 1 }), fc.constantFrom("A", "z", "\n", " ", "="), (at, put) => {
        fc.pre(note[at] !== put);
        expect(() => openNote(note.slice(0, at) + put + note.slice(at + 1), [verifier])).toThrow(
          expect.objectContaining({ name: "AuditError" }),
        );
      }),
    );
  });
});

describe("a checkpoint", () => {
  it("is three lines and a signature", () => {
    const note = signCheckpoint(checkpoint, signer);
    expect(note.split("\n").slice(0, 4)).toEqual([
      "tillit.example/log",
      "20852163",
      Buffer.from(root).toString("base64"),
      "",
    ]);
    expect(verifyCheckpoint(note, key)).toEqual(checkpoint);
  });

  it("may be signed by a witness too, and is good with either key", () => {
    const note = signCheckpoint({ ...checkpoint, extensions: ["x 1"] }, signer, witness);
    for (const verifier of [key, verifierOf(witness)]) {
      expect(verifyCheckpoint(note, verifier)).toEqual({ ...checkpoint, extensions: ["x 1"] });
    }
  });

  it("is refused when a signature in a known name is wrong, whoever else has signed", () => {
    const note = signCheckpoint(checkpoint, signer, witness);
    const other = signCheckpoint({ ...checkpoint, size: 1 }, signer);
    const forged = note.replace(note.split("\n")[4] ?? "", other.split("\n")[4] ?? "");
    expect(() => verifyCheckpoint(forged, key, verifierOf(witness))).toThrow(
      expect.objectContaining({ code: "CHECKPOINT_NOT_SIGNED" }),
    );
  });

  it.each([
    ["no known key", signCheckpoint(checkpoint, witness), "CHECKPOINT_NOT_SIGNED"],
    [
      "another key under the same name",
      signCheckpoint(checkpoint, { ...witness, name: signer.name }),
      "CHECKPOINT_NOT_SIGNED",
    ],
    ["no signature", "tillit.example/log\n1\nAAAA\n\n", "CHECKPOINT_MALFORMED"],
    ["nothing", "", "CHECKPOINT_MALFORMED"],
    ["no line feed at the end", signCheckpoint(checkpoint, signer).slice(0, -1), "CHECKPOINT_MALFORMED"],
    [
      "a hyphen for the dash",
      signCheckpoint(checkpoint, signer).replace("\u2014", "-"),
      "CHECKPOINT_MALFORMED",
    ],
    [
      "more signatures than anyone reads",
      signCheckpoint(checkpoint, ...Array<typeof signer>(101).fill(signer)),
      "CHECKPOINT_MALFORMED",
    ],
  ])("is refused with %s", (_, note, code) => {
    expect(() => verifyCheckpoint(note, key)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ["an origin of two lines", { ...checkpoint, origin: "evil\n999" }],
    ["no origin", { ...checkpoint, origin: "" }],
    ["an origin with a control character", { ...checkpoint, origin: "a\u0000b" }],
    ["half an entry", { ...checkpoint, size: 0.5 }],
    ["a negative size", { ...checkpoint, size: -1 }],
    ["a short root", { ...checkpoint, root: root.subarray(1) }],
    ["an empty extension", { ...checkpoint, extensions: [""] }],
  ])("is not signed with %s", (_, bad) => {
    expect(() => signCheckpoint(bad, signer)).toThrow(
      expect.objectContaining({ code: "CHECKPOINT_MALFORMED" }),
    );
  });

  it("is not signed by nobody", () => {
    expect(() => signCheckpoint(checkpoint)).toThrow(
      expect.objectContaining({ code: "CHECKPOINT_MALFORMED" }),
    );
  });
});

describe("a log's key", () => {
  it("goes to text and back", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.stringMatching(/^[\w./åäö-]{1,20}$/u),
        (secretKey, name) => {
          const verifier = verifierOf({ name, secretKey });
          expect(parseVerifier(formatVerifier(verifier))).toEqual(verifier);
        },
      ),
    );
  });

  it("is read with the bytes that its key id is a hash of", async () => {
    const verifier = verifierOf({ ...signer, name: "tillit/åäö" });
    const { name, publicKey, id, hashed } = readVerifier(formatVerifier(verifier));
    const digest = await crypto.subtle.digest("SHA-256", hashed);
    expect({ name, publicKey }).toEqual(verifier);
    expect(Buffer.from(digest).toString("hex").slice(0, 8)).toBe(id);
    for (const text of ["", "a+00000000", formatVerifier(verifier).slice(0, -4)])
      expect(() => readVerifier(text)).toThrow(expect.objectContaining({ code: "KEY_MALFORMED" }));
  });

  const written = formatVerifier(key);
  it.each([
    ["no key id", written.replace(/\+[0-9a-f]{8}\+/, "+")],
    ["a wrong key id", written.replace(/\+[0-9a-f]{8}\+/, "+00000000+")],
    ["another algorithm", written.replace(/\+A([^+]+)$/, "+B$1")],
    ["a short key", written.slice(0, -4)],
    ["white space", ` ${written}`],
    ["nothing", ""],
  ])("is refused with %s", (_, text) => {
    expect(() => parseVerifier(text)).toThrow(expect.objectContaining({ code: "KEY_MALFORMED" }));
  });

  it.each(["", "a b", "a+b", "a\nb"])("cannot be named %j", (name) => {
    expect(() => verifierOf({ ...signer, name })).toThrow(expect.objectContaining({ code: "KEY_MALFORMED" }));
  });
});
