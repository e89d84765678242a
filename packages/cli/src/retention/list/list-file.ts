/** Disposal lists and commands as files. */
import {
  type DisposalList,
  type ListFileCommand,
  parseList,
  parseListCommand,
  RetentionError,
} from "@tillit/retention-policy";
import { readJson, readJsonLines, valueOf } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { packageSentences } from "../../language/package-sentences-sv.ts";

/**
 * A disposal list from a file.
 *
 * @throws RetentionError `LIST_MALFORMED`, and as {@link readJson}
 */
export async function readList(io: Io, file: string): Promise<DisposalList> {
  return parseList(await readJson(io, file));
}

/**
 * Commands from a file, one JSON object a line.
 *
 * @throws CommandError `INPUT_NOT_JSON`, `JSON_DUPLICATE_KEY`, `INPUT_NOT_UTF8`, `COMMAND_MALFORMED`
 */
export async function* readCommands(io: Io, file: string): AsyncGenerator<ListFileCommand> {
  for await (const line of readJsonLines(io, file)) yield commandOf(line.line, valueOf(line));
}

function commandOf(line: number, value: unknown): ListFileCommand {
  try {
    return parseListCommand(value);
  } catch (error) {
    if (!(error instanceof RetentionError)) throw error;
    const { code, message, at = "" } = error;
    const place = at === "" ? "" : ` (${at})`;
    throw new CommandError(
      code,
      `line ${line}: ${message}${place}`,
      exit.wrongUse,
      `rad ${line}: ${packageSentences[code] ?? message}${place}`,
    );
  }
}
