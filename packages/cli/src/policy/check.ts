import { parseDate } from "@tillit/civil-time";
import {
  checkActivity,
  type CheckOptions as CheckingOptions,
  citeLaw,
  type ProcessingActivity,
} from "@tillit/consent-legal-basis";
import { knownRetention, swedishLaw } from "@tillit/welfare-law";
import type { CommonOptions, Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { write } from "../files/output.ts";
import { readActivities } from "./activities.ts";

export type CheckOptions = CommonOptions & { readonly on?: string; readonly declared?: boolean };

/** `tillit policy check`: one finding a line; exit 1 when one of them is an error. */
export async function check(file: string, options: CheckOptions, io: Io): Promise<void> {
  const { lang } = options;
  const on = options.on === undefined ? io.today() : parseDate(options.on);
  const retentionRules = knownRetention(on);
  // A register may name rules of its own; only the Swedish set's names are looked up.
  const optionsFor = ({ retentionRule }: ProcessingActivity): CheckingOptions =>
    retentionRule.startsWith("se/") ? { national: swedishLaw, retentionRules } : { national: swedishLaw };
  for (const activity of await readActivities(file, io, options.declared)) {
    for (const finding of checkActivity(activity, on, optionsFor(activity))) {
      const { code, severity, path, message, law, fix } = finding;
      const line = {
        activity: activity.id,
        code,
        severity,
        path,
        message: message[lang],
        law: law.map((ref) => ({ cite: citeLaw(ref, lang), inForce: ref.inForce })),
        fix: fix[lang],
      };
      await write(io.stdout, `${JSON.stringify(line)}\n`);
      if (severity === "error") io.end(exit.findings);
    }
  }
}
