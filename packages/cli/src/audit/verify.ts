import type { LogVerdict } from "@tillit/audit-chain";
import type { Io } from "../console/io.ts";
import { exit } from "../console/outcome.ts";
import { say, writeJson } from "../files/output.ts";
import { followEvents } from "./events.ts";
import { followLog, type LogOptions } from "./follow-log.ts";

/** The first fault as JSON, and exit code 1. */
export async function writeFault(io: Io, verdict: LogVerdict & { readonly ok: false }): Promise<void> {
  const { code, line, from, to } = verdict.fault;
  await writeJson(io, {
    valid: false,
    code,
    line,
    firstBadEntry: from,
    ...(to > from && { lastBadEntry: to }),
  });
  io.end(exit.findings);
}

/** What is proven about a log; keys it was handed over to are named where there are any. */
export function proven({ origin, size, root, key, handedOverTo }: LogVerdict & { readonly ok: true }) {
  return {
    valid: true,
    origin,
    size,
    root: Buffer.from(root).toString("base64"),
    key,
    ...(handedOverTo.length > 0 && { handedOverTo }),
  };
}

export function warnOfKey(io: Io, { key }: LogOptions): void {
  if (key === undefined)
    say(io, "tillit: the key was taken from the file; with --key the log is also proven to be its owner's");
}

/** `tillit audit verify`: the verdict as JSON; exit 1 with the first fault when the log does not hold. */
export async function verify(
  file: string | undefined,
  options: LogOptions & { readonly events?: boolean },
  io: Io,
): Promise<void> {
  const events = followEvents();
  const verdict = await followLog(file, options, io, options.events === true ? events.next : undefined);
  if (!verdict.ok) {
    await writeFault(io, verdict);
    return;
  }
  const told = options.events === true ? events.end() : undefined;
  const [first] = told?.faults ?? [];
  if (first !== undefined) {
    await writeJson(io, { valid: false, code: first.code, firstBadEntry: first.entry });
    io.end(exit.findings);
    return;
  }
  await writeJson(io, { ...proven(verdict), ...(told && { ...told.summary }) });
  warnOfKey(io, options);
}
