/** What a reviewer's answers about a record leave: it stays until a day, or it does not. */
import type { ListEvent } from "@tillit/retention-policy";
import { swedishDay } from "../clock.ts";
import type { Logged } from "../kernel/load.ts";
import type { Unit } from "@tillit/record-store";

/** The last answer on a list counts; another list's answer stands until it is lifted or over. */
export async function projectAnswer(
  unit: Unit,
  list: string,
  { at, by }: Logged<"disposal">,
  { record, answer }: Extract<ListEvent, { type: "Answered" }>,
): Promise<void> {
  if (answer.kind !== "keep") return unit.keeps.remove(record, list);
  const words = Buffer.from(answer.reason, "base64url").toString("hex").slice(0, 32);
  await unit.keeps.put({ record, list, since: swedishDay(new Date(at)), until: answer.until, by, words });
}
