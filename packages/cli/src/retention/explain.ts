import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { write } from "../output.ts";
import { readRecords } from "./records.ts";
import { engineOf } from "./rule-set.ts";

export type ExplainOptions = CommonOptions & {
  readonly id: string;
  readonly asOf: string;
  readonly rules: string;
};

/** `tillit retention explain`: sentences, one a line; exit 3 when the record could not be determined. */
export async function explain(file: string | undefined, options: ExplainOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  for await (const { facts } of readRecords(io, file)) {
    if (facts?.id !== options.id) continue;
    const explanation = engine.explain(facts, options.asOf);
    await write(io.stdout, `${engine.sentences(explanation, options.lang, true).join("\n")}\n`);
    if (explanation.disposition.outcome === "undetermined") io.end(exit.partly);
    return;
  }
  throw new CommandError("RECORD_NOT_FOUND", "no record has this id");
}
