import { parseDate } from "@tillit/civil-time";
import { noticeHtml, noticeMarkdown, toNotice } from "@tillit/consent-legal-basis";
import { swedishLaw } from "@tillit/welfare-law";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { say, write, writeJson } from "../files/output.ts";
import { readActivities } from "./activities.ts";

export type NoticeOptions = CommonOptions & {
  readonly article: "13" | "14";
  readonly level: "full" | "short" | "easy-read";
  readonly format: "markdown" | "html" | "json";
  readonly on?: string;
};

/** `tillit policy notice`: the notice; exit 1 when a mandatory item has no answer, each named on standard error. */
export async function notice(file: string, options: NoticeOptions, io: Io): Promise<void> {
  const { article, format, lang, level } = options;
  const document = toNotice(await readActivities(file, io), {
    article: article === "13" ? 13 : 14,
    locale: lang,
    level,
    on: options.on === undefined ? io.today() : parseDate(options.on),
    national: swedishLaw,
  });
  if (format === "json") await writeJson(io, document);
  else
    await write(
      io.stdout,
      `${(format === "html" ? noticeHtml(document) : noticeMarkdown(document)).trimEnd()}\n`,
    );
  for (const { code, message } of document.missing) say(io, `tillit: ${code} ${message[lang]}`);
  if (document.missing.length > 0) io.end(exit.findings);
}
