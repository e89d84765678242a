/** One record of a file, by its id. */
import type { Engine, Facts } from "@tillit/retention-policy";
import type { Io } from "../io.ts";
import { CommandError } from "../outcome.ts";
import { type CsvArguments, csvFacts, isCsv, Rejects } from "./csv-input.ts";
import { readRecords } from "./records.ts";

async function find(
  engine: Engine,
  file: string | undefined,
  options: CsvArguments & { readonly id: string },
  io: Io,
): Promise<Facts | undefined> {
  if (isCsv(file, options)) {
    const silent = new Rejects("-", {});
    return (await csvFacts(engine, io, file, options, silent)).find(({ id }) => id === options.id);
  }
  for await (const { facts } of readRecords(io, file)) if (facts?.id === options.id) return facts;
  return undefined;
}

/**
 * The record with the id that was asked for.
 *
 * @throws CommandError `RECORD_NOT_FOUND`
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
