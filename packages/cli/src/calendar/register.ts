import type { Command } from "commander";
import type { Io } from "../console/io.ts";

export function register(program: Command, io: Io): void {
  program
    .command("calendar")
    .description("what kind of day a date is in Sweden and for which law it is a working day")
    .argument("<date>", "YYYY-MM-DD")
    .action(async (date: string) => {
      const { calendar } = await import("./calendar.ts");
      await calendar(date, io);
    });
}
