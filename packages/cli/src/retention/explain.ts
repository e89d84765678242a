import type { Engine, Facts } from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { write, writeJson } from "../output.ts";
import { type CsvArguments, csvFacts, isCsv, Rejects } from "./csv-input.ts";
import { readRecords } from "./records.ts";
import { engineOf } from "./rule-set.ts";

export type ExplainOptions = CommonOptions &
  CsvArguments & {
    readonly id: string;
    readonly asOf: string;
    readonly rules: string;
    readonly format: "text" | "json";
  };

async function find(
  engine: Engine,
  file: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<Facts | undefined> {
  if (isCsv(file, options)) {
    const silent = new Rejects("-", {});
    return (await csvFacts(engine, io, file, options, silent)).find(({ id }) => id === options.id);
  }
  for await (const { facts } of readRecords(io, file)) if (facts?.id === options.id) return facts;
  return undefined;
}

/** `tillit retention explain`: sentences, one a line; exit 3 when the record could not be determined. */
export async function explain(file: string | undefined, options: ExplainOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const facts = await find(engine, file, options, io);
  if (facts === undefined) throw new CommandError("RECORD_NOT_FOUND", "no record has this id");
  const explanation = engine.explain(facts, options.asOf);
  if (options.format === "json") {
    const { facts: _facts, ...rest } = explanation;
    await writeJson(io, rest);
  } else await write(io.stdout, `${engine.sentences(explanation, options.lang, true).join("\n")}\n`);
  if (explanation.disposition.outcome === "undetermined") io.end(exit.partly);
}
