/**
 * What the statutes demand of each letter, written from them and not from the code: FL (2017:900) 31–33 and 43–45 §§,
 * GDPR art. 12(3)–(5), 15 and 77–79, lag (2018:218) 7 kap. 2 §, TF 2 kap. 15–18 §§, OSL (2009:400) 6 kap. 3 and 7–8 §§
 * and 10 kap. 3 §, SoL (2025:400) 17 kap. 6 § and 35 kap. 2 §.
 */
import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import {
  DsarError,
  type FactName,
  type LetterCase,
  type LetterFacts,
  type LetterId,
} from "../../src/index.ts";
import { composeLetter, letters } from "../../src/letters.ts";
import { factsFor } from "../kit/letter-facts.ts";

const date = parseDate("2027-03-01");
const langs = ["sv", "en"] as const;
const readers = ["adult", "child"] as const;
type Lang = (typeof langs)[number];
type Reader = (typeof readers)[number];

function textOf(id: LetterId, about: LetterCase, lang: Lang, reader: Reader, facts: LetterFacts): string {
  const { title, blocks } = composeLetter(id, { lang, date, reader, about, facts });
  const lines = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : block.items));
  return [title, ...lines].join("\n");
}

const without = (facts: LetterFacts, name: FactName): LetterFacts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name));

const authority = "public-authority";
const provider = "private-provider";
const gdpr = (controller: LetterCase["controller"], outcome?: LetterCase["outcome"]): LetterCase => ({
  regime: "gdpr",
  controller,
  right: "access",
  outcome,
});
const other = (regime: LetterCase["regime"], outcome?: LetterCase["outcome"]): LetterCase => ({
  regime,
  controller: regime === "private-file" ? provider : authority,
  right: "access",
  outcome,
});

// FL 31 and 32 §§: the day, who decided, what was decided, the reasons and the provisions.
const decision: readonly FactName[] = ["receivedOn", "decidedOn", "decidedBy", "reasons", "provisions"];
const complaint: readonly FactName[] = ["supervisor", "supervisorContact"];

type Row = {
  readonly letter: LetterId;
  readonly about: LetterCase;
  /** Without each of these no letter. */
  readonly demands: readonly FactName[];
  /** FL 33 and 43–44 §§. Absent: nothing may be said of an appeal. */
  readonly court?: "förvaltningsrätten" | "kammarrätten";
  /** GDPR art. 12(4) and 77. */
  readonly complaint?: true;
  /** GDPR art. 79: where there is no appeal it is the court remedy. */
  readonly action?: true;
};

