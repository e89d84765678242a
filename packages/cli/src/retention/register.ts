import type { Command } from "commander";
import type { Io } from "../io.ts";

export function register(program: Command, _io: Io): void {
  program.command("retention").description("what must go, stay or move, when, and by which provision");
}
