/** `tillit retention timeline`: every answer a record will get, with the first day of each. */
import type { Language } from "@tillit/law-reference";
import { type Disposition, outcomeWords, statusWords } from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../console/io.ts";
import { write } from "../files/output.ts";
import type { CsvArguments } from "./records/csv-input.ts";
import { findRecord } from "./records/find-record.ts";
import { engineOf } from "./rules/rule-set.ts";

export type TimelineOptions = CommonOptions &
  CsvArguments & { readonly id: string; readonly rules: string; readonly format: "text" | "ndjson" };

function line(from: string, disposition: Disposition, lang: Language): string {
  const { outcome, status, earliest, latest, deciding } = disposition;
  const window = earliest === undefined ? "" : `  ${earliest}–${latest ?? ""}`;
  return `${from}  ${outcomeWords[outcome][lang]}, ${statusWords[status][lang]}${window}  ${deciding?.rule ?? ""}`.trimEnd();
}

export async function timeline(file: string | undefined, options: TimelineOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const { segments } = engine.timeline(await findRecord(engine, file, options, io));
  const lines = segments.map((segment) =>
    options.format === "ndjson"
      ? JSON.stringify(segment)
      : line(segment.from, segment.disposition, options.lang),
  );
  await write(io.stdout, `${lines.join("\n")}\n`);
}