const rows: readonly Row[] = [
  // GDPR, an authority: art. 12(4), lag (2018:218) 7 kap. 2 §, FL 31–33 §§.
  {
    letter: "M06",
    about: gdpr(authority, "refused"),
    demands: [...decision, ...complaint, "withheld", "request"],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M06",
    about: gdpr(authority, "partly-granted"),
    demands: [...decision, ...complaint, "withheld"],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M05",
    about: gdpr(authority, "no-data"),
    demands: ["systems", "decidedOn", "decidedBy", ...complaint],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M08",
    about: gdpr(authority, "refused"),
    demands: [...decision, ...complaint],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M20",
    about: gdpr(authority, "refused"),
    demands: [...decision, ...complaint],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M23",
    about: gdpr(authority, "partly-granted"),
    demands: [...decision, ...complaint, "given", "withheld"],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M23",
    about: gdpr(authority, "refused"),
    demands: [...decision, ...complaint, "withheld"],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M24",
    about: gdpr(authority, "refused"),
    demands: [...decision, ...complaint],
    court: "förvaltningsrätten",
    complaint: true,
  },
  {
    letter: "M24",
    about: gdpr(authority, "no-data"),
    demands: [...decision, ...complaint],
    court: "förvaltningsrätten",
    complaint: true,
  },
  // GDPR, a company: art. 12(4): reasons, complaint, court; nobody to appeal to.
  {
    letter: "M07",
    about: gdpr(provider, "refused"),
    demands: [...decision, ...complaint, "withheld", "request"],
    complaint: true,
    action: true,
  },
  {
    letter: "M07",
    about: gdpr(provider, "partly-granted"),
    demands: [...decision, ...complaint, "withheld"],
    complaint: true,
    action: true,
  },
  {
    letter: "M05",
    about: gdpr(provider, "no-data"),
    demands: ["systems", ...complaint],
    complaint: true,
    action: true,
  },
  {
    letter: "M08",
    about: gdpr(provider, "refused"),
    demands: [...decision, ...complaint],
    complaint: true,
    action: true,
  },
  {
    letter: "M23",
    about: gdpr(provider, "refused"),
    demands: [...decision, ...complaint, "withheld"],
    complaint: true,
    action: true,
  },
  {
    letter: "M24",
    about: gdpr(provider, "refused"),
    demands: [...decision, ...complaint],
    complaint: true,
    action: true,
  },
  // Art. 12(5), announced: the amount; nothing is decided yet, so there is nothing to appeal.
  { letter: "M08", about: gdpr(authority), demands: ["receivedOn", "fee", "reasons"] },
  { letter: "M08", about: gdpr(provider), demands: ["receivedOn", "fee", "reasons"] },
  // Art. 15(1)(f): the right to complain, and no appeal of what was given.
  { letter: "M04", about: gdpr(authority, "granted"), demands: ["given", ...complaint], complaint: true },
  { letter: "M04", about: gdpr(provider, "granted"), demands: ["given", ...complaint], complaint: true },
  { letter: "M23", about: gdpr(authority, "granted"), demands: ["given", ...complaint], complaint: true },
  // Art. 12(3).
  {
    letter: "M03",
    about: gdpr(authority),
    demands: ["receivedOn", "extendedLastDay", "reasons", ...complaint],
    complaint: true,
  },
  { letter: "M01", about: gdpr(provider), demands: ["receivedOn", "lastDay"] },
  // Public records: OSL 6 kap. 3 and 7–8 §§, FL 31–33 §§; not a matter of the GDPR.
  { letter: "M18", about: other("public-records", "granted"), demands: ["receivedOn", "given"] },
  {
    letter: "M18",
    about: other("public-records", "partly-granted"),
    demands: [...decision, "given", "withheld"],
    court: "kammarrätten",
  },
  {
    letter: "M18",
    about: other("public-records", "refused"),
    demands: [...decision, "withheld"],
    court: "kammarrätten",
  },
  { letter: "M18", about: other("public-records", "no-data"), demands: decision, court: "kammarrätten" },
  { letter: "M24", about: other("public-records", "refused"), demands: decision, court: "kammarrätten" },
  { letter: "M24", about: other("public-records", "no-data"), demands: decision, court: "kammarrätten" },
  // A party's insight: OSL 10 kap. 3 §, FL 10 and 31–33 §§.
  { letter: "M19", about: other("party-insight", "granted"), demands: ["matter", "given"] },
  {
    letter: "M19",
    about: other("party-insight", "partly-granted"),
    demands: ["matter", "given", "withheld", "decidedOn", "decidedBy", "reasons", "provisions"],
    court: "kammarrätten",
  },
  {
    letter: "M19",
    about: other("party-insight", "refused"),
    demands: ["matter", "withheld", "decidedOn", "decidedBy", "reasons", "provisions"],
    court: "kammarrätten",
  },
  // A provider's own file: SoL 17 kap. 6 §. IVO decides, and IVO's decision says how it is appealed.
  {
    letter: "M17",
    about: other("private-file"),
    demands: ["receivedOn", "withheld", "opinion", "provisions", "inspectorate"],
  },
  { letter: "M25", about: other("private-file"), demands: ["receivedOn", "inspectorate"] },
  { letter: "M26", about: other("private-file", "granted"), demands: ["receivedOn", "given"] },
  {
    letter: "M26",
    about: other("private-file", "partly-granted"),
    demands: ["given", "withheld", "inspectorate"],
  },
  { letter: "M26", about: other("private-file", "refused"), demands: ["withheld", "inspectorate"] },
  // FL 45 §: a dismissal is a decision, appealed to the court that would have tried the matter.
  {
    letter: "M21",
    about: gdpr(authority, "refused"),
    demands: ["appealReceivedOn", "appealLastDay", "servedOn", "reasons", "decidedOn", "decidedBy"],
    court: "förvaltningsrätten",
  },
  {
    letter: "M21",
    about: other("public-records", "refused"),
    demands: ["appealReceivedOn", "appealLastDay", "servedOn", "reasons", "decidedOn", "decidedBy"],
    court: "kammarrätten",
  },
];

const nameOf = ({ letter, about }: Row): string =>
  `${letter}, ${about.regime}, ${about.controller}, ${about.outcome ?? "nothing decided"}`;
const anyAppeal = /överklaga|appeal|be \S+rätten|ask a court/i;

