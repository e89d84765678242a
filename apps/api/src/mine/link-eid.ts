/** An applicant's e-identification beside the receipt: linked with the receipt, then a second way to the same cases. */
import { createHash } from "node:crypto";
import { append } from "../kernel/act.ts";
import { instant, seconds, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { type Applicant, type EidSettings, grantToken, type PendingEid, pseudonymsOf } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { Whereabouts } from "@tillit/record-store";
import { actOnApplication } from "../records/case-events.ts";
import { ownRecord, ownRecords } from "../records/own-records.ts";

/** @throws Problem EID_NOT_OFFERED */
export function eidOf({ eid }: Deps): EidSettings {
  if (eid === undefined) throw new Problem("EID_NOT_OFFERED");
  return eid;
}

/**
 * Back from the e-identification service: the receipt's records are linked, or the person is known and nothing else.
 *
 * @throws Problem LOGIN_INVALID · LOGIN_CANCELLED · LOGIN_TOO_WEAK
 */
export async function finishEid(
  deps: Deps,
  query: URLSearchParams,
  pending: PendingEid,
): Promise<readonly string[] | "linked"> {
  const eid = eidOf(deps);
  const { claims } = await eid.authenticator.finish(query, pending);
  const [current, ...before] = pseudonymsOf(
    { eid, pseudonyms: deps.pseudonyms },
    claims,
    swedishDay(deps.clock()),
  );
  if (current === undefined) throw new Problem("LOGIN_TOO_WEAK");
  if (pending.link === undefined) return [current, ...before];
  const own = await ownRecords(deps, pending.link);
  await note(deps, own, "EidLinked");
  const records = own.map(({ record }) => record);
  await deps.store.eidLinks.add(current, records, instant(deps.clock()));
  return "linked";
}

export async function isLinked(deps: Deps, applicant: Applicant): Promise<boolean> {
  const records = (await ownRecords(deps, applicant)).map(({ record }) => record);
  return (await deps.store.eidLinks.linked(records)).length > 0;
}

export async function unlinkEid(deps: Deps, applicant: Applicant): Promise<void> {
  const own = await ownRecords(deps, applicant);
  const linked = new Set(await deps.store.eidLinks.linked(own.map(({ record }) => record)));
  await deps.store.eidLinks.remove([...linked]);
  const were = own.filter(({ record }) => linked.has(record));
  await note(deps, were, "EidUnlinked");
}

/** Each controller's log says that the way in was opened or closed, and nothing of who came that way. */
async function note(
  deps: Deps,
  own: readonly Whereabouts[],
  type: "EidLinked" | "EidUnlinked",
): Promise<void> {
  const at = instant(deps.clock());
  for (const { controller, record } of own) {
    await deps.store.write(controller, (unit) =>
      append(unit, "eid", record, "any", { type, at, by: "applicant", data: {} }),
    );
  }
}

/** One token for each application that the person has linked; each opens what a receipt's token does, save content. */
export async function tokensByEid(deps: Deps, pseudonyms: readonly string[]) {
  eidOf(deps);
  const found = pseudonyms.length === 0 ? [] : await deps.store.eidLinks.reached(pseudonyms);
  const applicants = new Map(
    found.map(({ app, applicant }) => [`${app} ${applicant}`, { app, key: applicant }]),
  );
  const now = seconds(deps.clock());
  return Promise.all(
    [...applicants.values()].map(async ({ app, key }) => {
      const { token, expires } = await grantToken(
        { app, key, by: "eid", pseudonyms },
        deps.session.secret,
        now,
      );
      return { app, token, expires: instant(new Date(expires * 1000)) };
    }),
  );
}

/** The login stands for the signature that a receipt would give; the log says which of the two it was. */
export async function withdrawByEid(deps: Deps, applicant: Applicant, record: string): Promise<void> {
  if (applicant.by !== "eid") throw new Problem("NOT_LOGGED_IN");
  const { controller } = await ownRecord(deps, applicant, record);
  const at = instant(deps.clock());
  const statement = createHash("sha256")
    .update(`tillit/eid-withdrawal/1\0${record}\0${at}`)
    .digest("base64url");
  await deps.store.write(controller, (unit) =>
    actOnApplication(
      unit,
      record,
      { type: "WithdrawApplication", at, statement },
      { by: "applicant", also: { evidence: "eid" } },
    ),
  );
}
