/** One record of a file, by its id. */
import type { Engine, Facts } from "@tillit/retention-policy";
import type { Io } from "../../console/io.ts";
import { CommandError } from "../../console/outcome.ts";
import { type CsvArguments, csvFacts, isCsv, Rejects } from "./csv-input.ts";
import { idTwice, type RefusedLine, sayLines } from "./left-out.ts";
import { readRecords } from "./json-lines.ts";

async function find(
  engine: Engine,
  file: string | undefined,
  options: CsvArguments & { readonly id: string },
  io: Io,
): Promise<Facts | undefined> {
  if (isCsv(file, options)) {
    const rejects = new Rejects(undefined, { lang: options.lang });
    const all = await csvFacts(engine, io, file, options, rejects);
    await rejects.close(io, options.lang);
    return all.find(({ id }) => id === options.id);
  }
  const refused: RefusedLine[] = [];
  let found: Facts | undefined;
  for await (const read of readRecords(io, file))
    if (read.refused === "ID_TWICE") throw idTwice(read.line);
    else if (read.refused !== undefined) refused.push(read);
    else if (read.facts.id === options.id) found = read.facts;
  sayLines(io, options.lang, refused);
  return found;
}

/**
 * The record with the id that was asked for.
 *
 * @throws CommandError `RECORD_NOT_FOUND`, `ID_TWICE`
 */
export async function findRecord(
  engine: Engine,
  file: string | undefined,
  options: CsvArguments & { readonly id: string },
  io: Io,
): Promise<Facts> {
  const found = await find(engine, file, options, io);
  if (found === undefined) throw new CommandError("RECORD_NOT_FOUND", "no record has this id");
  return found;
}
