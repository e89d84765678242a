import { checkRules } from "@tillit/retention-policy";
import type { CommonOptions, Io } from "../../console/io.ts";
import { exit } from "../../console/outcome.ts";
import { write } from "../../files/output.ts";
import { casesOf } from "./test-cases.ts";
import { rulesOf } from "./rule-set.ts";

export type CheckOptions = CommonOptions & {
  readonly today?: string;
  readonly cases?: string;
  readonly format: "text" | "ndjson";
};

const nothingFound = { sv: "tillit: inget att anmärka\n", en: "tillit: nothing found\n" };

/** `tillit retention check`: one diagnostic a line, each with a record that shows it; exit 1 where there is one. */
export async function check(rules: string, options: CheckOptions, io: Io): Promise<void> {
  const cases = await casesOf(rules, options.cases, io);
  const found = checkRules(await rulesOf(rules, io), {
    today: options.today ?? io.today(),
    ...(cases === undefined ? {} : { cases }),
  });
  for (const diagnostic of found) {
    const { severity, code, rules: concerned, message, witness } = diagnostic;
    await write(
      io.stdout,
      options.format === "ndjson"
        ? `${JSON.stringify(diagnostic)}\n`
        : `${severity} ${code} ${concerned.join(" ")}: ${message[options.lang]}\n  ${witness.asOf} ${JSON.stringify(witness.facts)}\n`,
    );
  }
  if (found.length === 0 && options.format === "text") await write(io.stderr, nothingFound[options.lang]);
  if (found.some(({ severity }) => severity !== "note")) io.end(exit.findings);
}
