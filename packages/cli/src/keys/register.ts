import type { Command } from "commander";
import { several } from "../audit/register.ts";
import type { Io } from "../console/io.ts";
import type { KeysOptions } from "./verify.ts";

export function register(program: Command, io: Io): void {
  const keys = program.command("keys").description("the public log of controllers' key documents");
  keys
    .command("verify")
    .description("check an exported key log: nothing removed, every document signed by its roots and newer")
    .argument("[file]", "exported key log (/api/keys/log); left out or - reads standard input")
    .option(
      "--key <key>",
      "the log's public key, got by another way than the file; may be given again",
      several,
    )
    .option("--since <checkpoint>", "file with a checkpoint kept from earlier, which the log must continue")
    .option("--pins <file>", "file with pinned roots: {pins: {controller: {roots, threshold}}}")
    .option("--document <file>", "a key document one was given: it must be in the log")
    .action(async (file: string | undefined, options: KeysOptions) => {
      const { verify } = await import("./verify.ts");
      await verify(file, options, io);
    });
}
