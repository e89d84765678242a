import { addYears, parseDate } from "@tillit/civil-time";
import {
  type Art6,
  checkActivity,
  type CheckOptions,
  gdpr,
  inForceOn,
  type ProcessingActivity,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { activityRules } from "../src/check/rules.ts";
import { activities, categories } from "./arbitraries.ts";
import { act, national, oldAct } from "./national.ts";
import { fixtures } from "./rule-fixtures.ts";
import { casework, consentBasis, newsletter, provider, today } from "./sample-activity.ts";

const options: CheckOptions = {
  national,
  retentionRules: new Map([["file", { period: "P5Y", from: "lastEntry" }]]),
};

describe("checkActivity", () => {
  it.each([casework, newsletter, provider])("Nothing is said of $id, which is lawful", (activity) => {
    expect(checkActivity(activity, today, options)).toEqual([]);
  });

  it("Every rule has its fixture, and there are more than twice the first twenty-four", () => {
    expect(fixtures.map(({ code }) => code)).toEqual(activityRules.map(({ code }) => code));
    expect(activityRules.length).toBeGreaterThan(48);
  });

  it.each(fixtures)(
    "$code strikes what it should and leaves its neighbour alone",
    ({ code, struck, left }) => {
      // Without a national law nobody can say where to complain.
      const where = code === "CLB053" ? {} : options;
      const codes = (activity: typeof struck): string[] =>
        checkActivity(activity, today, where).map((finding) => finding.code);
      expect(codes(struck)).toContain(code);
      expect(codes(left)).not.toContain(code);
    },
  );

  it.each(fixtures)("$code carries law in force, a remedy and both languages", ({ code, struck }) => {
    const where = code === "CLB053" ? {} : options;
    const found = checkActivity(struck, today, where).find((finding) => finding.code === code);
    expect(found?.law.length).toBeGreaterThan(0);
    expect(found?.law.every((ref) => inForceOn(ref.inForce, today))).toBe(true);
    expect([found?.message.sv, found?.message.en, found?.fix.sv, found?.fix.en].every(Boolean)).toBe(true);
  });

  it("The day decides: a provision repealed in 2018 was good law the year before", () => {
    const activity = {
      ...casework,
      validFrom: parseDate("2010-01-01"),
      basis: { art6: "c", law: [oldAct] },
    } as const;
    const struck = (day: string): boolean =>
      checkActivity(activity, parseDate(day), options).some(({ code }) => code === "CLB003");
    expect(struck("2018-05-24")).toBe(false);
    expect(struck("2018-05-25")).toBe(true);
  });

  const law = (provision: string) => gdpr(provision);
  it.each([
    ["CLB010", { ...newsletter, alsoOn: [consentBasis({ tied: true })] }],
    ["CLB026", { ...newsletter, alsoOn: [consentBasis({ expression: "silence" })] }],
    ["CLB007", { ...casework, special: { art9: "h", law: [act("7 §")], secrecy: law("9(3)") } }],
    ["CLB017", { ...casework, nationalId: { ground: "statute", law: law("87") } }],
    [
      "CLB021",
      { ...casework, indirectInformation: { kind: "exception", ground: "c", law: law("14(5)(c)") } },
    ],
    ["CLB016", { ...casework, compilation: { sensitive: true, ground: " " } }],
    ["CLB003", { ...casework, basis: { art6: "e", law: [act("11 kap. 5 §", { sfs: "2001:453" })] } }],
    ["CLB035", { ...casework, controller: { ...casework.controller, contact: { email: "   " } } }],
    [
      "CLB022",
      {
        ...newsletter,
        basis: consentBasis({ explicit: false }),
        automatedDecision: {
          logic: newsletter.purpose,
          consequences: newsletter.purpose,
          ground: "explicit-consent",
          humanReview: true,
        },
      },
    ],
  ] satisfies readonly (readonly [string, ProcessingActivity])[])(
    "%s is not fooled by a ground that only looks like one",
    (code, activity) => {
      expect(checkActivity(activity, today, options).map((finding) => finding.code)).toContain(code);
    },
  );

  it("More data never make an error go away", () => {
    fc.assert(
      fc.property(activities, categories, (activity, more) => {
        const errors = (one: typeof activity): string[] =>
          checkActivity(one, today, options).flatMap(({ code, severity }) =>
            severity === "error" ? [code] : [],
          );
        const after = new Set(errors({ ...activity, data: [...activity.data, more] }));
        expect(errors(activity).filter((code) => !after.has(code))).toEqual([]);
      }),
    );
  });

  it("Every provision cited on a day is in force on that day", () => {
    fc.assert(
      fc.property(activities, fc.integer({ min: 0, max: 12 }), (activity, years) => {
        const day = addYears(parseDate("2019-01-01"), years);
        const cited = checkActivity(activity, day, options).flatMap(({ law }) => law);
        expect(cited.every((ref) => inForceOn(ref.inForce, day))).toBe(true);
      }),
    );
  });

  it("A basis that needs law does not compile without it", () => {
    expectTypeOf<{ art6: "e" }>().not.toExtend<Art6>();
    expectTypeOf<{ art6: "c"; law: [] }>().not.toExtend<Art6>();
    expectTypeOf<{ art6: "f" }>().not.toExtend<Art6>();
    expectTypeOf<{ art6: "d"; whose: "subject" }>().toExtend<Art6>();
  });
});
