import { addDays, parseDate } from "@tillit/civil-time";
import { lint } from "@tillit/consent-legal-basis";
import { describe, expect, it } from "vitest";
import {
  authorities,
  authorityOn,
  letterName,
  supervisorOf,
  swedishLaw,
  upcomingNames,
} from "../src/index.ts";

const day = parseDate("2026-12-01");

describe("the register of authorities", () => {
  it.each([
    ["data-protection", "2018-05-24", undefined],
    ["data-protection", "2018-05-25", "Datainspektionen"],
    ["data-protection", "2020-12-31", "Datainspektionen"],
    ["data-protection", "2021-01-01", "Integritetsskyddsmyndigheten"],
    ["data-protection", "2026-12-01", "Integritetsskyddsmyndigheten"],
    // What is only proposed is not a name.
    ["data-protection", "2027-06-01", "Integritetsskyddsmyndigheten"],
    ["data-protection", "2040-01-01", "Integritetsskyddsmyndigheten"],
    ["care-inspectorate", "2013-05-31", undefined],
    ["care-inspectorate", "2013-06-01", "Inspektionen för vård och omsorg"],
    ["municipalities-and-regions", "2019-11-26", "Sveriges Kommuner och Landsting"],
    ["municipalities-and-regions", "2019-11-27", "Sveriges Kommuner och Regioner"],
  ] as const)("%s has on %s the name %s", (id, on, name) => {
    expect(authorityOn(id, parseDate(on))?.name.sv).toBe(name);
  });

  it("has for every day at most one name, no gap between two, and a grade for each", () => {
    for (const { names } of authorities) {
      const known = names.filter(({ status }) => status === "in-force");
      // Each but the last ends the day before the next begins.
      const begins = known.slice(1).map(({ from }) => from);
      expect(known.flatMap(({ until }) => (until === undefined ? [] : [addDays(until, 1)]))).toEqual(begins);
      expect(known.at(-1)?.until).toBeUndefined();
      for (const { grade, name } of names) expect(`${grade}${name.sv}${name.en}`).toMatch(/^[VSMI]\S/);
    }
  });

  it("gives letters the name with its short form and a way to reach it", () => {
    expect(letterName("data-protection", day, "sv")).toEqual({
      name: "Integritetsskyddsmyndigheten (IMY)",
      contact: "Box 8114, 104 20 Stockholm, imy.se",
    });
    expect(letterName("care-inspectorate", day, "en")).toEqual({
      name: "the Health and Social Care Inspectorate (IVO)",
      contact: "ivo.se",
    });
    expect(letterName("data-protection", parseDate("2019-01-01"), "en").name).toBe(
      "the Swedish Data Protection Authority (Datainspektionen)",
    );
  });

  it("refuses a day before an authority had a name it knows", () => {
    expect(() => letterName("care-inspectorate", parseDate("2000-01-01"), "sv")).toThrow(RangeError);
    expect(() => supervisorOf(parseDate("2000-01-01"))).toThrow(RangeError);
  });

  it("shows what is proposed as coming", () => {
    expect(upcomingNames(day)).toEqual([
      expect.objectContaining({
        id: "data-protection",
        name: "Dataskyddsmyndigheten",
        from: "2027-06-01",
        grade: "S",
      }),
    ]);
  });

  it("is what notices and the linter of texts take their names from", () => {
    expect(swedishLaw.supervisoryAuthorities.map(({ name }) => name.sv)).toEqual([
      "Datainspektionen",
      "Integritetsskyddsmyndigheten",
    ]);
    expect(swedishLaw.renamed.map(({ old, now }) => [old, now])).toEqual([
      ["Datainspektionen", "Integritetsskyddsmyndigheten"],
      ["Sveriges Kommuner och Landsting", "Sveriges Kommuner och Regioner"],
      ["SKL", "SKR"],
    ]);
    const report = lint("Du kan klaga hos Datainspektionen.", { on: day, national: swedishLaw });
    expect(JSON.stringify(report)).toContain("Integritetsskyddsmyndigheten");
  });
});
