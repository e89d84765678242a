/** Standard output that takes nothing more. */
import { writeSync } from "node:fs";
import { exit, type ExitCode } from "./exit-code.ts";
import type { CommonOptions } from "./io.ts";
import { errorText } from "./outcome.ts";

const standardError = 2;

/**
 * Says why, and gives the code to end with.
 *
 * @param ending - what the process would have ended with
 */
export function failedOutput(error: Error, ending: ExitCode, options: CommonOptions): ExitCode {
  // A reader that has seen enough (`tillit … | head`) is no failure.
  if ("code" in error && error.code === "EPIPE") return ending;
  try {
    // The process ends at once, and a stream might not be written by then.
    writeSync(standardError, errorText(error, options));
  } catch {
    // Where messages go is full as well (`2>&1`): the exit code still tells.
  }
  return ending > exit.wrongUse ? ending : exit.wrongUse;
}
