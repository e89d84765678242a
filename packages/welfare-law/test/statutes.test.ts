import { type CalendarDate, parseDate } from "@tillit/civil-time";
import {
  inForceOn,
  type Right,
  rightsFor,
  type ProcessingActivity,
  shortCite,
} from "@tillit/consent-legal-basis";
import { lawRef, rightsOverrides, statutes, swedishLaw } from "@tillit/welfare-law";
import { describe, expect, it } from "vitest";

const today: CalendarDate = parseDate("2026-11-21");

describe("The register of statutes", () => {
  it("Every provision stands once per wording, with content in both languages", () => {
    expect(new Set(statutes.map(({ id }) => id)).size).toBe(statutes.length);
    expect(statutes.filter(({ content }) => content.sv.length < 15 || content.en.length < 15)).toEqual([]);
  });

  it("What was read carries the day of its text; what is from memory carries none", () => {
    expect(statutes.filter(({ grade, checked }) => (grade === "V") !== (checked !== undefined))).toEqual([]);
  });

  it("Two wordings of a provision never hold on the same day", () => {
    const clashes = statutes.filter(({ id, act, sfs, at, inForce }) =>
      statutes.some(
        (other) =>
          other.id !== id &&
          other.act === act &&
          other.sfs === sfs &&
          other.at === at &&
          inForceOn(other.inForce, inForce.from),
      ),
    );
    expect(clashes.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ["SoL 2025:400 16 kap. 2 a § (2026-01-15)", "2026-01-14", false],
    ["SoL 2025:400 16 kap. 2 a § (2026-01-15)", "2026-01-15", true],
    ["SoL 2001:453 12 kap. 1 §", "2025-06-30", true],
    ["SoL 2001:453 12 kap. 1 §", "2025-07-01", false],
    ["SoLPuL 2001:454 9 § (2025-07-01)", "2025-06-30", false],
  ])("%s is in force on %s: %s", (id, day, answer) => {
    expect(inForceOn(lawRef(id).inForce, parseDate(day))).toBe(answer);
  });

  it("A provision that is not in the register is refused", () => {
    expect(() => lawRef("SoL 2025:400 99 kap. 1 §")).toThrow(RangeError);
  });

  it("On every day since 2018 exactly one authority takes complaints", () => {
    for (let year = 2019; year <= 2030; year += 1) {
      const day = parseDate(`${year}-01-01`);
      const count = swedishLaw.supervisoryAuthorities.filter(({ inForce }) => inForceOn(inForce, day)).length;
      expect([year, count]).toEqual([year, 1]);
    }
  });

  it("A jurist can read it as a table", async () => {
    const rows = statutes.map(
      ({ act, sfs, at, content, inForce, grade, checked = "–" }) =>
        `| ${[act, sfs, at, content.sv, content.en, inForce.from, inForce.until ?? "", grade, checked].join(" | ")} |`,
    );
    const overrides = rightsOverrides
      .toSorted((a, b) => a.order - b.order)
      .map(
        ({ order, right, effect, when, law, reason }) =>
          `| ${[order, right, effect, JSON.stringify(when).replaceAll('"', ""), law.map(shortCite).join("; "), reason.sv, reason.en].join(" | ")} |`,
      );
    const text = [
      "# Provisions in use",
      "",
      "In our own words. In force: first and last day, both counted. Grade: V the text was read, S a secondary source,",
      "M from memory and to be checked, I our interpretation. Text as of: the consolidation day of the text that was read.",
      "",
      "| act | SFS | provision | innehåll | content | from | until | grade | text as of |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      ...rows,
      "",
      "# What Swedish law does to the rights of the GDPR",
      "",
      "Applied in this order on the EU verdict: exclude takes the right away, limit makes it conditional, note adds a reason.",
      "",
      "| order | right | effect | when | law | skäl | reason |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...overrides,
      "",
    ].join("\n");
    await expect(text).toMatchFileSnapshot("../docs/statutes.md");
  });
});

const casework: ProcessingActivity = {
  id: "board/file",
  version: 1,
  validFrom: parseDate("2026-01-01"),
  title: { sv: "personakt", en: "file" },
  purpose: { sv: "Vi handlägger ärenden om stöd", en: "We handle matters of support" },
  controller: {
    id: "board",
    name: "Nämnden",
    kind: "public-authority",
    contact: {},
    requestChannels: ["oral"],
  },
  task: "public-task",
  subjects: [{ id: "c", relation: "client", label: { sv: "klienter", en: "clients" } }],
  data: [{ id: "n", kind: "ordinary", label: { sv: "namn", en: "name" } }],
  source: "subject",
  recipients: [],
  transfers: { assessed: true, to: [] },
  basis: { art6: "e", law: [lawRef("SoLPuL 2001:454 6 §")] },
  safeguards: [],
  retentionRule: "x",
  retention: { sv: "x", en: "x" },
  security: [],
};
const journal: ProcessingActivity = {
  ...casework,
  controller: { ...casework.controller, kind: "private-provider" },
  basis: { art6: "c", law: [lawRef("SoL 2025:400 17 kap. 1 §"), lawRef("SoLPuL 2001:454 6 §")] },
};
const newsletter: ProcessingActivity = {
  ...casework,
  basis: { art6: "f", interest: { sv: "nyheter", en: "news" } },
};

describe("Swedish overrides of the rights", () => {
  it.each([
    {
      what: "objection to casework",
      activity: casework,
      right: "object",
      verdict: "excluded",
      cites: "SoLPuL (2001:454) 6 §",
    },
    {
      what: "objection outside the care act",
      activity: newsletter,
      right: "object",
      verdict: "applies",
      cites: "GDPR Art. 21(1)",
    },
    {
      what: "access at a board",
      activity: casework,
      right: "access",
      verdict: "conditional",
      cites: "OSL (2009:400) 26 kap. 1 §",
    },
    {
      what: "access to a private file",
      activity: journal,
      right: "access",
      verdict: "conditional",
      cites: "SoL (2025:400) 17 kap. 6 §",
    },
    {
      what: "drafts",
      activity: casework,
      right: "access",
      verdict: "conditional",
      cites: "DSL (2018:218) 5 kap. 2 §",
    },
    {
      what: "correction of a disputed note",
      activity: casework,
      right: "rectification",
      verdict: "applies",
      cites: "SoL (2025:400) 14 kap. 6 §",
    },
    {
      what: "erasure of public records",
      activity: casework,
      right: "erasure",
      verdict: "excluded",
      cites: "ArkL (1990:782) 10 §",
    },
    {
      what: "appeal at a board",
      activity: casework,
      right: "complain",
      verdict: "applies",
      cites: "DSL (2018:218) 7 kap. 2 §",
    },
    {
      what: "automated decisions at a board",
      activity: casework,
      right: "not-automated",
      verdict: "applies",
      cites: "FL (2017:900) 28 §",
    },
  ] as const)("$what: $verdict, citing $cites", ({ activity, right, verdict, cites }) => {
    const standing = rightsFor(activity, today, { national: swedishLaw }).find((one) => one.right === right);
    expect(standing?.verdict).toBe(verdict);
    expect(standing?.because.map(shortCite)).toContain(cites);
  });

  it("A private provider's file that must be kept cannot be erased; one whose time has run out can", () => {
    const erasure = (retention: Parameters<typeof rightsFor>[2]): string | undefined =>
      rightsFor(journal, today, { national: swedishLaw, ...retention }).find(
        ({ right }: { right: Right }) => right === "erasure",
      )?.verdict;
    const law = [lawRef("SoL 2025:400 17 kap. 2 §")] as const;
    expect(erasure({ retention: { kind: "keep", law } })).toBe("excluded");
    expect(erasure({ retention: { kind: "must-go", law } })).toBe("applies");
  });

  it("A board that may let a record go still needs its disposal decision", () => {
    const standing = rightsFor(casework, today, { national: swedishLaw, retention: { kind: "may-go" } });
    expect(standing.find(({ right }) => right === "erasure")?.verdict).toBe("conditional");
  });
});
