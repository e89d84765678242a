/** A record's hand-over as the sender's log keeps it: one stream for each record, offer after offer. */
import { activityOf } from "../kernel/activities.ts";
import type { JsonObject, StoredEvent, Unit } from "@tillit/record-store";

export function handoverStream(record: string): string {
  return `handover/${record}`;
}

/** The receiver's receipt: its log and the place of its own event in it. */
export async function receiptFor(unit: Unit, record: string): Promise<string | undefined> {
  const last = (await unit.log.load(handoverStream(record))).at(-1);
  if (last?.type !== "TransferAccepted") return undefined;
  const { receiver, index } = last.data as { readonly receiver: string; readonly index: number };
  return `${receiver}#${index}`;
}

export async function appendHandover(
  unit: Unit,
  record: string,
  {
    type,
    at,
    by,
    data,
    expected,
  }: { type: string; at: string; by: string; data: JsonObject; expected: number },
): Promise<StoredEvent> {
  const activity = activityOf(unit.controller);
  const [stored] = await unit.log.append(handoverStream(record), expected, [
    { type, at, by, activity, data },
  ]);
  if (stored === undefined) throw new Error("nothing was appended");
  return stored;
}
