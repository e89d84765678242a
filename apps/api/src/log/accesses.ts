/** Who has fetched content: for the one who reviews the log, and, without persons, for the one the content is about. */
import type { Deps } from "../deps.ts";
import type { Applicant, Session } from "@tillit/login";
import { reaches, unitReach } from "../records/access-scope.ts";
import { readEntry, type Unit } from "@tillit/record-store";
import { idIn, load, only, type Logged } from "../kernel/load.ts";
import { ownRecord } from "../records/own-records.ts";

/** All accesses of a span of entries, oldest first: the material of a systematic review. */
export async function accessesFrom(deps: Deps, staff: Session, from: number, limit: number) {
  return deps.store.read(staff.controller, async (unit) => {
    const entries = await unit.log.entries(from, limit);
    const events = entries.map(({ seq, entry }) => readEntry(seq, entry));
    const all = only(events, "access").map(seenByReviewer);
    return { next: (entries.at(-1)?.seq ?? from - 1) + 1, accesses: await ofUnit(unit, staff, all) };
  });
}

/** A reviewer of one unit sees the accesses to that unit's records. */
async function ofUnit<T extends { readonly record: string }>(
  unit: Unit,
  staff: Session,
  accesses: readonly T[],
): Promise<T[]> {
  if (staff.unit === undefined) return [...accesses];
  const cases = await unit.projections.casesOf([...new Set(accesses.map(({ record }) => record))]);
  const own = new Set(cases.filter((row) => reaches(unitReach(staff), row)).map(({ id }) => id));
  return accesses.filter(({ record }) => own.has(record));
}

function seenByReviewer({ seq, stream, at, by, activity, data }: Logged<"access">) {
  return { seq, record: idIn({ stream }), at, by, activity, ...data };
}

/**
 * Role and time, never a person: an employee's name is not the applicant's to have, the controller answers for it. Of a
 * guarded case not even the role and the hour are told: who reads along with a receipt must not learn who works with it.
 */
export async function accessesToMine(deps: Deps, applicant: Applicant, record: string) {
  const { controller } = await ownRecord(deps, applicant, record);
  return deps.store.read(controller, async (unit) => {
    const found = await unit.projections.case(record);
    const guarded = found?.placement?.protectedIdentity === true;
    return (await load(unit, "access", record)).map((event) => seenBySubject(event, guarded));
  });
}

function seenBySubject({ at, by, data }: Logged<"access">, guarded: boolean) {
  const role = by.split(":")[0] ?? "";
  if (guarded && role !== "applicant") return { at: at.slice(0, 10), role: "staff", ...data, part: "" };
  return { at, role, ...data };
}
