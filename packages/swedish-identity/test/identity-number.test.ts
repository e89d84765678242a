import { addDays, type CalendarDate, fromDayNumber, parseDate, toDayNumber } from "@tillit/civil-time";
import fc from "fast-check";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { formatIdentityNumber, IdentityError, parseIdentityNumber } from "../src/index.ts";

// Its types describe another module than the one Node loads.
const Personnummer = createRequire(import.meta.url)("personnummer") as {
  valid: (text: string) => boolean;
  parse: (text: string) => { isCoordinationNumber: () => boolean; format: (long: boolean) => string };
};

const today = parseDate("2026-11-21");

/** A number with a right check digit for nine digits `YYMMDDNNN`, by the rule spelt out. */
function withCheckDigit(nine: string): string {
  const sum = Array.from(nine, Number)
    .flatMap((digit, index) => Array.from(String(index % 2 === 0 ? digit * 2 : digit), Number))
    .reduce((all, digit) => all + digit, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

function codeOf(text: string, on: CalendarDate = today): string {
  try {
    parseIdentityNumber(text, on);
    return "taken";
  } catch (error) {
    return error instanceof IdentityError ? error.code : "another error";
  }
}

describe("a personnummer", () => {
  it.each([
    ["198112289874", "1981-12-28", 28],
    ["19811228-9874", "1981-12-28", 28],
    ["811228-9874", "1981-12-28", 28],
    ["8112289874", "1981-12-28", 28],
    ["811228+9874", "1881-12-28", 28],
    ["18811228+9874", "1881-12-28", 28],
    ["640823-3234", "1964-08-23", 23],
    [withCheckDigit("000229123"), "2000-02-29", 29],
    [withCheckDigit("261121123"), "2026-11-21", 21],
    // Turns 100 this year: the plus sign comes with the year, not with the birthday.
    [`${withCheckDigit("261224123").slice(0, 6)}+${withCheckDigit("261224123").slice(6)}`, "1926-12-24", 24],
    // Without a sign a birth to come means the century before.
    [withCheckDigit("261224123"), "1926-12-24", 24],
  ])("%s says a birth on %s", (text, birthDate, birthDay) => {
    const number = parseIdentityNumber(text, today);
    expect(number).toMatchObject({ kind: "personnummer", birthDate, birthDay });
    expect(number.normalized).toMatch(/^\d{12}$/);
    expect(number.normalized.startsWith(birthDate.replaceAll("-", ""))).toBe(true);
  });

  it("is written with eight digits, a dash and four", () => {
    expect(formatIdentityNumber(parseIdentityNumber("811228-9874", today))).toBe("19811228-9874");
  });
});

describe("a samordningsnummer", () => {
  it.each([
    ["640883-3231", { birthYear: 1964, birthMonth: 8, birthDay: 23, birthDate: "1964-08-23" }],
    ["19640883-3231", { birthYear: 1964, birthMonth: 8, birthDay: 23, birthDate: "1964-08-23" }],
    // Test numbers of Skatteverket with month 00.
    ["191500722390", { birthYear: 1915, birthDay: 12 }],
    ["191500882392", { birthYear: 1915, birthDay: 28 }],
    [withCheckDigit("150760239"), { birthYear: 2015, birthMonth: 7 }],
    [withCheckDigit("150060239"), { birthYear: 2015 }],
    // The birth days that are kept for research.
    [withCheckDigit("900865123"), { birthYear: 1990, birthMonth: 8, birthDay: 5, birthDate: "1990-08-05" }],
    [withCheckDigit("900875123"), { birthYear: 1990, birthMonth: 8, birthDay: 15, birthDate: "1990-08-15" }],
    [withCheckDigit("900885123"), { birthYear: 1990, birthMonth: 8, birthDay: 25, birthDate: "1990-08-25" }],
  ])("%s says as much of the birth as is known", (text, said) => {
    const { kind, normalized, ...rest } = parseIdentityNumber(text, today);
    expect(kind).toBe("samordningsnummer");
    expect(rest).toEqual(said);
    // The number itself keeps the day plus 60.
    expect(Number(normalized.slice(6, 8))).toBeGreaterThanOrEqual(60);
  });
});

describe("what is no number", () => {
  it.each([
    ["", "IDENTITY_MALFORMED", "nothing"],
    [811_228_9874 as unknown as string, "IDENTITY_MALFORMED", "a number that is no text"],
    ["811228 9874", "IDENTITY_MALFORMED", "a space"],
    [" 811228-9874", "IDENTITY_MALFORMED", "white space before"],
    ["811228-9874\n", "IDENTITY_MALFORMED", "a line feed after"],
    ["811228--9874", "IDENTITY_MALFORMED", "two dashes"],
    ["81122-89874", "IDENTITY_MALFORMED", "the dash elsewhere"],
    ["811228\u20139874", "IDENTITY_MALFORMED", "a long dash"],
    ["81122898741", "IDENTITY_MALFORMED", "eleven digits"],
    ["1981122898741", "IDENTITY_MALFORMED", "thirteen digits"],
    [
      "\u0668\u0661\u0661\u0662\u0662\u0668\u0669\u0668\u0667\u0664",
      "IDENTITY_MALFORMED",
      "digits of another script",
    ],
    ["19811228+9874", "IDENTITY_MALFORMED", "a plus sign before the year of 100"],
    [withCheckDigit("811228000"), "IDENTITY_MALFORMED", "the serial number 000"],
    ["811228-T874", "IDENTITY_INTERIM", "a temporary number"],
    ["19811228T874", "IDENTITY_INTERIM", "a temporary number of twelve"],
    ["198112-R12K", "IDENTITY_MALFORMED", "letters elsewhere"],
    ["811328-9874", "IDENTITY_DATE_INVALID", "month 13"],
    ["811200-9874", "IDENTITY_DATE_INVALID", "day 0 of a personnummer"],
    ["810028-9874", "IDENTITY_DATE_INVALID", "month 0 of a personnummer"],
    ["810229-9874", "IDENTITY_DATE_INVALID", "29 February of a common year"],
    ["19000229-9874", "IDENTITY_DATE_INVALID", "29 February 1900"],
    ["810292-9874", "IDENTITY_DATE_INVALID", "day 32 of a samordningsnummer"],
    ["17991231-9874", "IDENTITY_DATE_INVALID", "a birth before 1800"],
    ["202120004636", "IDENTITY_DATE_INVALID", "an organisation's number"],
    ["20261122-1234", "IDENTITY_BORN_IN_FUTURE", "tomorrow"],
    ["261122-1234", "IDENTITY_BORN_IN_FUTURE", "tomorrow, with the sign of the young"],
    ["20990101-1234", "IDENTITY_BORN_IN_FUTURE", "a century to come"],
    ["20261260-1234", "IDENTITY_BORN_IN_FUTURE", "a month to come, the day unknown"],
    ["811228-9875", "IDENTITY_CHECKSUM", "a wrong check digit"],
    ["811229-9874", "IDENTITY_CHECKSUM", "another day"],
  ])("%j is refused with %s: %s", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it("is refused with a code, whatever it is", () => {
    const digits = fc.stringMatching(/^[0-9T+-]{9,14}$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: "binary" })), (text) => {
        expect(codeOf(text)).toMatch(/^(?:taken|IDENTITY_[A-Z_]+)$/);
      }),
      { numRuns: 500 },
    );
  });

  it("never shows in an error", () => {
    expect(() => parseIdentityNumber("811228-9875", today)).toThrow(/^the check digit is wrong$/);
  });

  it("differs from a number in any one digit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (at, digit) => {
        const right = "8112289874";
        const wrong = right.slice(0, at) + String(digit) + right.slice(at + 1);
        expect(codeOf(wrong) === "taken").toBe(wrong === right);
      }),
    );
  });
});

