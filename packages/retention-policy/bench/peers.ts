/** The same rules over date-fns and Date objects, and their outcomes alone in two rule engines from npm. */
import { ZenEngine } from "@gorules/zen-engine";
import { addDays } from "date-fns/addDays";
import { addYears } from "date-fns/addYears";
import { endOfYear } from "date-fns/endOfYear";
import { isAfter } from "date-fns/isAfter";
import { isBefore } from "date-fns/isBefore";
import { Engine as JsonRules, type RuleProperties } from "json-rules-engine";
import type { Facts } from "../src/index.ts";

const areas = ["0580", "1480"];
const reform = new Date(2026, 0, 15, 12);

/** A record as an application would hold it: words and Dates. */
export interface DateRow {
  readonly holder: string;
  readonly statute: string;
  readonly recordType: string;
  readonly documentFrom: string;
  readonly placementForm: string;
  readonly subjectIsChild: boolean;
  readonly agreement: boolean;
  readonly birthDay: number;
  readonly municipality: string;
  readonly event: Date | undefined;
  readonly closed: Date | undefined;
  readonly born: Date | undefined;
}

export interface DateAnswer {
  readonly outcome: string;
  readonly status: string;
  readonly earliest?: Date;
  readonly latest?: Date;
}

function date(text: unknown): Date | undefined {
  if (typeof text !== "string") return undefined;
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, day, 12);
}

export function dateRow({ values }: Facts): DateRow {
  return {
    holder: String(values["holder"]),
    statute: String(values["statute"]),
    recordType: String(values["recordType"]),
    documentFrom: String(values["documentFrom"] ?? ""),
    placementForm: String(values["placementForm"] ?? ""),
    subjectIsChild: values["subjectIsChild"] === true,
    agreement: values["transferAgreement"] === true,
    birthDay: Number(values["subjectBirthDay"] ?? 0),
    municipality: String(values["municipality"] ?? ""),
    event: date(values["lastEntry"] ?? values["circumstancesCeased"] ?? values["fiscalYearEnded"]),
    closed: date(values["caseClosed"]),
    born: date(values["subjectBorn"]),
  };
}

export function evaluateWithDates(row: DateRow, asOf: Date): DateAnswer {
  const research = [5, 15, 25].includes(row.birthDay) || areas.includes(row.municipality);
  if (row.recordType === "application") return { outcome: "preserve", status: "settled" };
  let outcome = "dispose";
  let tail = true;
  let duty: Date | undefined;
  if (row.recordType === "bookkeeping") {
    duty = row.event && endOfYear(addYears(row.event, 7));
    tail = false;
  } else if (row.holder === "private-provider") {
    duty = row.event && addYears(row.event, 2);
    const child = row.statute !== "LSS" && row.subjectIsChild && row.placementForm !== "family-home";
    if (research || child || row.agreement) [outcome, tail] = ["transfer", false];
  } else {
    const placed =
      row.documentFrom === "child-placement" &&
      (row.statute !== "LSS" || row.placementForm === "family-home");
    if (research || placed) return { outcome: "preserve", status: "settled" };
    duty = row.event && addYears(row.event, 5);
  }
  if (duty === undefined) return { outcome, status: "pending" };
  let earliest = addDays(duty, 1);
  if (
    row.holder === "social-board" &&
    row.statute !== "LSS" &&
    row.documentFrom === "child-inquiry" &&
    row.closed &&
    row.born &&
    !isBefore(row.closed, reform)
  ) {
    const thirty = addYears(row.born, 30);
    if (isAfter(thirty, duty)) duty = thirty;
    if (isAfter(thirty, earliest)) earliest = thirty;
  }
  const latest = tail ? endOfYear(addYears(duty, 1)) : undefined;
  const status = isBefore(asOf, earliest)
    ? "running"
    : latest !== undefined && isAfter(asOf, latest)
      ? "overdue"
      : "due";
  return { outcome, status, earliest, ...(latest === undefined ? {} : { latest }) };
}

