/** Records of either form as values, for the commands that need every record at once. */
import type { Engine, Facts } from "@tillit/retention-policy";
import type { Io } from "../../console/io.ts";
import { exit } from "../../console/outcome.ts";
import { type CsvArguments, csvFacts, isCsv, Rejects } from "./csv-input.ts";
import { idTwice, type RefusedLine, sayLines } from "./left-out.ts";
import { readRecords } from "./json-lines.ts";

/**
 * All readable records; what is not readable is said, kept where it is CSV, and the command ends with 3.
 *
 * @throws CommandError `ID_TWICE`: with all records at hand there is no telling which of two is right
 */
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
    await rejects.close(io, options.lang);
    if (rejects.count > 0) io.end(exit.partly);
    return facts;
  }
  const all: Facts[] = [];
  const refused: RefusedLine[] = [];
  for await (const read of readRecords(io, file)) {
    if (read.refused === undefined) all.push(read.facts);
    else if (read.refused === "ID_TWICE") throw idTwice(read.line);
    else refused.push(read);
  }
  sayLines(io, options.lang, refused);
  if (refused.length > 0) io.end(exit.partly);
  return all;
}
