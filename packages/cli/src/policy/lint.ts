import { parseDate } from "@tillit/civil-time";
import { type ControllerKind, citeLaw, lint as lintText, type LintReport } from "@tillit/consent-legal-basis";
import { swedishLaw } from "@tillit/welfare-law";
import { readText } from "../files/input.ts";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { say, write } from "../files/output.ts";

export type LintOptions = CommonOptions & { readonly kind?: ControllerKind; readonly on?: string };

const summary = {
  sv: ({ findings, sentences, kind }: LintReport) =>
    `fynd: ${findings.length}; meningar: ${sentences}; läst som text från ${kind === "private-provider" ? "en privat utförare" : "en myndighet"}`,
  en: ({ findings, sentences, kind }: LintReport) =>
    `findings: ${findings.length}; sentences: ${sentences}; read as the text of ${kind === "private-provider" ? "a private provider" : "an authority"}`,
};

/** `tillit policy lint`: one finding a line with the words that struck; exit 1 when one of them is an error. */
export async function lint(file: string | undefined, options: LintOptions, io: Io): Promise<void> {
  const { kind, lang } = options;
  const report = lintText(await readText(io, file), {
    on: options.on === undefined ? io.today() : parseDate(options.on),
    national: swedishLaw,
    ...(kind === undefined ? {} : { kind }),
  });
  for (const finding of report.findings) {
    const { code, severity, message, law, fix, quote, section, sentence, start, end, confidence } = finding;
    const line = {
      code,
      severity,
      section,
      sentence,
      start,
      end,
      quote,
      message: message[lang],
      law: law.map((ref) => ({ cite: citeLaw(ref, lang), inForce: ref.inForce })),
      fix: fix[lang],
      confidence,
    };
    await write(io.stdout, `${JSON.stringify(line)}\n`);
    if (severity === "error") io.end(exit.findings);
  }
  say(io, `tillit: ${summary[lang](report)}`);
}
