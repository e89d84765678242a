import { type Command, Option } from "commander";
import nodeModule from "node:module";
import type { Io } from "../console/io.ts";

const recordsArgument = "records, one JSON object a line or CSV; left out or - reads standard input";
const asOfOption = "the day asked about, YYYY-MM-DD";
const rulesOption = "rule set: se/socialtjanst, claim/<organisation> or a file";
const swedish = "se/socialtjanst";

/** The options of every command that reads records. */
function records(command: Command): Command {
  return command
    .option("--map <file>", "how CSV columns become facts")
    .addOption(new Option("--input <form>", "form of the records").choices(["csv", "ndjson"]))
    .addOption(new Option("--encoding <name>", "of CSV").choices(["utf-8", "windows-1252"]))
    .option("--delimiter <character>", "of CSV; tab for a tab; guessed from the header")
    .option("--rejected <file>", "where rejected CSV rows go; beside the input when left out")
    .option("--force", "overwrite files that exist");
}

function format(choices: readonly string[]): Option {
  return new Option("--format <format>", "form of the answer").choices(choices).default(choices[0]);
}

/** Runs a command of a module that is loaded when it is needed. */
function action(command: Command, run: (args: readonly string[], options: never) => Promise<void>): void {
  command.action(async (...all: unknown[]) => {
    // Node keeps the compiled engine and rules between runs; where it cannot (Node 20), nothing is lost.
    nodeModule.enableCompileCache?.();
    const self = all.at(-1) as Command;
    await run(all.slice(0, -2) as string[], self.optsWithGlobals() as never);
  });
}

