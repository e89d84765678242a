import type { Disposition, Facts } from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../io.ts";
import { exit } from "../outcome.ts";
import { say, write } from "../output.ts";
import { readRecords } from "./records.ts";
import { engineOf } from "./rule-set.ts";

export type PlanOptions = CommonOptions & {
  readonly asOf: string;
  readonly rules: string;
  readonly format: "ndjson" | "json";
};

/** `tillit retention plan`: exit 3 when records were rejected or could not be determined. */
export async function plan(file: string | undefined, options: PlanOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const malformed: number[] = [];
  async function* facts(): AsyncGenerator<Facts> {
    for await (const record of readRecords(io, file)) {
      if (record.facts === undefined) malformed.push(record.line);
      else yield record.facts;
    }
  }
  const asArray = options.format === "json";
  let count = 0;
  let open = 0;
  if (asArray) await write(io.stdout, "[");
  for await (const answer of engine.stream(facts(), { asOf: options.asOf })) {
    if ("rejected" in answer || isOpen(answer)) open += 1;
    const separator = asArray ? (count === 0 ? "\n" : ",\n") : "";
    await write(io.stdout, `${separator}${JSON.stringify(answer)}${asArray ? "" : "\n"}`);
    count += 1;
  }
  if (asArray) await write(io.stdout, "\n]\n");
  for (const line of malformed) say(io, `tillit: line ${line} is not a JSON object`);
  if (malformed.length > 0 || open > 0) io.end(exit.partly);
}

function isOpen({ outcome, parts = [] }: Disposition): boolean {
  return outcome === "undetermined" || parts.some(isOpen);
}
