import { EnvelopeError } from "@tillit/crypto-envelope";
import { CommandError, exit, type ExitCode } from "../outcome.ts";

/** What is refused because opening it would not be safe, and not because it was asked for wrongly. */
const unsafe: ReadonlySet<string> = new Set([
  "SIGNATURE",
  "CONTEXT",
  "UNWRAP",
  "COMMITMENT",
  "CORRUPT",
  "TRUNCATED",
  "DIRECTORY",
  "POLICY",
]);

function exitFor(code: string): ExitCode {
  if (code === "SHREDDED") return exit.partly;
  return unsafe.has(code) ? exit.refused : exit.wrongUse;
}

/** Runs a task whose refusals by the envelope end the command with their code and the fitting exit code. */
export async function refusals(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new CommandError(error.code, error.message, exitFor(error.code));
  }
}
