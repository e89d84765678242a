/** Whom to trust is what a caller says, and a caller in plain JavaScript says what it likes. */
import { describe, expect, it } from "vitest";
import { generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import {
  type Dsse,
  EnvelopeError,
  type KeyDocument,
  type KeyTrust,
  type VerifiedKeys,
  generateKey,
  verifyKeyDocument,
} from "../../src/index.ts";
import * as node from "../../src/node.ts";
import { codeOf } from "../outcome.ts";
import { now } from "../situation.ts";

const roots = [generateRoot(), generateRoot(), generateRoot()] as const;
const pins = roots.map(({ publicKey }) => publicKey);
const [first = new Uint8Array(0), second = new Uint8Array(0)] = pins;
const { publicKey } = await generateKey("x25519");
const written: KeyDocument = {
  controller: "ifo-namnd",
  expires: "2027-01-01T00:00:00Z",
  keys: [keyEntry(publicKey, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z")],
  seq: 7,
  v: 1,
};
const signed = signKeyDocument(
  written,
  roots.map(({ seed }) => seed),
);
const strangers = signKeyDocument(written, [generateRoot().seed]);
const unsigned = signKeyDocument(written, []);
const trust = { roots: pins, threshold: 2, controller: "ifo-namnd", minSeq: 7, now };

type Verify = (document: Dsse, asked: unknown) => VerifiedKeys;

/** The refusal of every document, and that its message says which option is wrong. */
async function refusals(verify: Verify, asked: unknown, place: string): Promise<readonly string[]> {
  const codes: string[] = [];
  const messages: string[] = [];
  for (const document of [signed, strangers, unsigned]) {
    codes.push(
      await codeOf(() => {
        try {
          verify(document, asked);
        } catch (cause) {
          messages.push(cause instanceof EnvelopeError ? cause.message : "");
          throw cause;
        }
      }),
    );
  }
  expect(messages.filter((message) => !message.includes(place))).toEqual([]);
  return codes;
}

const three = (code: string): readonly string[] => [code, code, code];

describe.each<[string, Verify]>([
  ["the main entry point", (document, asked) => verifyKeyDocument(document, asked as KeyTrust)],
  ["./node", (document, asked) => node.verifyKeyDocument(document, asked as KeyTrust)],
])("whom to trust, said to %s,", (_, verify) => {
  it("is taken as it stands where all of it is right", () => {
    expect(verify(signed, trust).seq).toBe(7);
    expect(verify(signed, { roots: [first], controller: "ifo-namnd", now }).seq).toBe(7);
    expect(verify(signed, { ...trust, threshold: 3 }).seq).toBe(7);
  });

  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["a setting that is not there, as a number", Number(undefined)],
    ["zero", 0],
    ["less than zero", -1],
    ["half a root", 0.5],
    ["one root and a half", 1.5],
    ["more than are pinned", 4],
    ["infinite", Infinity],
    ["a digit as text", "1"],
    ["a word", "two"],
    ["an object", {}],
    ["an empty list", []],
    ["a list of a number", [1]],
    ["null", null],
    ["yes", true],
    ["a bigint", 1n],
    ["an object that says it is a number", { valueOf: () => 1 }],
  ])("has no threshold that is %s", async (__, threshold) => {
    expect(await refusals(verify, { ...trust, threshold }, "threshold")).toEqual(three("DIRECTORY"));
  });

  it("has a threshold where several roots are pinned", async () => {
    const { threshold: __, ...left } = trust;
    expect(await refusals(verify, left, "threshold")).toEqual(three("DIRECTORY"));
  });

  it.each<[string, unknown, string]>([
    ["none", [], "DIRECTORY"],
    ["one of them twice", [first, first], "DIRECTORY"],
    ["one of them twice among others", [first, second, first.slice()], "DIRECTORY"],
    ["left out", undefined, "FORMAT"],
    ["null", null, "FORMAT"],
    ["a single key", first, "FORMAT"],
    ["a list with a hole", Object.assign([first], { length: 2 }), "FORMAT"],
    ["a list of nothing but a hole", Object.assign([], { length: 1 }), "FORMAT"],
    ["a text", "AAAA", "FORMAT"],
    ["texts", ["A".repeat(32)], "FORMAT"],
    ["numbers in a list", [Array.from(first)], "FORMAT"],
    ["too short", [first.subarray(1)], "FORMAT"],
    ["empty", [new Uint8Array(0)], "FORMAT"],
    ["a set", new Set(pins), "FORMAT"],
    ["something that behaves like a list", { length: 1, filter: () => pins }, "FORMAT"],
    ["more than can be meant", Array.from({ length: 65 }, () => generateRoot().publicKey), "LIMIT"],
  ])("has no roots that are %s", async (__, some, code) => {
    const asked = { ...trust, threshold: 1, roots: some };
    expect(await refusals(verify, asked, "root")).toEqual(three(code));
  });

  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["less than zero", -1],
    ["a fraction", 7.5],
    ["infinite", Infinity],
    ["a text", "8"],
    ["an object", {}],
    ["null", null],
    ["there without a value", undefined],
  ])("has no highest number seen that is %s", async (__, minSeq) => {
    expect(await refusals(verify, { ...trust, minSeq }, "minSeq")).toEqual(three("FORMAT"));
  });

  it.each<[string, unknown]>([
    ["there without a value", undefined],
    ["null", null],
    ["a number", 7],
    ["a list of names", ["ifo-namnd"]],
    ["an object", { id: "ifo-namnd" }],
  ])("has no controller that is %s", async (__, controller) => {
    expect(await refusals(verify, { ...trust, controller }, "controller")).toEqual(three("FORMAT"));
  });

  it("has a controller always: one root may answer for two of them", async () => {
    const { controller: __, ...left } = trust;
    expect(await refusals(verify, left, "controller")).toEqual(three("FORMAT"));
    expect(await codeOf(() => verify(signed, { ...trust, controller: "family-home" }))).toBe("DIRECTORY");
    expect(await codeOf(() => verify(signed, { ...trust, controller: "" }))).toBe("DIRECTORY");
  });

  it.each<[string, unknown]>([
    ["there without a value", undefined],
    ["null", null],
    ["empty", ""],
    ["a Date", new Date(now)],
    ["a number", Date.parse(now)],
    ["a day that is not in the calendar", "2026-02-30T00:00:00Z"],
    ["a month that there is not", "2026-13-01T00:00:00Z"],
    ["a day without a time", "2026-11-21"],
    ["of another zone", "2026-11-21T18:00:00+01:00"],
    ["a word", "now"],
  ])("has no time now that is %s", async (__, when) => {
    expect(await refusals(verify, { ...trust, now: when }, "now")).toEqual(three("FORMAT"));
  });

  it.each<[string, unknown]>([
    ["a word", "yes"],
    ["a number", 1],
    ["null", null],
  ])("has no leave to be without keys that is %s", async (__, withoutKeys) => {
    expect(await refusals(verify, { ...trust, withoutKeys }, "withoutKeys")).toEqual(three("FORMAT"));
  });

  it.each(["treshold", "minseq", "Controller"])("has no option called %s", async (name) => {
    expect(await refusals(verify, { ...trust, [name]: 1 }, "trust")).toEqual(three("FORMAT"));
  });

  it.each<[string, unknown]>([
    ["left out", undefined],
    ["null", null],
    ["a list", pins],
    ["a text", "trust"],
  ])("is not %s", async (__, asked) => {
    expect(await refusals(verify, asked, "trust")).toEqual(three("FORMAT"));
  });

  it("is taken from an object without a prototype, and not from what an object inherits", async () => {
    const bare = Object.assign(Object.create(null) as object, trust);
    expect(verify(signed, bare).seq).toBe(7);
    expect(await refusals(verify, Object.create(trust), "trust")).toEqual(three("FORMAT"));
    const { threshold: __, ...left } = trust;
    const inherits = Object.assign(Object.create({ threshold: 1 }) as object, left);
    expect(await refusals(verify, inherits, "threshold")).toEqual(three("DIRECTORY"));
  });

  it("never lets a document through that too few have signed, whatever the number of roots", async () => {
    const one = signKeyDocument(written, [roots[0].seed]);
    const twice = signKeyDocument(written, [roots[0].seed, roots[0].seed]);
    for (const document of [one, twice, strangers, unsigned])
      for (const threshold of [2, 3])
        expect(await codeOf(() => verify(document, { ...trust, threshold }))).toBe("SIGNATURE");
  });
});
