import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { write, writeJson } from "../files/output.ts";
import type { CsvArguments } from "./records/csv-input.ts";
import { findRecord } from "./records/find-record.ts";
import { engineOf } from "./rules/rule-set.ts";

export type ExplainOptions = CommonOptions &
  CsvArguments & {
    readonly id: string;
    readonly asOf: string;
    readonly rules: string;
    readonly format: "text" | "json";
  };

/** `tillit retention explain`: sentences, one a line; exit 3 when the record could not be determined. */
export async function explain(file: string | undefined, options: ExplainOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const facts = await findRecord(engine, file, options, io);
  const explanation = engine.explain(facts, options.asOf);
  if (options.format === "json") {
    const { facts: _facts, ...rest } = explanation;
    await writeJson(io, rest);
  } else await write(io.stdout, `${engine.sentences(explanation, options.lang, true).join("\n")}\n`);
  if (explanation.disposition.outcome === "undetermined") io.end(exit.partly);
}
