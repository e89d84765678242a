import type { Command } from "commander";
import type { Io } from "../console/io.ts";
import type { AnswerOptions } from "./answer.ts";
import type { LogOptions } from "./follow-log.ts";

/** An option that may be given more than once. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function register(program: Command, io: Io): void {
  const audit = program
    .command("audit")
    .description("logs that prove what happened and that nothing was removed");
  audit
    .command("verify")
    .description("check an exported log against its signed checkpoints and name the first bad entry")
    .argument("[file]", "exported log; left out or - reads standard input")
    .option(
      "--key <key>",
      "the log's public key (name+keyid+key), got by another way than the file; may be given again",
      several,
    )
    .option("--since <checkpoint>", "file with a checkpoint kept from earlier, which the log must continue")
    .option(
      "--events",
      "look into the entries too: whether reviews, holds, disposals and keys fit together, and how many there are",
    )
    .action(async (file: string | undefined, options: LogOptions & { events?: boolean }) => {
      const { verify } = await import("./verify.ts");
      await verify(file, options, io);
    });
  audit
    .command("answer")
    .description(
      "check the proof of an answer from my pages: whose it is, since when, and which files are in it",
    )
    .argument("<proof>", "proof saved in my pages; - reads standard input")
    .argument("[files...]", "files of the answer, named as they were saved")
    .option(
      "--key <key>",
      "the public key of the controller's log, got by another way than the file; may be given again",
      several,
    )
    .action(async (file: string, files: readonly string[], options: AnswerOptions) => {
      const { answer } = await import("./answer.ts");
      await answer(file, files, options, io);
    });
}
