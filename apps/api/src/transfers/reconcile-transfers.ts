/** A hand-over touches two logs, one after the other. After a crash in between, the state that both see completes them. */
import type { Deps } from "../deps.ts";
import type { TransferRow, Unit } from "@tillit/record-store";
import { followRecord, noteAnswer } from "./settle-transfer.ts";
import type { NewsOf } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";

const page = 500;

/** Completes what a controller has sent; returns how many hand-overs lacked something. Doing it again does nothing. */
export async function reconcileTransfers(deps: Pick<Deps, "store">, controller: string): Promise<number> {
  const { store } = deps;
  let completed = 0;
  for await (const row of everyTransfer(deps, controller)) {
    if (row.sender !== controller) continue;
    if (row.state !== "accepted" && row.state !== "declined") continue;
    const { open, kept } = await store.read(controller, (unit) => standing(unit, row));
    if (open) {
      const answer = await store.read(row.receiver, (unit) => answerOf(unit, row));
      if (answer !== undefined) await noteAnswer(deps, row, answer);
      completed += 1;
    }
    const lost = row.state === "accepted" && !kept && (await store.whereIs(row.record)) === undefined;
    if (lost) {
      await followRecord(deps, controller, row.record);
      completed += 1;
    }
  }
  return completed;
}

/** All of them, a page in memory at a time; in the order in which they wait, so that one that is settled is not lost. */
async function* everyTransfer(
  { store }: Pick<Deps, "store">,
  controller: string,
): AsyncGenerator<TransferRow, void, undefined> {
  let last: TransferRow | undefined;
  for (;;) {
    const after = last;
    const rows = await store.read(controller, (unit) => unit.transfers.all(page, after));
    yield* rows;
    last = rows.at(-1);
    if (rows.length < page) return;
  }
}

async function standing(unit: Unit, { id, record }: TransferRow) {
  const last = (await load(unit, "handover", record)).at(-1);
  return {
    open: last?.type === "TransferOffered" && last.data.transfer === id,
    kept: (await unit.projections.case(record)) !== undefined,
  };
}

/** What the receiver's log says about an offer, as the sender's should. */
async function answerOf(
  unit: Unit,
  { id, record, receiver, state }: TransferRow,
): Promise<NewsOf<"handover"> | undefined> {
  const by = "receiver";
  if (state === "declined") {
    const [event] = await load(unit, "transfer", id);
    return event && { type: "TransferDeclined", at: event.at, by, data: { transfer: id } };
  }
  const events = await load(unit, "transferred", record);
  const event = events.find(({ data }) => data.transfer === id);
  const data = { transfer: id, receiver, index: event?.seq ?? 0 };
  return event && { type: "TransferAccepted", at: event.at, by, data };
}
