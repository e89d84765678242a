/** A caseworker fetches the sealed envelope: logged with activity and purpose before a byte leaves. */
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { logAccess } from "../records/access-log.ts";
import { actOnApplication } from "../records/case-events.ts";
import { streamOf } from "../envelopes/chunks.ts";
import { caseOf } from "../records/load-application.ts";
import { staffName } from "../kernel/staff-name.ts";

/** What is restricted is not thereby opened: nobody has begun to handle it. */
export async function handOutEnvelope(
  deps: Deps,
  staff: Session,
  id: string,
  restrictedUse: RestrictedUse | undefined,
) {
  const at = instant(deps.clock());
  const by = staffName(staff);
  return deps.store.write(staff.controller, async (unit) => {
    const { status } = await caseOf(unit, staff, id, "see");
    const envelope = await unit.envelopes.get(id);
    const keyring = await unit.envelopes.keyring(id);
    if (envelope === undefined || keyring === undefined) throw new Problem("GONE");
    const access = { record: id, at, by, purpose: "handling", part: "envelope", restrictedUse } as const;
    const restricted = await logAccess(unit, access);
    if (status === "submitted" && restricted === undefined) {
      await actOnApplication(unit, id, { type: "OpenApplication", at, by }, { by });
    }
    return { manifest: envelope.manifest, keyring };
  });
}

/** The sealed bytes of one section, logged in the same way. */
export async function handOutBlob(
  deps: Deps,
  staff: Session,
  id: string,
  { section, restrictedUse }: { readonly section: string; readonly restrictedUse: RestrictedUse | undefined },
) {
  const access = {
    record: id,
    at: instant(deps.clock()),
    by: staffName(staff),
    purpose: "handling",
    part: section,
    restrictedUse,
  } as const;
  const found = await deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, id, "see");
    const stored = await unit.envelopes.section(id, section);
    if (stored === undefined) throw new Problem("NOT_FOUND");
    if (stored.upload === undefined) throw new Problem("GONE");
    await logAccess(unit, access);
    return { size: stored.size, upload: stored.upload };
  });
  const place = { record: id, section, upload: found.upload };
  return { size: found.size, body: streamOf((work) => deps.store.read(staff.controller, work), place) };
}
