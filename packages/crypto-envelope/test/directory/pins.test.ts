/** Pins come from a file that somebody wrote by hand: one that pins nothing is refused when it is read. */
import { describe, expect, it } from "vitest";
import { generateRoot, parsePins } from "../../src/directory.ts";
import { toBase64Url } from "../../src/index.ts";
import { codeOf } from "../outcome.ts";

const [a, b] = [generateRoot(), generateRoot()].map(({ publicKey }) => toBase64Url(publicKey)) as [
  string,
  string,
];

describe("pins", () => {
  it("are read as they stand, and one root needs no threshold", () => {
    const pins = parsePins({ one: { roots: [a] }, two: { roots: [a, b], threshold: 2 } });
    expect({ ...pins }).toEqual({
      one: { roots: [a], threshold: 1 },
      two: { roots: [a, b], threshold: 2 },
    });
  });

  it("are there for no controller that is called like a property of objects", () => {
    const pins = parsePins(JSON.parse(`{"one":{"roots":["${a}"]}}`));
    expect([pins["constructor"], pins["toString"], pins["__proto__"]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "FORMAT"],
    ["null", null, "FORMAT"],
    ["a list", [], "FORMAT"],
    ["a text", "pins", "FORMAT"],
    ["a controller without an id", { "": { roots: [a] } }, "FORMAT"],
    ["a controller without a pin", { one: null }, "FORMAT"],
    ["a pin that is a list", { one: [a] }, "FORMAT"],
    ["no roots", { one: { threshold: 1 } }, "FORMAT"],
    ["an empty list of roots", { one: { roots: [], threshold: 1 } }, "DIRECTORY"],
    ["roots as one text", { one: { roots: a } }, "FORMAT"],
    ["a root that is too short", { one: { roots: [a.slice(2)] } }, "FORMAT"],
    ["a root with a blank", { one: { roots: [`${a} `] } }, "FORMAT"],
    ["a hole for a root", { one: { roots: Object.assign([a], { length: 2 }), threshold: 1 } }, "FORMAT"],
    ["a root twice", { one: { roots: [a, a], threshold: 1 } }, "DIRECTORY"],
    ["several roots and no threshold", { one: { roots: [a, b] } }, "DIRECTORY"],
    ["a threshold of none", { one: { roots: [a], threshold: 0 } }, "DIRECTORY"],
    ["a threshold in words", { one: { roots: [a, b], threshold: "2" } }, "DIRECTORY"],
    ["a root and a half", { one: { roots: [a, b], threshold: 1.5 } }, "DIRECTORY"],
    ["more than there are", { one: { roots: [a, b], threshold: 3 } }, "DIRECTORY"],
    ["without end", { one: { roots: [a, b], threshold: Infinity } }, "DIRECTORY"],
    ["a threshold of null", { one: { roots: [a], threshold: null } }, "DIRECTORY"],
    ["a misspelt threshold", { one: { roots: [a], treshold: 1 } }, "FORMAT"],
    ["roots that are inherited", { one: Object.create({ roots: [a] }) as unknown }, "FORMAT"],
    ["more roots than can be meant", { one: { roots: Array.from({ length: 65 }, () => a) } }, "LIMIT"],
  ])("are refused with %s", async (_, value, code) => {
    expect(await codeOf(() => parsePins(value))).toBe(code);
  });
});
