import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalize, maxDepth, parseCanonical, parseStrict } from "../src/index.ts";

describe("reading JSON strictly", () => {
  it.each([
    ["null", null],
    [" \t\r\n[ 1 , 2 ] ", [1, 2]],
    ['{"a":{"b":[true,false,null]}}', { a: { b: [true, false, null] } }],
    ["-0.5e-3", -0.0005],
    ["[]", []],
    ["{}", {}],
    [String.raw`"\u00e5\n\"\\\/\b\f\r\t\ud83d\ude00"`, 'å\n"\\/\b\f\r\t😀'],
    ['{"":1," ":2}', { "": 1, " ": 2 }],
  ])("takes %j", (text, value) => {
    expect(parseStrict(text)).toEqual(value);
  });

  it.each([
    ["", "JSON_MALFORMED", "nothing"],
    [" ", "JSON_MALFORMED", "white space alone"],
    ["\ufeff1", "JSON_MALFORMED", "a byte order mark"],
    ["\u00a01", "JSON_MALFORMED", "a space that is none"],
    ["1 2", "JSON_MALFORMED", "two documents"],
    ["[1,]", "JSON_MALFORMED", "a comma too many"],
    ["[,1]", "JSON_MALFORMED", "a comma too early"],
    ['{"a":1,}', "JSON_MALFORMED", "a comma before the end"],
    ["{'a':1}", "JSON_MALFORMED", "single quotes"],
    ["{a:1}", "JSON_MALFORMED", "a key without quotes"],
    ['{"a" 1}', "JSON_MALFORMED", "no colon"],
    ["[1", "JSON_MALFORMED", "an open array"],
    ['{"a":1', "JSON_MALFORMED", "an open object"],
    ['"a', "JSON_MALFORMED", "an open text"],
    ['"a\\', "JSON_MALFORMED", "a text that ends in a backslash"],
    ['"a\nb"', "JSON_MALFORMED", "a line feed in a text"],
    [String.raw`"\x41"`, "JSON_MALFORMED", "an escape that is none"],
    [String.raw`"\u12g4"`, "JSON_MALFORMED", "a short escape"],
    ["01", "JSON_MALFORMED", "a leading zero"],
    ["+1", "JSON_MALFORMED", "a plus sign"],
    [".5", "JSON_MALFORMED", "no digit before the point"],
    ["1.", "JSON_MALFORMED", "no digit after the point"],
    ["1e", "JSON_MALFORMED", "no exponent"],
    ["0x10", "JSON_MALFORMED", "hexadecimal"],
    ["NaN", "JSON_MALFORMED", "NaN"],
    ["-Infinity", "JSON_MALFORMED", "infinity"],
    ["nul", "JSON_MALFORMED", "half a word"],
    ["// c\n1", "JSON_MALFORMED", "a comment"],
    ['{"a":1,"b":2,"a":1}', "JSON_DUPLICATE_KEY", "a key twice"],
    [String.raw`{"a":1,"\u0061":1}`, "JSON_DUPLICATE_KEY", "a key twice, once escaped"],
    ['{"__proto__":1,"__proto__":2}', "JSON_DUPLICATE_KEY", "__proto__ twice"],
    ["1e999", "NUMBER_NOT_FINITE", "a number too large"],
    ["-1e999", "NUMBER_NOT_FINITE", "a number too small"],
    [String.raw`"\ud800"`, "TEXT_NOT_UNICODE", "half a pair, escaped"],
    ['"\udc00"', "TEXT_NOT_UNICODE", "half a pair"],
    [String.raw`{"\udfff":1}`, "TEXT_NOT_UNICODE", "half a pair in a key"],
    ["[".repeat(maxDepth + 1) + "]".repeat(maxDepth + 1), "JSON_TOO_DEEP", "one level too many"],
    ['{"a":'.repeat(100_000), "JSON_TOO_DEEP", "levels without end"],
  ])("refuses %j with %s: %s", (text, code) => {
    expect(() => parseStrict(text)).toThrow(expect.objectContaining({ name: "CanonicalJsonError", code }));
  });

  it("makes __proto__ a key like any other", () => {
    const value = parseStrict('{"__proto__":{"admin":true},"constructor":1}');
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect((value as { admin?: unknown }).admin).toBeUndefined();
    expect(canonicalize(value)).toBe('{"__proto__":{"admin":true},"constructor":1}');
  });

  it("reads what JSON.parse reads, for every JSON text without equal keys", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), (text) => {
        expect(parseStrict(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("never takes a text that JSON.parse refuses", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "{", "]", '"', "\\", "0", "e", "\u0000"))
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(broken, (text) => {
        let refused = false;
        try {
          JSON.parse(text);
        } catch {
          refused = true;
        }
        fc.pre(refused);
        expect(() => parseStrict(text)).toThrow(expect.objectContaining({ name: "CanonicalJsonError" }));
      }),
    );
  });

  it("reads a text of millions of escapes and never shows the input in an error", () => {
    expect(parseStrict(JSON.stringify("\n".repeat(2_000_000)))).toHaveLength(2_000_000);
    expect(() => parseStrict('{"19811228-9874"')).toThrow(/^the text is not JSON$/);
  });
});

describe("reading JSON that must be canonical", () => {
  it.each(['{"a":1,"b":[]}', '"å"', "1e+21", "0"])("takes %s", (text) => {
    expect(canonicalize(parseCanonical(text))).toBe(text);
  });

  it.each([
    ['{"b":1,"a":2}', "keys out of order"],
    ['{"a": 1}', "white space"],
    ["1.0", "a number in another form"],
    ["-0", "minus zero"],
    [String.raw`"\u00e5"`, "an escape that is not needed"],
    ["[1]\n", "a line feed at the end"],
  ])("refuses %j: %s", (text) => {
    expect(() => parseCanonical(text)).toThrow(expect.objectContaining({ code: "JSON_NOT_CANONICAL" }));
  });
});
