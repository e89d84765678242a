import { type Command, Option } from "commander";
import type { Io } from "../console/io.ts";
import type { CheckOptions } from "./check.ts";
import type { ClaimsOptions } from "./claims.ts";
import type { DriftOptions } from "./drift.ts";
import type { LintOptions } from "./lint.ts";
import type { NoticeOptions } from "./notice.ts";
import type { RecordOptions } from "./record.ts";

const registerArgument =
  "register of processing activities as JSON, or the name of a profile; - is standard input";

export function register(program: Command, io: Io): void {
  const policy = program.command("policy").description("privacy policies as data: findings, notices, claims");

  policy
    .command("check")
    .description("is each processing lawful as described? findings with law and remedy, exit 1 on an error")
    .argument("<file>", registerArgument)
    .option("--on <date>", "the day whose law decides; today when left out")
    .option("--declared", "of a profile: the processing as its published text states it")
    .action(async (file: string, _options: unknown, command: Command) => {
      const { check } = await import("./check.ts");
      await check(file, command.optsWithGlobals<CheckOptions>(), io);
    });

  policy
    .command("notice")
    .description("the notice to people, from the register")
    .argument("<file>", registerArgument)
    .addOption(
      new Option("--article <n>", "13: data from the person, 14: from others")
        .choices(["13", "14"])
        .default("13"),
    )
    .addOption(
      new Option("--level <level>", "how much").choices(["full", "short", "easy-read"]).default("full"),
    )
    .addOption(
      new Option("--format <format>", "form").choices(["markdown", "html", "json"]).default("markdown"),
    )
    .option("--on <date>", "the day whose law is stated; today when left out")
    .action(async (file: string, _options: unknown, command: Command) => {
      const { notice } = await import("./notice.ts");
      await notice(file, command.optsWithGlobals<NoticeOptions>(), io);
    });

  policy
    .command("lint")
    .description("reads a Swedish policy text as a careful colleague would; exit 1 on an error")
    .argument("[file]", "plain text; left out or - reads standard input")
    .addOption(
      new Option("--kind <kind>", "whose text it is; worked out from its words when left out").choices([
        "public-authority",
        "private-provider",
      ]),
    )
    .option("--on <date>", "the day whose law and names count; today when left out")
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      const { lint } = await import("./lint.ts");
      await lint(file, command.optsWithGlobals<LintOptions>(), io);
    });

  policy
    .command("drift")
    .description("does a published notice still say what the register says? exit 1 when the content differs")
    .argument("<file>", registerArgument)
    .requiredOption(
      "--published <file>",
      "the text as published: HTML, Markdown or plain; in the language of --lang",
    )
    .addOption(new Option("--format <format>", "form").choices(["markdown", "json"]).default("markdown"))
    .option("--on <date>", "the day whose law is stated; today when left out")
    .action(async (file: string, _options: unknown, command: Command) => {
      const { drift } = await import("./drift.ts");
      await drift(file, command.optsWithGlobals<DriftOptions>(), io);
    });

  policy
    .command("record")
    .description("the record of processing (Art. 30) of a register, or the register in DPV; exit 1 on a gap")
    .argument("<file>", registerArgument)
    .addOption(new Option("--format <format>", "form").choices(["csv", "html", "json", "dpv"]).default("csv"))
    .option("--on <date>", "only what is valid on this day")
    .action(async (file: string, _options: unknown, command: Command) => {
      const { record } = await import("./record.ts");
      await record(file, command.optsWithGlobals<RecordOptions>(), io);
    });

  policy
    .command("claims")
    .description("what five published policies say, and where that differs from the law as we read it")
    .addOption(
      new Option("--document <number>", "only this one").choices(["000", "001", "002", "003", "004"]),
    )
    .option("--problems", "only claims with a doubt")
    .action(async (_options: unknown, command: Command) => {
      const { claims } = await import("./claims.ts");
      await claims(command.optsWithGlobals<ClaimsOptions>(), io);
    });
}
