import {
  beginLog,
  type Checkpoint,
  endLog,
  type LogVerifier,
  nextLogLine,
  parseVerifier,
  verifyCheckpoint,
} from "@tillit/audit-chain";
import { readLines, readText } from "../input.ts";
import type { Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { say, writeJson } from "../output.ts";

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

/** `tillit audit verify`: the verdict as JSON; exit 1 with the first fault when the log does not hold. */
export async function verify(
  file: string | undefined,
  options: { readonly key?: string; readonly since?: string },
  io: Io,
): Promise<void> {
  const verifiers = options.key === undefined ? undefined : [parseVerifier(options.key)];
  const known = await knownCheckpoint(options.since, verifiers, io);
  let state = beginLog({ ...(verifiers && { verifiers }), ...(known && { known }) });
  for await (const line of readLines(io, file)) {
    state = nextLogLine(state, line);
    if (state.fault !== undefined) break;
  }
  const verdict = endLog(state);
  if (!verdict.ok) {
    const { code, line, from, to } = verdict.fault;
    await writeJson(io, {
      valid: false,
      code,
      line,
      firstBadEntry: from,
      ...(to > from && { lastBadEntry: to }),
    });
    io.end(exit.findings);
    return;
  }
  const { origin, size, root, key } = verdict;
  await writeJson(io, { valid: true, origin, size, root: Buffer.from(root).toString("base64"), key });
  if (options.key === undefined) {
    say(io, "tillit: the key was taken from the file; with --key the log is also proven to be its owner's");
  }
}
