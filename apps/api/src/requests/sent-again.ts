/** A request whose answer was lost is sent once more: its key says that it is the same one. */
import type { CaseState } from "@tillit/dsar-workflow";
import type { RequestRow, Unit } from "@tillit/record-store";
import { createHash } from "node:crypto";
import type { Deps } from "../deps.ts";
import { load } from "../kernel/load.ts";
import { Problem } from "../problem.ts";
import { foldRequest } from "./row.ts";

/** The id of what one sender sends with one key; without a key nothing else will ever have it. */
export function requestIdFor(deps: Deps, sender: string, key: string | undefined): string {
  const random = key === undefined ? Buffer.from(deps.random(10)) : undefined;
  const hash =
    random ??
    createHash("sha256")
      .update(JSON.stringify(["request", sender, key]))
      .digest();
  return `r-${hash.toString("hex").slice(0, 20)}`;
}

/**
 * The request as it stands, where it has come before.
 *
 * @param given - what was said of it, so far as the sender said it
 * @throws Problem IDEMPOTENCY_KEY_USED where something else was sent · GONE where it has been destroyed since
 */
export async function receivedBefore(
  unit: Unit,
  id: string,
  given: Partial<Pick<CaseState, "matter" | "right" | "channel" | "receivedOn">>,
): Promise<RequestRow | undefined> {
  const events = await load(unit, "request", id);
  // As it came: what has become of it since is another matter.
  const came = foldRequest(events.slice(0, 1));
  if (came.phase === "none") return undefined;
  const same = { ...came, ...given };
  if (same.matter !== came.matter || same.right !== came.right) throw new Problem("IDEMPOTENCY_KEY_USED");
  if (same.channel !== came.channel || same.receivedOn !== came.receivedOn)
    throw new Problem("IDEMPOTENCY_KEY_USED");
  const row = await unit.projections.request(id);
  if (row === undefined) throw new Problem("GONE");
  return row;
}
