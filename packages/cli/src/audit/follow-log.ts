/** Reads an exported log line by line: checks it, and hands each entry that holds so far to whoever wants to look at it. */
import {
  beginLog,
  type Checkpoint,
  endLog,
  type LogVerdict,
  type LogVerifier,
  nextLogLine,
  parseVerifier,
  verifyCheckpoint,
} from "@tillit/audit-chain";
import { readLines, readText } from "../files/input.ts";
import type { Io } from "../console/io.ts";
import { CommandError } from "../console/outcome.ts";

export interface LogOptions {
  readonly key?: readonly string[];
  readonly since?: string;
}

/** The checkpoint kept from earlier; its signature counts only with a key that the file did not bring along. */
async function knownCheckpoint(
  file: string | undefined,
  verifiers: readonly LogVerifier[] | undefined,
  io: Io,
): Promise<Checkpoint | undefined> {
  if (file === undefined) return undefined;
  if (verifiers === undefined) throw new CommandError("USAGE", "--since needs --key; see --help");
  return verifyCheckpoint(await readText(io, file), ...verifiers);
}

export async function followLog(
  file: string | undefined,
  { key, since }: LogOptions,
  io: Io,
  onEntry: (index: number, entry: Uint8Array) => void = () => {},
): Promise<LogVerdict> {
  const verifiers = key?.map(parseVerifier);
  const known = await knownCheckpoint(since, verifiers, io);
  let state = beginLog({ ...(verifiers && { verifiers }), ...(known && { known }) });
  for await (const line of readLines(io, file)) {
    const before = state.tree.size;
    state = nextLogLine(state, line);
    if (state.fault !== undefined) break;
    if (state.tree.size > before) onEntry(before, entryOf(line));
  }
  return endLog(state);
}

/** The line has been read as an entry already. */
function entryOf(line: string): Uint8Array {
  const { entry } = JSON.parse(line) as { readonly entry: string };
  return Buffer.from(entry, "base64");
}
