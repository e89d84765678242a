/** What nobody reads is refused: a slip of the pen shall not move a last day or open a protected address. */
import { parseDate } from "@tillit/civil-time";
import { describe, expect, test } from "vitest";
import { type Clock, deadline, type LetterRequest, simulate } from "../src/index.ts";
import { composeLetter } from "../src/letters.ts";

const receivedOn = parseDate("2027-01-31");

describe("a clock", () => {
  test.each<[string, object]>([
    ["extention for extended", { extention: true }],
    ["pause for pauses", { pause: [] }],
    ["served for servedOn", { served: parseDate("2027-02-10") }],
    ["an inherited key", Object.create({ extend: true }) as object],
  ])("with %s is refused", (_what, more) => {
    const clock = Object.assign(more, { receivedOn }) as Clock;
    expect(() => deadline(clock)).toThrow(expect.objectContaining({ code: "KEY_UNKNOWN" }));
  });

  test("with a pause that says until for to is refused", () => {
    const pauses = [{ from: receivedOn, until: receivedOn }] as never;
    expect(() => deadline({ receivedOn, pauses })).toThrow(expect.objectContaining({ code: "KEY_UNKNOWN" }));
  });

  test.each([
    ["regime", "GDPR"],
    ["regime", "records"],
    ["controller", "municipality"],
  ])("whose %s is %s is refused, and not counted by other rules", (key, value) => {
    const clock = { receivedOn, [key]: value } as Clock;
    expect(() => deadline(clock)).toThrow(expect.objectContaining({ code: "CLOCK_MALFORMED" }));
  });

  test("of today counts as before", () => {
    expect(deadline({ receivedOn, extended: true, pauses: [] }).legalLatest).toBeDefined();
    expect(simulate).toBeTypeOf("function");
  });
});

test("a letter whose protection is misspelt is not composed with the address in it", () => {
  const request: LetterRequest = {
    lang: "sv",
    date: receivedOn,
    about: { regime: "gdpr", controller: "public-authority", right: "access" },
    facts: {},
    address: ["Storgatan 1"],
  };
  const misspelt = { ...request, protections: ["secrecy-marking"] } as LetterRequest;
  expect(() => composeLetter("M01", misspelt)).toThrow(
    expect.objectContaining({ code: "KEY_UNKNOWN", message: expect.not.stringContaining("Storgatan") }),
  );
});
