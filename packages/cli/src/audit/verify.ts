import { beginLog, endLog, nextLogLine, parseVerifier } from "@tillit/audit-chain";
import { readLines } from "../input.ts";
import type { Io } from "../io.ts";
import { exit } from "../outcome.ts";
import { say, writeJson } from "../output.ts";

/** `tillit audit verify`: the verdict as JSON; exit 1 with the first fault when the log does not hold. */
export async function verify(
  file: string | undefined,
  options: { readonly key?: string },
  io: Io,
): Promise<void> {
  let state = options.key === undefined ? beginLog() : beginLog(parseVerifier(options.key));
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