describe.each(rows.map((row) => ({ name: nameOf(row), row })))("$name", ({ row }) => {
  const { letter, about, demands, court } = row;

  it.each(langs)("%s: is not made without what the law demands, and the refusal names it", (lang) => {
    for (const name of demands) {
      for (const facts of [
        without(factsFor(lang), name),
        { ...factsFor(lang), [name]: "  " },
        { ...factsFor(lang), [name]: [] },
        { ...factsFor(lang), [name]: [" ", ""] },
      ]) {
        expect(() => composeLetter(letter, { lang, date, about, facts })).toThrow(
          expect.objectContaining({
            code: "LETTER_FACT_MISSING",
            message: expect.stringContaining(`"${name}"`) as unknown,
          }),
        );
      }
    }
  });

  it.each(langs.flatMap((lang) => readers.map((reader) => [lang, reader] as const)))(
    "%s for a reader who is %s: says all of it, and names the right court or none",
    (lang, reader) => {
      const facts = factsFor(lang);
      const text = textOf(letter, about, lang, reader, facts);
      const said = (name: FactName): readonly string[] => [facts[name] ?? ""].flat();
      const told = (["reasons", "provisions", "withheld", "given", "decidedBy", "systems"] as const)
        .filter((name) => demands.includes(name))
        .flatMap((name) => said(name));
      expect(told.filter((one) => !text.includes(one))).toEqual([]);
      const day = lang === "sv" ? "26 februari 2027" : "26 February 2027";
      expect(text.includes(day)).toBe(demands.includes("decidedOn"));
      expect(text.includes("IMY")).toBe(row.complaint === true);
      expect(/artikel 79|Article 79|domstol kan också|court can look/.test(text)).toBe(row.action === true);
      const wrong = court === "kammarrätten" ? "förvaltningsrätten" : "kammarrätten";
      expect(text).not.toContain(wrong);
      expect(court === undefined ? !text.includes("förvaltningsrätten") : text.includes(court)).toBe(true);
      expect(letter === "M26" || anyAppeal.test(text)).toBe(
        letter === "M26" || court !== undefined || letter === "M21",
      );
      if (court === undefined) return;
      expect(text).toMatch(lang === "sv" ? /tre veckor/ : /three weeks/);
    },
  );
});

