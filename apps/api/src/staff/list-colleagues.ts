/** Whom a case can be handed to: the units there are, and the staff that has logged in, by pseudonym. */
import { addMonths } from "@tillit/civil-time";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session, StaffMember } from "@tillit/login";

/** How long someone who no longer logs in is remembered. */
const rememberedMonths = 13;

/** Every login keeps the list true: a new role or unit replaces the old one. */
export async function noteColleague(deps: Deps, { controller, ref, role, unit }: StaffMember): Promise<void> {
  const seen = swedishDay(deps.clock());
  await deps.store.write(controller, (own) =>
    own.colleagues.saw({ ref, role, unit, seen }, addMonths(seen, -rememberedMonths)),
  );
}

/** Someone limited to a unit sees that unit, and those of the whole controller. */
export async function listColleagues(deps: Deps, staff: Session) {
  const all = await deps.store.read(staff.controller, (unit) => unit.colleagues.all());
  const near = all.filter(
    ({ unit }) => staff.unit === undefined || unit === undefined || unit === staff.unit,
  );
  const units = deps.claims.rules.flatMap(({ controller, unit }) =>
    controller === staff.controller && unit !== undefined ? [unit] : [],
  );
  return {
    units: [...new Set(staff.unit === undefined ? units : [staff.unit])].toSorted(),
    colleagues: near.map(({ ref, role, unit, seen }) =>
      unit === undefined ? { ref, role, seen } : { ref, role, unit, seen },
    ),
  };
}
