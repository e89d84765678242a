import { type Command, Option } from "commander";
import type { Io } from "../console/io.ts";
import type { DeadlineOptions } from "./deadline.ts";

export function register(program: Command, io: Io): void {
  const dsar = program.command("dsar").description("deadlines of data subjects' requests");
  dsar
    .command("deadline")
    .description("the last day to answer, to extend and to appeal, with the statute behind each date")
    .requiredOption("--received <date>", "the day the request came in, YYYY-MM-DD")
    .addOption(
      new Option("--controller <kind>", "whose answer it is")
        .choices(["public-authority", "private-provider"])
        .default("public-authority"),
    )
    .option("--extended", "two further months have been taken by a notice in time")
    .option(
      "--pause <from..to>",
      "the clock stood still, from the question to the sufficient answer; may be repeated",
      (text: string, earlier: readonly string[]) => [...earlier, text],
      [],
    )
    .option("--served <date>", "the day the person got the decision, YYYY-MM-DD")
    .action(async (_options: unknown, command: Command) => {
      const { deadline } = await import("./deadline.ts");
      await deadline(command.optsWithGlobals<DeadlineOptions>(), io);
    });
}
