import { canonicalBytes } from "@tillit/canonical-json";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalBytesOf } from "../../src/format/json.ts";

const word = fc.stringMatching(/^[a-zA-Z]{1,12}$/);
const leaf = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  fc.constant(null),
);
const { signed } = fc.letrec<{ signed: unknown }>((tie) => ({
  signed: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("signed"), { maxLength: 4 }),
    fc.dictionary(word, tie("signed"), { maxKeys: 6 }),
  ),
}));

it("what CE1 signs gets the bytes of RFC 8785, as the package for any JSON makes them", () => {
  fc.assert(
    fc.property(signed, (value) => {
      expect(canonicalBytesOf(value)).toEqual(canonicalBytes(value));
    }),
  );
});
