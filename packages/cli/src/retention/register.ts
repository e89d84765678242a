import { type Command, Option } from "commander";
import type { Io } from "../io.ts";
import type { ExplainOptions } from "./explain.ts";
import type { PlanOptions } from "./plan.ts";

const recordsArgument = "records, one JSON object a line; left out or - reads standard input";
const asOfOption = "the day asked about, YYYY-MM-DD";

export function register(program: Command, io: Io): void {
  const retention = program
    .command("retention")
    .description("what must go, stay or move, when, and by which provision");

  retention
    .command("plan")
    .description("one disposition a record")
    .argument("[file]", recordsArgument)
    .requiredOption("--as-of <date>", asOfOption)
    .option("--rules <name|file>", "rule set", "se/socialtjanst")
    .addOption(
      new Option("--format <format>", "form of the answer").choices(["ndjson", "json"]).default("ndjson"),
    )
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      const { plan } = await import("./plan.ts");
      await plan(file, command.optsWithGlobals<PlanOptions>(), io);
    });

  retention
    .command("explain")
    .description("the whole trace of one record, with citations, in words")
    .argument("[file]", recordsArgument)
    .requiredOption("--id <id>", "which record")
    .requiredOption("--as-of <date>", asOfOption)
    .option("--rules <name|file>", "rule set", "se/socialtjanst")
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      const { explain } = await import("./explain.ts");
      await explain(file, command.optsWithGlobals<ExplainOptions>(), io);
    });
}
