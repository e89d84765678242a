/** How a command ends: the exit codes, and errors as one line with a code and never the input. */
import { CommanderError } from "commander";
import { exit, type ExitCode } from "./exit-code.ts";
import type { CommonOptions, Io } from "./io.ts";
import { packageSentences } from "../language/package-sentences-sv.ts";
import { sentences } from "../language/sentences-sv.ts";
import { usageSentence } from "./usage.ts";

export { exit };
export type { ExitCode };

/** A command that cannot go on. The message never contains the input. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: string;
  readonly exitCode: ExitCode;
  /** The same in Swedish, where the code alone does not tell it. */
  readonly swedish: string | undefined;

  constructor(code: string, message: string, exitCode: ExitCode = exit.wrongUse, swedish?: string) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
    this.swedish = swedish;
  }
}

type Line = {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  /** The same in Swedish, where the code alone does not tell it. */
  readonly swedish?: string | undefined;
};

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
  EDQUOT: { code: "DISK_FULL", message: "there is no room left to write", exitCode: exit.wrongUse },
  EEXIST: {
    code: "FILE_EXISTS",
    message: "the file exists already; --force overwrites it",
    exitCode: exit.refused,
  },
};

function lineOf(error: unknown): Line {
  if (error instanceof CommandError) return error;
  if (error instanceof CommanderError) {
    return {
      code: "USAGE",
      message: usageSentence(error, "en"),
      swedish: usageSentence(error, "sv"),
      exitCode: exit.wrongUse,
    };
  }
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  if (error instanceof Error && typeof code === "string") {
    const known = files[code];
    if (known !== undefined) return known;
    // The packages' errors: stable codes, messages free of input. Node's own quote what they were given.
    if (/^[A-Z][A-Z0-9_]+$/.test(code) && !code.startsWith("ERR_") && !("syscall" in error)) {
      const words = packageSentences[code];
      const message =
        "at" in error && typeof error.at === "string" && error.at !== ""
          ? `${error.message} (${error.at})`
          : error.message;
      const swedish = words === undefined ? {} : { swedish: `${words} (${message})` };
      return { code, message, ...swedish, exitCode: exit.wrongUse };
    }
  }
  return {
    code: "UNEXPECTED",
    message: "something unexpected happened; --debug shows it",
    exitCode: exit.wrongUse,
  };
}

/** The one line of an error, with `debug` its stack as well. */
export function errorText(error: unknown, { debug, lang }: CommonOptions): string {
  const { code, message, swedish } = lineOf(error);
  const text = lang === "sv" ? (swedish ?? sentences[code] ?? message) : message;
  const stack = debug && error instanceof Error ? `${error.stack ?? error.message}\n` : "";
  return `tillit: ${code} ${text}\n${stack}`;
}

/** Writes the line of an error and says how the process shall end. */
export function reportError(error: unknown, io: Io, options: CommonOptions): void {
  io.stderr.write(errorText(error, options));
  io.end(lineOf(error).exitCode);
}
