import type { Facts } from "@tillit/retention-policy";
import { readLines } from "../input.ts";
import type { Io } from "../io.ts";

/** A line of the input: facts to try, or a line that is no JSON object. */
export type RecordLine = { readonly line: number; readonly facts: Facts | undefined };

/** The records of NDJSON input; empty lines are passed over. The engine checks what is in them. */
export async function* readRecords(io: Io, file: string | undefined): AsyncGenerator<RecordLine> {
  let line = 0;
  for await (const text of readLines(io, file)) {
    line += 1;
    if (text.trim() === "") continue;
    yield { line, facts: factsIn(text) };
  }
}

function factsIn(text: string): Facts | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Facts)
      : undefined;
  } catch {
    return undefined;
  }
}
