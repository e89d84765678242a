/** Records as JSON lines. The engine checks what is in them; here is seen to it that each is one, with an id of its own. */
import { type Facts, IdSet, isBlank } from "@tillit/retention-policy";
import { readJsonLines } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";

/** A line of the input: facts to try, or why there are none. */
export type RecordLine =
  | { readonly line: number; readonly facts: Facts; readonly refused?: undefined }
  | { readonly line: number; readonly refused: string };

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The records of NDJSON input; empty lines are passed over. A line is refused with `INPUT_NOT_JSON` (no JSON object),
 * `JSON_DUPLICATE_KEY`, `INPUT_NOT_UTF8`, `ID_EMPTY` or `ID_TWICE`.
 */
export async function* readRecords(io: Io, file: string | undefined): AsyncGenerator<RecordLine> {
  const seen = new IdSet();
  for await (const { line, value, refused } of readJsonLines(io, file)) {
    if (refused !== undefined) yield { line, refused };
    else if (!isObject(value)) yield { line, refused: "INPUT_NOT_JSON" };
    else {
      const { id } = value as { readonly id?: unknown };
      if (typeof id !== "string") yield { line, facts: value as Facts };
      else if (isBlank(id)) yield { line, refused: "ID_EMPTY" };
      else if (!seen.addText(id)) yield { line, refused: "ID_TWICE" };
      else yield { line, facts: value as Facts };
    }
  }
}