describe("whatever the case", () => {
  const regimes = ["gdpr", "public-records", "party-insight", "private-file"] as const;
  const controllers = [authority, provider] as const;
  const rights = ["access", "rectification", "erasure", "restriction", "objection", "portability"] as const;
  const outcomes = [undefined, "granted", "partly-granted", "refused", "no-data"] as const;
  const cases = regimes.flatMap((regime) =>
    controllers.flatMap((controller) =>
      rights.flatMap((right) =>
        outcomes.map((outcome): LetterCase => ({ regime, controller, right, outcome })),
      ),
    ),
  );
  const ids = Object.keys(letters) as LetterId[];

  function made(): readonly { id: LetterId; about: LetterCase; lang: Lang; reader: Reader; text: string }[] {
    return ids.flatMap((id) =>
      cases.flatMap((about) =>
        langs.flatMap((lang) =>
          readers.flatMap((reader) => {
            try {
              return [{ id, about, lang, reader, text: textOf(id, about, lang, reader, factsFor(lang)) }];
            } catch (error) {
              if (error instanceof DsarError && error.code === "LETTER_NOT_FOR_CASE") return [];
              throw error;
            }
          }),
        ),
      ),
    );
  }

  it("only a letter of its case is made, and none names a remedy that the case does not have", () => {
    const all = made();
    expect(new Set(all.map(({ id }) => id)).size).toBe(ids.length);
    const named = (name: string, those: (about: LetterCase) => boolean): readonly string[] =>
      all
        .filter(({ about, text }) => those(about) && text.includes(name))
        .map(({ id, about }) => `${id} ${JSON.stringify(about)}`);
    // A company has no decision that a court of appeal could try; a records matter is none of the GDPR.
    expect(named("förvaltningsrätten", ({ controller }) => controller === provider)).toEqual([]);
    expect(named("kammarrätten", ({ controller }) => controller === provider)).toEqual([]);
    expect(named("kammarrätten", ({ regime }) => regime === "gdpr")).toEqual([]);
    expect(named("förvaltningsrätten", ({ regime }) => regime !== "gdpr")).toEqual([]);
    expect(named("IMY", ({ regime }) => regime !== "gdpr")).toEqual([]);
    for (const { text } of all) expect(text).not.toMatch(/\{\w+\}|undefined/);
  });

  it("a refusal that is told an authority's answer carries appeal, decision-maker, day, reasons", () => {
    const told = made().filter(
      ({ id, about }) =>
        about.controller === authority &&
        (about.outcome === "refused" || about.outcome === "no-data") &&
        // Letters that tell something else than the decision.
        ["M05", "M06", "M08", "M18", "M19", "M20", "M23", "M24"].includes(id),
    );
    expect(told.length).toBeGreaterThan(50);
    for (const { lang, about, text } of told) {
      expect(text).toContain(about.regime === "gdpr" ? "förvaltningsrätten" : "kammarrätten");
      expect(text).toContain(lang === "sv" ? "26 februari 2027" : "26 February 2027");
      expect(text).toContain("Eva Öberg");
    }
  });

  it("no case that is not known, and none at all, gives a letter", () => {
    const facts = factsFor("sv");
    const bad: readonly unknown[] = [
      undefined,
      null,
      "gdpr",
      {},
      { ...other("party-insight"), controller: provider },
      { ...gdpr(authority), regime: "gdp" },
      { ...gdpr(authority), controller: "company" },
      { ...gdpr(authority), right: "all" },
      { ...gdpr(authority), outcome: "maybe" },
      { ...gdpr(authority), regime: "toString" },
    ];
    for (const about of bad) {
      expect(() => composeLetter("M16", { lang: "sv", date, facts, about: about as LetterCase })).toThrow(
        expect.objectContaining({ code: "LETTER_NOT_FOR_CASE" }),
      );
    }
  });

  it("a day that is none, and an amount that is none, are refused by name", () => {
    for (const [name, value] of [
      ["decidedOn", "nyligen"],
      ["receivedOn", "2027-02-30"],
      ["lastDay", ["2027-03-01"]],
    ] as const) {
      const facts = { ...factsFor("sv"), [name]: value };
      const [id, about] =
        name === "lastDay"
          ? (["M01", gdpr(authority)] as const)
          : (["M06", gdpr(authority, "refused")] as const);
      expect(() => composeLetter(id, { lang: "sv", date, about, facts })).toThrow(
        expect.objectContaining({
          code: "LETTER_FACT_MALFORMED",
          message: expect.stringContaining(`"${name}"`) as unknown,
        }),
      );
    }
    const facts = { ...factsFor("sv"), fee: "en del" };
    expect(() => composeLetter("M08", { lang: "sv", date, about: gdpr(authority), facts })).toThrow(
      expect.objectContaining({ code: "LETTER_FACT_MALFORMED" }),
    );
  });

  it("a court that is named must be of the right kind", () => {
    const court = (name: string) => ({ ...factsFor("sv"), court: name });
    const about = gdpr(authority, "refused");
    expect(textOf("M06", about, "sv", "adult", court("Förvaltningsrätten i Falun"))).toContain(
      "överklagas till Förvaltningsrätten i Falun",
    );
    expect(() =>
      composeLetter("M06", { lang: "sv", date, about, facts: court("Kammarrätten i Sundsvall") }),
    ).toThrow(expect.objectContaining({ code: "LETTER_FACT_MALFORMED" }));
  });

  it("M01 promises nothing free but what the law makes free, and a fee is decided or announced, never both", () => {
    const text = (about: LetterCase): string => textOf("M01", about, "sv", "adult", factsFor("sv"));
    expect(text(gdpr(authority))).toContain("kostar ingenting");
    expect(text(other("public-records"))).toMatch(/avgift.*taxa/);
    for (const regime of ["public-records", "party-insight", "private-file"] as const)
      expect(text(other(regime))).not.toContain("kostar ingenting");
    const announced = textOf("M08", gdpr(authority), "sv", "adult", factsFor("sv"));
    const decided = textOf("M08", gdpr(authority, "refused"), "sv", "adult", factsFor("sv"));
    const refused = textOf("M08", gdpr(authority, "refused"), "sv", "adult", without(factsFor("sv"), "fee"));
    expect(announced).toMatch(/300 kronor.*ta tillbaka/);
    expect(decided).toMatch(/beslut\S* att ta ut en avgift på 300 kronor/);
    expect(decided).not.toContain("ta tillbaka");
    expect(refused).toContain("avslår");
  });

  it("an outcome is said as it is: refused, or given in part and refused for the rest", () => {
    for (const id of ["M06", "M07"] as const) {
      const kind = id === "M06" ? authority : provider;
      expect(textOf(id, gdpr(kind, "refused"), "sv", "adult", factsFor("sv"))).not.toMatch(
        /helt eller delvis/,
      );
      expect(textOf(id, gdpr(kind, "partly-granted"), "sv", "adult", factsFor("sv"))).toMatch(
        /delvis.*övrigt/,
      );
    }
  });

  it("who asked for a provider's file is not told the provider's statement", () => {
    for (const id of ["M25", "M26"] as const) {
      const about = other("private-file", id === "M25" ? undefined : "refused");
      expect(textOf(id, about, "sv", "adult", factsFor("sv"))).not.toContain("en anhörig i förtroende");
    }
  });
});
