/** Records of either form as values, for the commands that need every record at once. */
import type { Engine, Facts } from "@tillit/retention-policy";
import type { Io } from "../io.ts";
import { exit } from "../outcome.ts";
import { say } from "../output.ts";
import { type CsvArguments, csvFacts, isCsv, Rejects } from "./csv-input.ts";
import { readRecords } from "./records.ts";

/** All readable records; what is not readable is said, kept where it is CSV, and the command ends with 3. */
export async function factsOf(
  engine: Engine,
  io: Io,
  file: string | undefined,
  options: CsvArguments,
): Promise<Facts[]> {
  if (isCsv(file, options)) {
    const rejects = new Rejects(file, options);
    await rejects.prepare(options);
    const facts = await csvFacts(engine, io, file, options, rejects);
    await rejects.close(io);
    if (rejects.count > 0) io.end(exit.partly);
    return facts;
  }
  const all: Facts[] = [];
  for await (const { facts, line } of readRecords(io, file)) {
    if (facts !== undefined) all.push(facts);
    else {
      say(io, `tillit: line ${line} is not a JSON object`);
      io.end(exit.partly);
    }
  }
  return all;
}
