import type { Command } from "commander";
import type { Io } from "../io.ts";

export function register(program: Command, io: Io): void {
  const audit = program
    .command("audit")
    .description("logs that prove what happened and that nothing was removed");
  audit
    .command("verify")
    .description("check an exported log against its signed checkpoints and name the first bad entry")
    .argument("[file]", "exported log; left out or - reads standard input")
    .option("--key <key>", "the log's public key (name+keyid+key), got by another way than the file")
    .option("--since <checkpoint>", "file with a checkpoint kept from earlier, which the log must continue")
    .action(async (file: string | undefined, options: { key?: string; since?: string }) => {
      const { verify } = await import("./verify.ts");
      await verify(file, options, io);
    });
}
