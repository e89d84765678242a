import { spawnSync } from "node:child_process";
import {
  compile,
  type Facts,
  formatDay,
  NO_DAY,
  outcomes,
  parseDay,
  type Rule,
  type RuleSet,
  statuses,
} from "@tillit/retention-policy";
import { municipalities, retentionRules } from "@tillit/welfare-law";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const engine = compile(retentionRules);
const runs = { numRuns: process.env["SLOW"] === undefined ? 150 : 5000 };

const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: parseDay(from), max: parseDay(to) }).map((number) => formatDay(number));
const event = day("2000-01-01", "2027-01-01");
const asOfDay = day("2002-01-01", "2060-12-31");
const values = (name: string): fc.Arbitrary<string> => {
  const type = retentionRules.vocabulary[name]?.type;
  return fc.constantFrom(...(type?.kind === "enum" ? type.values : []));
};
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(
    { weight: 8, arbitrary },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

const known = {
  holder: values("holder"),
  statute: fc.oneof(
    { weight: 4, arbitrary: fc.constant("SoL") },
    { weight: 1, arbitrary: values("statute") },
  ),
  recordType: fc.oneof(
    { weight: 4, arbitrary: fc.constant("case-file") },
    { weight: 1, arbitrary: values("recordType") },
  ),
  documentFrom: values("documentFrom"),
  placementForm: values("placementForm"),
  subjectIsChild: fc.boolean(),
  subjectBirthDay: fc.integer({ min: 1, max: 31 }),
  subjectBorn: day("1990-01-01", "2024-01-01"),
  municipality: fc.constantFrom(...municipalities.map(({ code }) => code)),
  transferAgreement: fc.boolean(),
};
const events = {
  lastEntry: maybe(event),
  circumstancesCeased: maybe(event),
  caseClosed: maybe(event),
  fiscalYearEnded: maybe(event),
  registerCeased: fc.option(event, { nil: undefined, freq: 1 }),
  registerDisposed: fc.option(event, { nil: undefined, freq: 1 }),
  receivedByArchive: maybe(event),
  receivedOn: maybe(event),
};

/** Removes what was left undefined, as a record would. */
function facts(raw: Record<string, unknown>, more: Partial<Facts> = {}): Facts {
  const given = Object.entries(raw).filter(([, value]) => value !== undefined);
  return { id: "p", unit: "file", values: Object.fromEntries(given) as Facts["values"], ...more };
}

const complete = fc.record({ ...known, ...events }).map((raw) => facts(raw));
const patchy = fc
  .record({
    ...Object.fromEntries(
      Object.entries(known).map(([name, arbitrary]) => [name, orNull<unknown>(arbitrary)]),
    ),
    ...events,
  })
  .map((raw) => facts(raw));
const holds = fc.option(
  fc.tuple(event, fc.option(fc.nat(1000), { nil: undefined })).map(([placed, days]) => [
    {
      id: "h",
      matter: "m",
      by: "b",
      placed,
      ...(days === undefined ? {} : { released: formatDay(parseDay(placed) + days) }),
    },
  ]),
  { nil: undefined },
);

/** The first day from which a record may go, as far as the answer on a day says; far ahead where it says nothing. */
function free(record: Facts, asOf: string, under = engine): string {
  const { outcome, earliest } = under.decide(record, asOf);
  return outcome === "dispose" && earliest !== undefined ? earliest : "9999";
}

const withRule = (rule: Rule): RuleSet => ({ ...retentionRules, rules: [...retentionRules.rules, rule] });
const cite = [{ act: "SFS 2025:400", checked: "2026-11-21" }];
const extra = (effect: Rule["versions"][number]["effect"]): ReturnType<typeof compile> =>
  compile(
    withRule({
      id: "zz/extra",
      title: { sv: "x" },
      versions: [{ inForce: { from: "2002-01-01" }, grade: "V", cite, when: { always: true }, effect }],
    }),
  );

describe("the Swedish rules, whatever the record", () => {
  it("the timeline says on every day what deciding says", () => {
    fc.assert(
      fc.property(patchy, holds, fc.array(asOfDay, { minLength: 3, maxLength: 6 }), (record, held, days) => {
        const full = held === undefined ? record : { ...record, holds: held };
        const timeline = engine.timeline(full);
        for (const asOf of days) expect(timeline.at(asOf)).toEqual(engine.decide(full, asOf));
      }),
      { numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });

  it("a preserving rule, a floor or a hold more never lets a record go earlier", () => {
    const preserving = extra({ kind: "preserve" });
    const floored = extra({ kind: "minimum", until: { from: { event: "lastEntry" }, plus: "P20Y" } });
    fc.assert(
      fc.property(complete, asOfDay, event, (record, asOf, placed) => {
        const before = free(record, asOf);
        expect(free(record, asOf, preserving) >= before).toBe(true);
        expect(free(record, asOf, floored) >= before).toBe(true);
        const held = { ...record, holds: [{ id: "h", matter: "m", by: "b", placed }] };
        expect(free(held, asOf) >= before || engine.decide(held, asOf).outcome === "conflict").toBe(true);
        expect(["due", "overdue"]).not.toContain(
          placed <= asOf && before !== "9999" ? engine.decide(held, asOf).status : "held",
        );
      }),
      runs,
    );
  });

  it("the order of rules in the file never matters", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...retentionRules.rules], { minLength: retentionRules.rules.length }),
        patchy,
        asOfDay,
        (rules, record, asOf) => {
          expect(compile({ ...retentionRules, rules }).decide(record, asOf)).toEqual(
            engine.decide(record, asOf),
          );
        },
      ),
      { numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });

  it("finding out what was not known never contradicts an answer already given", () => {
    fc.assert(
      fc.property(complete, fc.subarray(Object.keys(known)), asOfDay, (record, hidden, asOf) => {
        const unknown = {
          ...record,
          values: { ...record.values, ...Object.fromEntries(hidden.map((name) => [name, null])) },
        };
        const early = engine.decide(unknown, asOf);
        const late = engine.decide(record, asOf);
        const pick = ({
          outcome,
          status,
          earliest,
          latest,
          dutyArises,
          transferTo,
        }: typeof early): unknown => ({ outcome, status, earliest, latest, dutyArises, transferTo });
        expect(early.outcome === "undetermined" ? pick(late) : pick(early)).toEqual(pick(late));
      }),
      runs,
    );
  });

  it("every fact said to be missing was not known, and an undetermined record never goes", () => {
    fc.assert(
      fc.property(patchy, asOfDay, (record, asOf) => {
        const { outcome, status, missing = [] } = engine.decide(record, asOf);
        const unknown = missing.filter(
          (name) => record.values[name] !== undefined && record.values[name] !== null,
        );
        expect(unknown).toEqual([]);
        expect(outcome !== "undetermined" || (status === "pending" && missing.length > 0)).toBe(true);
      }),
      runs,
    );
  });

  it("an application that led to an assignment never goes before the assignment has ended", () => {
    const approved = { recordType: "application", applicationOutcome: "approved" };
    const plan = fc.record({
      planPeriod: fc.constantFrom("P1D", "P6M", "P2Y", null, undefined),
      planFrom: fc.constantFrom("caseClosed", "receivedOn", "lastEntry", null, undefined),
      planDecision: fc.constantFrom("d", null, undefined),
    });
    fc.assert(
      fc.property(fc.oneof(patchy, complete), plan, asOfDay, (record, row, asOf) => {
        const given = Object.entries({ ...record.values, ...row, ...approved });
        const home = {
          ...record,
          values: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
        };
        expect(engine.decide(home as Facts, asOf)).toMatchObject({
          outcome: "undetermined",
          missing: ["assignmentEnded"],
        });
      }),
      runs,
    );
  });

  it("a later last entry never lets a record go earlier", () => {
    fc.assert(
      fc.property(complete, asOfDay, fc.nat(4000), (record, asOf, days) => {
        const last = record.values["lastEntry"];
        fc.pre(typeof last === "string");
        const later = {
          ...record,
          values: { ...record.values, lastEntry: formatDay(parseDay(last as string) + days) },
        };
        // The one transitional rule that picks its version by the last entry may take an old record out of the rules.
        fc.pre(record.values["statute"] !== "LSS");
        expect(free(later, asOf) >= free(record, asOf)).toBe(true);
      }),
      runs,
    );
  });

  it("columns say what deciding says", () => {
    fc.assert(
      fc.property(fc.array(patchy, { minLength: 1, maxLength: 20 }), asOfDay, (records, asOf) => {
        const columns = engine.columns(records.length);
        for (const record of records) engine.push(columns, record);
        const found = engine.evaluate(columns, { asOf });
        for (const [row, record] of records.entries()) {
          const one = engine.decide(record, asOf);
          const text = (number: number | undefined): string | undefined =>
            number === undefined || number === NO_DAY ? undefined : formatDay(number);
          expect([
            outcomes[found.outcome[row] ?? -1],
            statuses[found.status[row] ?? -1],
            text(found.earliest[row]),
            text(found.latest[row]),
          ]).toEqual([one.outcome, one.status, one.earliest, one.latest]);
        }
      }),
      runs,
    );
  });
});

describe("the process around the rules", () => {
  it("changes nothing: the same bytes in four time zones and locales", () => {
    const program = `
      import { compile } from "@tillit/retention-policy";
      import { retentionRules } from "./src/retention-rules.ts";
      import { retentionCases } from "./src/retention-cases.ts";
      const engine = compile(retentionRules);
      process.stdout.write(JSON.stringify(retentionCases.map(({ facts, asOf }) => engine.sentences(engine.explain(facts, asOf), "sv"))));`;
    const answers = [
      ["UTC", "C"],
      ["Europe/Stockholm", "sv_SE.UTF-8"],
      ["Pacific/Kiritimati", "en_US.UTF-8"],
      ["America/Los_Angeles", "tr_TR.UTF-8"],
    ].map(
      ([TZ, LC_ALL]) =>
        spawnSync(
          process.execPath,
          ["--conditions=@tillit/source", "--input-type=module", "--eval", program],
          {
            cwd: new URL("..", import.meta.url),
            env: { ...process.env, TZ, LC_ALL },
            encoding: "utf8",
          },
        ).stdout,
    );
    expect(answers[0]?.length).toBeGreaterThan(10_000);
    expect(new Set(answers).size).toBe(1);
  });
});
