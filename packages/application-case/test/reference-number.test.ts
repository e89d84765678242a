import fc from "fast-check";
import { expect, it } from "vitest";
import { referenceNumber } from "../src/reference-number.ts";

const hex = fc.stringMatching(/^[0-9a-f]{32}$/);

it.each([
  ["00000000000000000000000000000000", "0000-0000-0"],
  ["ffffffffffffffffffffffffffffffff", "ZZZZ-ZZZZ-0"],
  ["0123456789abcdef0123456789abcdef", "04HM-ASW9-J"],
])("record %s has the number %s", (record, number) => {
  expect(referenceNumber(record)).toBe(number);
});

it("has a check character that catches two characters exchanged", () => {
  fc.assert(
    fc.property(hex, fc.nat(6), (record, at) => {
      const plain = referenceNumber(record).replaceAll("-", "");
      const values = Array.from(plain, (character) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(character));
      const sum = (digits: readonly number[]): number =>
        digits.slice(0, 8).reduce((total, digit, index) => total + digit * (index + 1), 0) % 31;
      expect(sum(values)).toBe(values[8]);
      const exchanged = values.with(at, values[at + 1] ?? 0).with(at + 1, values[at] ?? 0);
      const differ = (values[at] ?? 0) % 31 !== (values[at + 1] ?? 0) % 31;
      expect(sum(exchanged) === values[8]).toBe(!differ);
    }),
  );
});