const is = (fact: string, value: unknown): { fact: string; operator: string; value: unknown } => ({
  fact,
  operator: "equal",
  value,
});
const research = {
  any: [
    { fact: "birthDay", operator: "in", value: [5, 15, 25] },
    { fact: "municipality", operator: "in", value: areas },
  ],
};
const file = { fact: "recordType", operator: "in", value: ["case-file", "register-entry"] };
const board = is("holder", "social-board");
const provider = is("holder", "private-provider");

function rule(type: string, priority: number, ...all: object[]): RuleProperties {
  return { conditions: { all } as RuleProperties["conditions"], event: { type }, priority };
}

/** Outcomes only: no dates, no windows, no reasons. */
export function jsonRules(): (row: DateRow) => Promise<string> {
  const engine = new JsonRules(
    [
      rule("preserve", 9, board, is("recordType", "application")),
      rule("preserve", 9, board, file, research),
      rule("preserve", 9, board, file, is("documentFrom", "child-placement"), is("statute", "SoL")),
      rule(
        "preserve",
        9,
        board,
        file,
        is("documentFrom", "child-placement"),
        is("placementForm", "family-home"),
      ),
      rule("transfer", 8, provider, file, research),
      rule("transfer", 8, provider, file, is("agreement", true)),
      rule("transfer", 8, provider, file, is("statute", "SoL"), is("subjectIsChild", true), {
        fact: "placementForm",
        operator: "notEqual",
        value: "family-home",
      }),
      rule("dispose", 1, is("recordType", "bookkeeping")),
      rule("dispose", 1, board, file),
      rule("dispose", 1, provider, file),
    ],
    { allowUndefinedFacts: true },
  );
  return async (row) => {
    const { events } = await engine.run({ ...row });
    const types = new Set(events.map((event) => event.type));
    return ["preserve", "transfer", "dispose"].find((type) => types.has(type)) ?? "none";
  };
}

/** The same outcomes as one first-hit decision table. */
export function zenTable(): (row: DateRow) => Promise<string> {
  const fields = [
    "holder",
    "recordType",
    "statute",
    "documentFrom",
    "placementForm",
    "subjectIsChild",
    "agreement",
    "birthDay",
    "municipality",
  ];
  const lines: [Record<string, string>, string][] = [
    [{ holder: '"social-board"', recordType: '"application"' }, "preserve"],
    [{ recordType: '"bookkeeping"' }, "dispose"],
    [{ holder: '"social-board"', birthDay: "5, 15, 25" }, "preserve"],
    [{ holder: '"social-board"', municipality: '"0580", "1480"' }, "preserve"],
    [{ holder: '"social-board"', documentFrom: '"child-placement"', statute: '"SoL"' }, "preserve"],
    [
      { holder: '"social-board"', documentFrom: '"child-placement"', placementForm: '"family-home"' },
      "preserve",
    ],
    [{ holder: '"private-provider"', birthDay: "5, 15, 25" }, "transfer"],
    [{ holder: '"private-provider"', municipality: '"0580", "1480"' }, "transfer"],
    [{ holder: '"private-provider"', agreement: "true" }, "transfer"],
    [
      {
        holder: '"private-provider"',
        statute: '"SoL"',
        subjectIsChild: "true",
        placementForm: '"hvb", "supported-housing", "sheltered-housing"',
      },
      "transfer",
    ],
    [{}, "dispose"],
  ];
  const content = {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
      {
        id: "table",
        type: "decisionTableNode",
        name: "table",
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: "first",
          inputs: fields.map((field) => ({ id: field, name: field, field })),
          outputs: [{ id: "outcome", name: "outcome", field: "outcome" }],
          rules: lines.map(([cells, outcome], at) =>
            Object.fromEntries([
              ["_id", String(at)],
              ["outcome", `"${outcome}"`],
              ...fields.map((field) => [field, cells[field] ?? ""] as const),
            ]),
          ),
        },
      },
      { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "table", type: "edge" },
      { id: "2", sourceId: "table", targetId: "out", type: "edge" },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
  return async (row) => {
    const { event: _event, closed: _closed, born: _born, ...words } = row;
    const { result } = await decision.evaluate(words);
    return (result as { outcome: string }).outcome;
  };
}
