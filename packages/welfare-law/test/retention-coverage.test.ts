import { compile, formatDay, parseDay } from "@tillit/retention-policy";
import { municipalities, municipalitySet, retentionRules } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

const first = "2002-01-01";
const last = "2031-11-21"; // today + five years, fixed so that the test means the same every day

/** Every day of a span, as text. */
function* days(from: string, to: string): Generator<string> {
  for (let day = parseDay(from); day <= parseDay(to); day++) yield formatDay(day);
}

describe("coverage in time", () => {
  it.each(retentionRules.rules.map((rule) => [rule.id, rule] as const))(
    "%s has exactly one version on every day since its first",
    (_, rule) => {
      const from = rule.versions[0]?.inForce.from ?? first;
      const bad: string[] = [];
      for (const day of days(from > first ? from : first, last)) {
        const inForce = rule.versions.filter(
          ({ inForce: { from: begins, until } }) => begins <= day && (until === undefined || day < until),
        );
        if (inForce.length !== 1) bad.push(day);
      }
      expect(bad).toEqual([]);
    },
  );

  const person = {
    subjectBirthDay: 11,
    municipality: "1904",
    lastEntry: "1990-01-01",
    subjectIsChild: false,
  };
  const kinds = [
    [
      "a case file at a social board",
      { ...person, holder: "social-board", statute: "SoL", recordType: "case-file", documentFrom: "general" },
    ],
    [
      "register data at a social board",
      {
        ...person,
        holder: "social-board",
        statute: "SoL",
        recordType: "register-entry",
        circumstancesCeased: "1990-01-01",
      },
    ],
    [
      "a case file at a private provider",
      {
        ...person,
        holder: "private-provider",
        statute: "SoL",
        recordType: "case-file",
        documentFrom: "general",
      },
    ],
    [
      "accounting records",
      { holder: "other", statute: "BFL", recordType: "bookkeeping", fiscalYearEnded: "1980-12-31" },
    ],
    [
      "a paternity inquiry",
      {
        ...person,
        holder: "social-board",
        statute: "FB",
        recordType: "case-file",
        documentFrom: "paternity",
      },
    ],
  ] as const;
  it.each(kinds)("%s is decided by one and the same rule on every day from 2002", (_, values) => {
    const engine = compile(retentionRules);
    const facts = { id: "x", unit: "file", values } as const;
    const rules = new Set<string>();
    for (const day of days(first, last)) rules.add(engine.decide(facts, day).deciding?.rule ?? "none");
    expect([...rules]).toHaveLength(1);
    expect([...rules][0]).not.toMatch(/otherwise|none/);
  });

  it("refuses to answer for a day before the rules begin", () => {
    const engine = compile(retentionRules);
    const facts = { id: "x", unit: "file", values: {} } as const;
    expect(() => engine.decide(facts, "2001-12-31")).toThrow(
      expect.objectContaining({ code: "OUT_OF_SUPPORT" }),
    );
  });
});

describe("the register of municipalities", () => {
  it("has 290 municipalities in 21 counties, each code once", () => {
    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290);
    expect(new Set(municipalities.map(({ county }) => county)).size).toBe(21);
  });

  it.each([
    ["01", 26],
    ["03", 8],
    ["04", 9],
    ["05", 13],
    ["06", 13],
    ["07", 8],
    ["08", 12],
    ["09", 1],
    ["10", 5],
    ["12", 33],
    ["13", 6],
    ["14", 49],
    ["17", 16],
    ["18", 12],
    ["19", 10],
    ["20", 15],
    ["21", 10],
    ["22", 7],
    ["23", 8],
    ["24", 15],
    ["25", 14],
  ])("county %s has %i", (county, count) => {
    const found = municipalities.filter((municipality) => municipality.county === county);
    expect(found).toHaveLength(count);
    expect(found.every(({ code }) => code.startsWith(county))).toBe(true);
  });

  it("preserves everything in thirteen, one and seven municipalities of three counties, and in Göteborg", () => {
    const areas = municipalitySet("full-preservation");
    expect(areas).toHaveLength(13 + 1 + 7 + 1);
    expect(areas).toContain("1480");
    expect(areas).not.toContain("2380");
  });
});

describe("the sources of the rules", () => {
  const versions = retentionRules.rules.flatMap((rule) =>
    rule.versions.map((version) => ({ rule, version })),
  );

  it("say of every version which provision, read on which day, and how sure it is", () => {
    for (const { version } of versions) {
      expect(version.cite.length).toBeGreaterThan(0);
      for (const cite of version.cite) expect(cite.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(["V", "S", "M", "I"]).toContain(version.grade);
    }
  });

  it("name every act cited", () => {
    const acts = versions.flatMap(({ version }) => version.cite.map((cite) => cite.act));
    expect([...new Set(acts)].filter((act) => retentionRules.acts[act] === undefined)).toEqual([]);
  });
});
