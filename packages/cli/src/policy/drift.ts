import { parseDate } from "@tillit/civil-time";
import { drift as compare, driftMarkdown, toNotice } from "@tillit/consent-legal-basis";
import { swedishLaw } from "@tillit/welfare-law";
import { readText } from "../files/input.ts";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { write, writeJson } from "../files/output.ts";
import { readActivities } from "./activities.ts";

export type DriftOptions = CommonOptions & {
  readonly published: string;
  readonly format: "markdown" | "json";
  readonly on?: string;
};

/** `tillit policy drift`: what the published text no longer says, and what follows; exit 1 when the content differs. */
export async function drift(file: string, options: DriftOptions, io: Io): Promise<void> {
  const { format, lang, published } = options;
  const current = toNotice(await readActivities(file, io), {
    article: 13,
    locale: lang,
    level: "full",
    on: options.on === undefined ? io.today() : parseDate(options.on),
    national: swedishLaw,
  });
  const report = compare(await readText(io, published), current);
  if (format === "json") await writeJson(io, report);
  else await write(io.stdout, driftMarkdown(report, lang));
  if (report.change === "material") io.end(exit.findings);
}
