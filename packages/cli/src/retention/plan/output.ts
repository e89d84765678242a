/** What a plan writes: lines as they are made, or numbers at the end. */
import {
  addDisposition,
  addEvaluation,
  type Disposition,
  type Engine,
  type Evaluation,
  makeSummary,
  NO_DAY,
  outcomes,
  parseDay,
  planHeader,
  planLine,
  type Rejected,
  type Summary,
  summaryGroups,
  summaryYears,
} from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";
import { write } from "../../files/output.ts";
import type { CsvArguments } from "../records/csv-input.ts";
import { reasonOf, sayRejected } from "../records/left-out.ts";
import { planReport } from "./report.ts";
import { type PlanNumbers, planTable } from "./table.ts";

const UNDETERMINED = outcomes.indexOf("undetermined");

export type PlanOptions = CommonOptions &
  CsvArguments & {
    readonly asOf: string;
    readonly rules: string;
    readonly horizon: string;
    readonly format: "ndjson" | "csv" | "table" | "json" | "html";
  };

function isOpen({ outcome, parts = [] }: Disposition): boolean {
  return outcome === "undetermined" || parts.some(isOpen);
}

/** The facts that a record, or a part of it, is undetermined for. */
function missingIn({ missing = [], parts = [] }: Disposition): readonly string[] {
  return [...missing, ...parts.flatMap((part) => missingIn(part))];
}

/** Years ahead that a table shows, from `10y`. */
export function horizonOf(text: string): number {
  const years = /^(\d{1,2})y$/.exec(text)?.[1];
  if (years === undefined) throw new CommandError("HORIZON_MALFORMED", "a horizon is written as 10y");
  return Number(years);
}

/** A record that could not be read, and the line it stands on. */
export type RejectedLine = Rejected & { readonly line?: number };

/** Collects the numbers and what is still to be written; lines go out as they are made. */
export class Output {
  open = 0;
  private readonly io: Io;
  private readonly options: PlanOptions;
  private first = true;
  private readonly numbers = new Map<string, number>();
  private readonly summary: Summary = makeSummary();
  private readonly missing = new Map<string, number>();
  private readonly rejected = new Map<string, number>();

  constructor(io: Io, options: PlanOptions) {
    this.io = io;
    this.options = options;
  }

  async begin(): Promise<void> {
    if (this.options.format === "csv") await write(this.io.stdout, planHeader);
    if (this.options.format === "json") await write(this.io.stdout, "[");
  }

  /** Writes one answer in the format asked for, or counts it. */
  async add(answer: Disposition | RejectedLine, engine: Engine): Promise<void> {
    const { format } = this.options;
    if ("rejected" in answer) this.reject(answer);
    else this.note(answer);
    if (format === "ndjson") return write(this.io.stdout, `${JSON.stringify(answer)}\n`);
    if (format === "json") {
      const before = this.first ? "\n" : ",\n";
      this.first = false;
      return write(this.io.stdout, `${before}${JSON.stringify(answer)}`);
    }
    if ("rejected" in answer) return;
    if (format === "csv") return write(this.io.stdout, planLine(answer));
    addDisposition(
      this.summary,
      answer,
      this.numberOf(answer, engine),
      answer.earliest === undefined ? NO_DAY : parseDay(answer.earliest),
    );
  }

  /** Counts the rows of a batch, for the formats that only count. */
  addBatch(evaluation: Evaluation, dispositionOf: (row: number) => Disposition): void {
    addEvaluation(this.summary, evaluation);
    for (let row = 0; row < evaluation.length; row++)
      if (evaluation.outcome[row] === UNDETERMINED) this.note(dispositionOf(row));
  }

  /** Counts the rows that could not be determined, where the lines themselves say why. */
  countOpen({ outcome, length }: Evaluation): void {
    for (let row = 0; row < length; row++) if (outcome[row] === UNDETERMINED) this.open += 1;
  }

  private note(answer: Disposition): void {
    if (!isOpen(answer)) return;
    this.open += 1;
    for (const name of new Set(missingIn(answer))) this.missing.set(name, (this.missing.get(name) ?? 0) + 1);
  }

  private reject({ rejected, at, meant }: Rejected): void {
    this.open += 1;
    const reason = reasonOf(rejected, at, meant, this.options.lang);
    this.rejected.set(reason, (this.rejected.get(reason) ?? 0) + 1);
  }

  /** Says why records were rejected, where the lines that were written do not. */
  sayRejected(): void {
    const { format } = this.options;
    if (format === "ndjson" || format === "json") return;
    sayRejected(this.io, this.options.lang, "record", this.rejected);
  }

  private numberOf({ deciding }: Disposition, engine: Engine): number {
    if (this.numbers.size === 0)
      for (let number = 1, ref = engine.ruleRef(number); ref !== undefined; ref = engine.ruleRef(++number))
        this.numbers.set(`${ref.rule} ${ref.version}`, number);
    return deciding === undefined ? 0 : (this.numbers.get(`${deciding.rule} ${deciding.version}`) ?? 0);
  }

  async end(engine: Engine, rejected: number): Promise<void> {
    const { format, asOf, horizon, lang } = this.options;
    if (format === "json") return write(this.io.stdout, "\n]\n");
    if (format !== "table" && format !== "html") return;
    const numbers: PlanNumbers = {
      asOf,
      horizon: horizonOf(horizon),
      total: this.summary.total,
      rejected: rejected + [...this.rejected.values()].reduce((sum, count) => sum + count, 0),
      missing: [...this.missing]
        .map(([name, units]) => ({ name, units }))
        .toSorted((x, y) => y.units - x.units),
      groups: summaryGroups(this.summary),
      years: summaryYears(this.summary),
    };
    await write(
      this.io.stdout,
      format === "table" ? planTable(engine, numbers, lang) : planReport(engine, numbers, lang),
    );
  }
}
