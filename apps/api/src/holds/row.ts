import { swedishDay } from "../clock.ts";
import type { HoldRow, HoldScope, StoredEvent, Unit } from "@tillit/record-store";

/** A hold as its events leave it: placed, and perhaps released. */
export async function projectHold(
  unit: Unit,
  id: string,
  { type, at, by, data }: StoredEvent,
): Promise<void> {
  const day = swedishDay(new Date(at));
  if (type === "HoldPlaced") {
    const {
      ground,
      scope,
      unit: place,
    } = data as unknown as {
      readonly ground: string;
      readonly scope: HoldScope;
      readonly unit?: string;
    };
    const row: HoldRow = {
      id,
      ground,
      scope,
      placed: day,
      by,
      ...(place === undefined ? {} : { unit: place }),
    };
    await unit.holds.put(row);
  }
  const before = type === "HoldReleased" ? await unit.holds.get(id) : undefined;
  if (before !== undefined) await unit.holds.put({ ...before, released: day });
}
