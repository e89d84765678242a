/** Every time content leaves, the log says so first: who, when, which part, for which activity and purpose. */
import { activityOf } from "../activities.ts";
import type { Unit } from "../store/store.ts";

/** Accesses have a stream of their own: they never compete with what happens to the application. */
export function accessStream(id: string): string {
  return `access/${id}`;
}

export interface Access {
  readonly record: string;
  readonly at: string;
  readonly by: string;
  readonly purpose: "handling" | "request" | "own-copy";
  /** Section of the envelope, or words by their id. */
  readonly part: string;
}

export async function logAccess(unit: Unit, { record, at, by, purpose, part }: Access): Promise<void> {
  const activity = activityOf(unit.controller);
  await unit.log.append(accessStream(record), "any", [
    { type: "ContentAccessed", at, by, activity, data: { part, purpose } },
  ]);
}
