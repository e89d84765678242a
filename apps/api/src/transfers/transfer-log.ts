/** A record's hand-over as the sender's log keeps it: one stream for each record, offer after offer. */
import type { Unit } from "@tillit/record-store";
import { load } from "../kernel/load.ts";

/** The receiver's receipt: its log and the place of its own event in it. */
export async function receiptFor(unit: Unit, record: string): Promise<string | undefined> {
  const last = (await load(unit, "handover", record)).at(-1);
  if (last?.type !== "TransferAccepted") return undefined;
  const { receiver, index } = last.data;
  return `${receiver}#${index}`;
}
