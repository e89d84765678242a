import canonicalizeOracle from "canonicalize";
import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { canonicalBytes, canonicalize, maxDepth, parseStrict } from "../src/index.ts";

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** Texts as people write them, with every kind of code unit but half pairs. */
const text = fc.string({ unit: "binary" });
const json = fc.jsonValue({ stringUnit: "binary" });

describe("RFC 8785", () => {
  it("section 3.2.2 example: white space goes, numbers and strings take one form, keys are sorted", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalize(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it("section 3.2.3 example: keys are sorted by UTF-16 code units, not by code points or letters", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(parseStrict(canonicalize(value)) as object).map(String)).toContain("One");
    const order = [...canonicalize(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  // Appendix B: the bits of a double and its text.
  it.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
  ])("appendix B: the double %s is written %s", (bits, written) => {
    expect(canonicalize(Buffer.from(bits, "hex").readDoubleBE())).toBe(written);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "appendix B: %d is refused",
    (number) => {
      expect(() => canonicalize({ number })).toThrow(expect.objectContaining({ code: "NUMBER_NOT_FINITE" }));
    },
  );
});

describe("what JSON cannot say", () => {
  class Person {
    readonly name = "x";
  }
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = { cyclic };
  const sparse: unknown[] = [];
  sparse[2] = 1;
  const hidden = Object.defineProperty({}, "secret", { value: 1, enumerable: false });

  it.each([
    ["undefined", undefined, "VALUE_NOT_JSON"],
    ["a property that is undefined", { a: undefined }, "VALUE_NOT_JSON"],
    ["an item that is undefined", [undefined], "VALUE_NOT_JSON"],
    ["a hole in an array", sparse, "VALUE_NOT_JSON"],
    ["an array with a name of its own", Object.assign([1], { more: 2 }), "VALUE_NOT_JSON"],
    ["a BigInt", 1n, "VALUE_NOT_JSON"],
    ["a function", { a() {} }, "VALUE_NOT_JSON"],
    ["a symbol", Symbol("s"), "VALUE_NOT_JSON"],
    ["a property under a symbol", { [Symbol("s")]: 1 }, "VALUE_NOT_JSON"],
    ["a property that does not enumerate", hidden, "VALUE_NOT_JSON"],
    ["a Date, although it has toJSON", new Date(0), "VALUE_NOT_JSON"],
    ["a Map", new Map([["a", 1]]), "VALUE_NOT_JSON"],
    ["bytes", Uint8Array.of(1), "VALUE_NOT_JSON"],
    ["an instance of a class", new Person(), "VALUE_NOT_JSON"],
    ["an object that inherits", Object.create({ a: 1 }), "VALUE_NOT_JSON"],
    ["an object with toJSON", { toJSON: () => 1 }, "VALUE_NOT_JSON"],
    ["a boxed number", Object(1), "VALUE_NOT_JSON"],
    ["half a surrogate pair", "\ud800", "TEXT_NOT_UNICODE"],
    ["the other half", { a: "x\udc00" }, "TEXT_NOT_UNICODE"],
    ["half a pair in a key", { "\ud800": 1 }, "TEXT_NOT_UNICODE"],
    ["a value that contains itself", cyclic, "VALUE_CYCLIC"],
    ["one level too many", nested(maxDepth + 1), "JSON_TOO_DEEP"],
  ])("is refused: %s", (_, value, code) => {
    expect(() => canonicalize(value)).toThrow(expect.objectContaining({ name: "CanonicalJsonError", code }));
  });

  it("is not: the deepest value allowed, one object in two places, an object without prototype or of another realm", () => {
    const twice = { a: 1 };
    expect(canonicalize(nested(maxDepth))).toHaveLength(canonicalize(nested(maxDepth)).length);
    expect(canonicalize([twice, twice])).toBe('[{"a":1},{"a":1}]');
    expect(canonicalize(Object.assign(Object.create(null) as object, { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
    expect(canonicalize(runInNewContext("({ b: [1, 'x'], a: null })"))).toBe('{"a":null,"b":[1,"x"]}');
  });

  it("never shows in an error", () => {
    const planted = "19811228-9874";
    for (const value of [{ [planted]: undefined }, `${planted}\ud800`, { a: [planted, Number.NaN] }]) {
      expect(() => canonicalize(value)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining(planted) }),
      );
    }
  });
});

describe("the canonical form", () => {
  it("is that of the library canonicalize, for every JSON value", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalize(value)).toBe(canonicalizeOracle(value));
      }),
    );
  });

  it("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.dictionary(text, json, { noNullPrototype: true }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalize(reversed)).toBe(canonicalize(value));
      }),
    );
  });

  it("is reached in one step: reading it and writing it again changes nothing", () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalize(value);
        expect(canonicalize(parseStrict(once))).toBe(once);
      }),
    );
  });

  it("has the bytes that TextEncoder gives", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(canonicalBytes(value)).toEqual(new TextEncoder().encode(canonicalize(value)));
      }),
    );
  });
});
