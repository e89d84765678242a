import { parseDate } from "@tillit/civil-time";
import { recordCsv, recordHtml, recordJson, toArticle30, toJsonLd } from "@tillit/consent-legal-basis";
import { swedishLaw } from "@tillit/welfare-law";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { say, write, writeJson } from "../files/output.ts";
import { readActivities } from "./activities.ts";

export type RecordOptions = CommonOptions & {
  readonly format: "csv" | "html" | "json" | "dpv";
  readonly on?: string;
};

/** `tillit policy record`: the record of Art. 30, or the register in DPV; exit 1 when a field is missing. */
export async function record(file: string, options: RecordOptions, io: Io): Promise<void> {
  const { format, lang } = options;
  const activities = await readActivities(file, io);
  if (format === "dpv") {
    await writeJson(io, toJsonLd(activities, { national: swedishLaw }));
    return;
  }
  const made = toArticle30(activities, {
    locale: lang,
    ...(options.on === undefined ? {} : { on: parseDate(options.on) }),
  });
  const render = { csv: recordCsv, html: recordHtml, json: recordJson }[format];
  await write(io.stdout, render(made));
  for (const { code, path, message } of made.missing)
    say(io, `tillit: ${code} ${path.join(" ")}: ${message[lang]}`);
  if (made.missing.length > 0) io.end(exit.findings);
}
