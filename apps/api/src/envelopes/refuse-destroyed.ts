/** What has been destroyed stays destroyed: the log still knows it when the envelope is gone, and it is not kept anew. */
import { load } from "../kernel/load.ts";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";

/** Where a log knows an envelope by its id: handed in, handed over to this controller, or an answer to a request. */
const kinds = ["application", "transferred", "export"] as const;

/**
 * For an envelope that is not there and is about to be kept. One that was swept away before it was whole is in no log,
 * and is welcome again.
 *
 * @throws Problem GONE
 */
export async function refuseDestroyed(unit: Unit, record: string): Promise<void> {
  for (const kind of kinds) {
    if ((await load(unit, kind, record)).length > 0) throw new Problem("GONE");
  }
}

/**
 * Words that an entry of their story names and that are not there any more were erased: the same ones are not taken in
 * again by repeating the command.
 *
 * @throws Problem GONE
 */
export async function refuseErasedWords(
  unit: Unit,
  entries: readonly { readonly data: object }[],
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<void> {
  if ((await unit.envelopes.get(id)) !== undefined) return;
  const named = entries.some(({ data }) => "words" in data && data.words === digest);
  if (named) throw new Problem("GONE");
}