const births = fc
  .integer({ min: toDayNumber(parseDate("1926-12-31")), max: toDayNumber(today) })
  .map((day) => fromDayNumber(day));
const serials = fc.integer({ min: 1, max: 999 }).map((serial) => String(serial).padStart(3, "0"));

describe("the oracle personnummer", () => {
  it("takes the same ordinary numbers and reads the same birth dates", () => {
    fc.assert(
      fc.property(births, serials, fc.boolean(), (birth, serial, coordinated) => {
        const day = Number(birth.slice(8)) + (coordinated ? 60 : 0);
        const nine = `${birth.slice(2, 4)}${birth.slice(5, 7)}${String(day).padStart(2, "0")}${serial}`;
        const twelve = birth.slice(0, 2) + withCheckDigit(nine);
        const oracle = Personnummer.parse(twelve);
        const ours = parseIdentityNumber(twelve, today);
        expect(ours.birthDate).toBe(birth);
        expect(ours.kind === "samordningsnummer").toBe(oracle.isCoordinationNumber());
        expect(ours.normalized).toBe(oracle.format(true).replace(/[-+]/, ""));
      }),
    );
  });

  it("refuses what we refuse, but for the reasons it does not know: births to come and plus signs too early", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(19|20)?\d{6}[-+]?\d{4}$/), (text) => {
        const code = codeOf(text);
        fc.pre(code !== "IDENTITY_BORN_IN_FUTURE" && !text.includes("+"));
        // It knows no unknown month or day, which Skatteverket issues: there we take more.
        fc.pre(!/^(?:\d\d)?\d\d(?:00|\d\d60)/.test(text));
        expect(code === "taken").toBe(Personnummer.valid(text));
      }),
    );
  });

  it("refuses the numbers Skatteverket issues with month 00, which we take", () => {
    expect(Personnummer.valid("191500722390")).toBe(false);
    expect(codeOf("191500722390")).toBe("taken");
  });
});

describe("the century of ten digits", () => {
  it("depends on nothing but the sign and the day given", () => {
    fc.assert(
      fc.property(births, serials, fc.nat({ max: 40_000 }), (birth, serial, later) => {
        const digits = withCheckDigit(`${birth.slice(2).replaceAll("-", "")}${serial}`);
        const on = addDays(birth, later);
        const age = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
        const text = `${digits.slice(0, 6)}${age >= 100 ? "+" : "-"}${digits.slice(6)}`;
        const number = parseIdentityNumber(text, on);
        expect(number.birthDate).toBe(birth);
        expect(parseIdentityNumber(formatIdentityNumber(number), on)).toEqual(number);
        expect(parseIdentityNumber(number.normalized, on)).toEqual(number);
      }),
    );
  });
});
