/** How a command ends: the exit codes, and errors as one line with a code and never the input. */
import { CommanderError } from "commander";
import { exit, type ExitCode } from "./exit-code.ts";
import type { CommonOptions, Io } from "./io.ts";
import { sentences } from "./sentences-sv.ts";

export { exit };
export type { ExitCode };

/** A command that cannot go on. The message never contains the input. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, exitCode: ExitCode = exit.wrongUse) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}

type Line = { readonly code: string; readonly message: string; readonly exitCode: ExitCode };

const files: Readonly<Record<string, Line>> = {
  ENOENT: { code: "FILE_NOT_FOUND", message: "a file or folder does not exist", exitCode: exit.wrongUse },
  ENOTDIR: { code: "FILE_NOT_FOUND", message: "a file or folder does not exist", exitCode: exit.wrongUse },
  EISDIR: {
    code: "FILE_IS_FOLDER",
    message: "a folder stands where a file is needed",
    exitCode: exit.wrongUse,
  },
  EACCES: { code: "FILE_NOT_ALLOWED", message: "a file may not be read or written", exitCode: exit.wrongUse },
  EPERM: { code: "FILE_NOT_ALLOWED", message: "a file may not be read or written", exitCode: exit.wrongUse },
  ENOSPC: { code: "DISK_FULL", message: "there is no room left to write", exitCode: exit.wrongUse },
  EEXIST: {
    code: "FILE_EXISTS",
    message: "the file exists already; --force overwrites it",
    exitCode: exit.refused,
  },
};

// Commander's own messages repeat what was typed, which may be a person's number.
const usage: Readonly<Record<string, string>> = {
  "commander.unknownOption": "there is no such option",
  "commander.unknownCommand": "there is no such command",
  "commander.missingArgument": "an argument is missing",
  "commander.missingMandatoryOptionValue": "a required option is missing",
  "commander.optionMissingArgument": "an option needs a value",
  "commander.excessArguments": "there are more arguments than the command takes",
  "commander.invalidArgument": "an argument or option has a value it cannot have",
  "commander.conflictingOption": "two options contradict each other",
};

function lineOf(error: unknown): Line {
  if (error instanceof CommandError) return error;
  if (error instanceof CommanderError) {
    const message = usage[error.code] ?? "the command was not understood";
    return { code: "USAGE", message: `${message}; see --help`, exitCode: exit.wrongUse };
  }
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  if (error instanceof Error && typeof code === "string") {
    const known = files[code];
    if (known !== undefined) return known;
    // The packages' errors: stable codes, messages free of input. Node's own quote what they were given.
    if (/^[A-Z][A-Z0-9_]+$/.test(code) && !code.startsWith("ERR_") && !("syscall" in error)) {
      return { code, message: error.message, exitCode: exit.wrongUse };
    }
  }
  return {
    code: "UNEXPECTED",
    message: "something unexpected happened; --debug shows it",
    exitCode: exit.wrongUse,
  };
}

/** Writes the one line of an error, with `debug` its stack as well, and says how the process shall end. */
export function reportError(error: unknown, io: Io, { debug, lang }: CommonOptions): void {
  const { code, message, exitCode } = lineOf(error);
  io.stderr.write(`tillit: ${code} ${(lang === "sv" ? sentences[code] : undefined) ?? message}\n`);
  if (debug && error instanceof Error) io.stderr.write(`${error.stack ?? error.message}\n`);
  io.end(exitCode);
}
