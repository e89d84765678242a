/** What has been destroyed stays destroyed: the log still knows it when the envelope is gone, and it is not kept anew. */
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";

/** Where a log knows an envelope by its id: handed in, handed over to this controller, or an answer to a request. */
const streams = ["application/", "transferred/", "export/"] as const;

/**
 * For an envelope that is not there and is about to be kept. One that was swept away before it was whole is in no log,
 * and is welcome again.
 *
 * @throws Problem GONE
 */
export async function refuseDestroyed(unit: Unit, record: string): Promise<void> {
  for (const stream of streams) {
    if ((await unit.log.load(stream + record)).length > 0) throw new Problem("GONE");
  }
}

/**
 * Words that an event of the stream names and that are not there any more were erased: the same ones are not taken in
 * again by repeating the command.
 *
 * @throws Problem GONE
 */
export async function refuseErasedWords(
  unit: Unit,
  stream: string,
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<void> {
  if ((await unit.envelopes.get(id)) !== undefined) return;
  const named = (await unit.log.load(stream)).some(({ data }) => data["words"] === digest);
  if (named) throw new Problem("GONE");
}
