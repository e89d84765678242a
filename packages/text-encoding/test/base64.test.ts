import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "../src/index.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string) => new TextEncoder().encode(text);

describe("base64", () => {
  test.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("writes %j as RFC 4648 section 10 does, and reads it", (text, written) => {
    expect(toBase64(ascii(text))).toBe(written);
    expect(fromBase64(written)).toEqual(ascii(text));
    expect(toBase64Url(ascii(text))).toBe(written.replaceAll("=", ""));
    expect(fromBase64Url(written.replaceAll("=", ""))).toEqual(ascii(text));
  });

  test("has the two signs of its own in an address", () => {
    expect(toBase64(bytes(255, 254))).toBe("//4=");
    expect(toBase64Url(bytes(255, 254))).toBe("__4");
  });

  test("gives every bytes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
        expect(fromBase64(toBase64(given))).toEqual(given);
        expect(fromBase64Url(toBase64Url(given))).toEqual(given);
      }),
    );
  });

  test.each([
    "Zg",
    "Zg=",
    "Zh==",
    "Z g==",
    "Zg==\n",
    "Z",
    "Zg==Zg==",
    "__4=",
    "é",
    5,
    null,
    undefined,
    ["Zg=="],
  ])("reads %j as nothing: it is not how the bytes are written", (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  test.each(["Zg==", "Zh", "Z g", "//4", "Z", "Zg\n", 5, null, undefined])(
    "for addresses reads %j as nothing",
    (text) => {
      expect(fromBase64Url(text)).toBeUndefined();
    },
  );

  test("reads a text only where writing gives the same text", () => {
    const signs = fc.constantFrom(...Array.from("AZaz09+/=-_ \n"));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
        const read = fromBase64(text);
        expect(read === undefined ? text : toBase64(read)).toBe(text);
        const url = fromBase64Url(text);
        expect(url === undefined ? text : toBase64Url(url)).toBe(text);
      }),
    );
  });
});