export function register(program: Command, io: Io): void {
  const retention = program
    .command("retention")
    .description("what must go, stay or move, when, and by which provision");

  const plan = records(retention.command("plan"))
    .description("one disposition a record, or the whole in numbers")
    .argument("[file]", recordsArgument)
    .requiredOption("--as-of <date>", asOfOption)
    .option("--rules <name|file>", rulesOption, swedish)
    .option("--horizon <years>", "years ahead in tables and reports", "10y")
    .addOption(format(["ndjson", "csv", "table", "json", "html"]));
  action(plan, async ([file], options) => (await import("./plan/plan.ts")).plan(file, options, io));

  const explain = records(retention.command("explain"))
    .description("the whole trace of one record, with citations, in words")
    .argument("[file]", recordsArgument)
    .requiredOption("--id <id>", "which record")
    .requiredOption("--as-of <date>", asOfOption)
    .option("--rules <name|file>", rulesOption, swedish)
    .addOption(format(["text", "json"]));
  action(explain, async ([file], options) => (await import("./explain.ts")).explain(file, options, io));

  const timeline = records(retention.command("timeline"))
    .description("every answer a record will get, with the first day of each")
    .argument("[file]", recordsArgument)
    .requiredOption("--id <id>", "which record")
    .option("--rules <name|file>", rulesOption, swedish)
    .addOption(format(["text", "ndjson"]));
  action(timeline, async ([file], options) => (await import("./timeline.ts")).timeline(file, options, io));

  const check = retention
    .command("check")
    .description("gaps, contradictions and stale sources of a rule set, each with a record that shows it")
    .argument("[rules]", rulesOption, swedish)
    .option("--today <date>", "the day of the check; today when left out")
    .option("--cases <file>", "case table; rules no case decides are reported")
    .addOption(format(["text", "ndjson"]));
  action(check, async ([rules = swedish], options) =>
    (await import("./rules/check.ts")).check(rules, options, io),
  );

  const test = retention
    .command("test")
    .description("runs case tables against a rule set")
    .argument("[rules]", rulesOption, swedish)
    .option("--cases <file>", "case table; those of the Swedish rules when left out")
    .addOption(format(["text", "ndjson"]));
  action(test, async ([rules = swedish], options) =>
    (await import("./rules/test-cases.ts")).test(rules, options, io),
  );

  const diff = records(retention.command("diff"))
    .description("what the second rule set moves, as written, over all combinations and over records")
    .argument("<before>", rulesOption)
    .argument("<after>", rulesOption)
    .option("--as-of <date>", asOfOption)
    .option("--records <file>", "records to compare over")
    .option("--within <fact=value...>", "compare only there", [])
    .option("--gate", "exit 1 where anything moves towards destruction")
    .addOption(format(["text", "json"]));
  action(diff, async ([before = "", after = ""], options) =>
    (await import("./rules/diff.ts")).diff(before, after, options, io),
  );

  const list = records(retention.command("list"))
    .description("drafts a disposal list of what is due")
    .argument("[file]", recordsArgument)
    .requiredOption("--as-of <date>", asOfOption)
    .requiredOption("--list-id <id>", "the list's id")
    .requiredOption("--author <reference>", "who drafts it, a reference and no name")
    .option("--median <units>", "units of an ordinary list, for the volume brake")
    .option("--rules <name|file>", rulesOption, swedish);
  action(list, async ([file], options) => (await import("./list/list.ts")).list(file, options, io));

  const move = records(retention.command("move"))
    .description("applies review and execution commands, one JSON object a line, to a disposal list")
    .argument("<list>", "the list, a JSON file")
    .requiredOption("--commands <file>", "the commands")
    .option(
      "--records <file>",
      "all records as they are now, also those that others wait for; every item is decided again on the day of Begin",
    )
    .option("--rules <name|file>", rulesOption, swedish);
  action(move, async ([file = ""], options) => (await import("./list/list.ts")).moveList(file, options, io));

  const manifest = retention
    .command("manifest")
    .description("what a receiver gets of a disposal list, with checksums")
    .argument("<list>", "the list, a JSON file")
    .requiredOption("--receiver <name>", "who takes the records over, as the rules name it")
    .requiredOption("--checksums <file>", "SHA-256 in hexadecimal by record, a JSON file");
  action(manifest, async ([file = ""], options) =>
    (await import("./list/manifest.ts")).manifest(file, options, io),
  );

  const protocol = retention
    .command("protocol")
    .description("the Swedish protocol of an executed list, and its proof")
    .argument("<list>", "the executed list, a JSON file")
    .requiredOption("--executed <file>", "how it was executed, a JSON file")
    .requiredOption("--key-file <file>", "key under which record ids are hidden")
    .option("--proof <file>", "where the proof goes")
    .option("--leaves <file>", "where the leaves go")
    .option("--force", "overwrite files that exist")
    .option("--rules <name|file>", rulesOption, swedish);
  action(protocol, async ([file = ""], options) =>
    (await import("./list/protocol.ts")).protocol(file, options, io),
  );

  const verify = retention
    .command("verify")
    .description("whether a disposal proof holds, and whether a record was in it")
    .argument("<proof>", "the proof, a JSON file")
    .argument("<leaves>", "its leaves, one JSON object a line")
    .option("--previous <proof>", "the proof before it")
    .option("--record <id>", "a record to look for")
    .option("--key-file <file>", "key under which record ids are hidden");
  action(verify, async ([proof = "", leaves = ""], options) =>
    (await import("./list/protocol.ts")).verify(proof, leaves, options, io),
  );

  const archive = retention
    .command("package")
    .description(
      "opened content as an information package for an archive (E-ARK CSIP, FGS Paketstruktur 2.0)",
    )
    .argument("<folder>", "folder with the opened content")
    .requiredOption("--metadata <file>", "what the API says about the record (archive-metadata), a JSON file")
    .requiredOption("--id <id>", "the package's identifier, and the name of its folder")
    .requiredOption("--out <folder>", "where the package's folder goes")
    .option("--created <time>", "when it is made, RFC 3339; now when left out")
    .option("--agreement <reference>", "the submission agreement")
    .option("--documentation <folder>", "documentation of the content, to enclose")
    .option(
      "--schemas <folder>",
      "schemas to enclose, where the archive wants those of METS and PREMIS inside",
    );
  action(archive, async ([folder = ""], options) =>
    (await import("./list/archive-package.ts")).makePackage(folder, options, io),
  );

  const answer = retention
    .command("answer")
    .description("the reference engine of the conformance kit: questions in, dispositions out, a line each")
    .argument("[file]", "questions {id, asOf, facts}, one JSON object a line")
    .option("--rules <name|file>", rulesOption, swedish);
  action(answer, async ([file], options) =>
    (await import("./rules/conformance.ts")).answer(file, options, io),
  );

  const conformance = retention
    .command("conformance")
    .description("runs another engine against the case tables")
    .requiredOption("--engine <command>", "command that reads questions and writes dispositions")
    .option("--cases <file>", "cases, one JSON object a line; those of the Swedish rules when left out");
  action(conformance, async (_, options) =>
    (await import("./rules/conformance.ts")).conformance(options, io),
  );
}
