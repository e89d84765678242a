import type { Command } from "commander";
import type { Io } from "../console/io.ts";

export function register(program: Command, io: Io): void {
  program
    .command("identity")
    .description("check a personnummer or samordningsnummer; without argument it is read from standard input")
    .argument("[number]", "10 or 12 digits; left out or - reads standard input, which shells do not remember")
    .action(async (number: string | undefined) => {
      const { identity } = await import("./identity.ts");
      await identity(number, io);
    });
}
