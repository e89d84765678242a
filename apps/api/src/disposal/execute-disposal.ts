/** An approved list is carried out: decided again, destroyed, certified; all of it or nothing. */
import {
  disposalProof,
  protocolText,
  type Actor,
  type DisposalList,
  type ListCommand,
} from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";
import { instant, swedishDay } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import { unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { CertificateDue, Unit } from "@tillit/record-store";
import { makeCheckpoint, proveInclusion } from "../log/audit-log.ts";
import { certifyExport, destroyExport, type GoneExport } from "../answers/destroy-exports.ts";
import { type Certify, destroyForGood } from "../envelopes/destroy-for-good.ts";
import { queueNotices } from "../disclosures/disclosures.ts";
import { actOnList, listFor, loadList, seenList, tryOnList, type SeenList } from "./disposal-list.ts";
import { disposalKey } from "../log/log-keys.ts";
import { candidatesOf, ruleSet } from "../retention/plan-retention.ts";
import { isRequestId } from "../retention/request-retention.ts";
import { restrictedAmong } from "../records/restriction.ts";
import { rememberDisposed } from "../envelopes/disposed-parts.ts";
import { staffName } from "../kernel/staff-name.ts";
import { followRecord } from "../transfers/settle-transfer.ts";
import { receiptFor } from "../transfers/transfer-log.ts";

/**
 * The records that are gone are written to the erasure journal, so that no restored backup brings them back. A dry run
 * gives the list as it would be when it had begun: what would go, and what would stay and why.
 */
export async function executeDisposal(
  deps: Deps,
  staff: Session,
  id: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<SeenList> {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  const at = swedishDay(deps.clock());
  const by = { person: staff.ref, role: "executor" } as const;
  const name = staffName(staff);
  const ready = async (unit: Unit) => {
    const from = await listFor(unit, staff, id);
    const reach = unitReach({ unit: from.orgUnit });
    const ids = from.state.items.map(({ record }) => record);
    const { applications } = await seenList(unit, from.state);
    const held = await unit.holds.standing(at);
    const kept = await unit.keeps.standing(ids, at);
    const restricted = await restrictedAmong(unit, ids);
    const current = await candidatesOf(deps, { unit, controller, reach }, ids);
    const begin: ListCommand = { type: "Begin", by, at, current, ruleSetHash: ruleSet.hash };
    return { from, ids, applications, held, kept, restricted, begin };
  };
  if (dryRun) {
    return deps.store.read(controller.id, async (unit) => {
      const { from, applications, begin } = await ready(unit);
      return { list: tryOnList(from.state, [begin]), applications };
    });
  }
  const certifiers = { list: certifyList, export: certifyExport };
  const done = await destroyForGood(deps, controller.id, certifiers, async (unit) => {
    const { from, ids, applications, held, kept, restricted, begin } = await ready(unit);
    const begun = await actOnList(deps, unit, { id, from, by: name, commands: [begin] });
    // The log is ours from here on: a hold, a restriction or an answer that came in between must not come too late.
    const moved =
      (await unit.holds.standing(at)).length !== held.length ||
      (await unit.keeps.standing(ids, at)).size !== kept.size ||
      (await restrictedAmong(unit, ids)).size !== restricted.size;
    if (moved) throw new Problem("VERSION_CONFLICT");
    const { reports, answers } = await destroyAll(deps, unit, { list: begun.state, by, name, at });
    const commands: readonly ListCommand[] = [...reports, { type: "Finish", by }];
    const { state: list } = await actOnList(deps, unit, { id, from: begun, by: name, commands });
    const gone = list.items.map(({ record, rule }) => ({ record, rule, at }));
    const certificate: CertificateDue = { kind: "list", of: id, facts: { by: name } };
    return {
      value: { list, applications },
      gone: [...gone, ...answers.map(({ erasure }) => erasure)],
      certificates: [...(gone.length > 0 ? [certificate] : []), ...answers.map(({ due }) => due)],
    };
  });
  for (const { record, outcome } of done.list.items) {
    if (outcome === "transfer") await followRecord(deps, staff.controller, record);
  }
  return done;
}

interface Carrying {
  readonly list: DisposalList;
  readonly by: Actor;
  readonly name: string;
  readonly at: string;
}

/** Recipients are queued and the applicant's part is noted first: afterwards nothing says who they were. */
async function destroyAll(
  deps: Deps,
  unit: Unit,
  { list, by, name, at }: Carrying,
): Promise<{ readonly reports: readonly ListCommand[]; readonly answers: readonly GoneExport[] }> {
  const disposed = list.items.map(({ record, rule, outcome }) => ({
    record,
    rule,
    result: outcome === "transfer" ? ("transferred" as const) : ("gone" as const),
  }));
  await queueNotices(deps, unit, { list: list.id, by: name, disposed });
  const reports: ListCommand[] = [];
  const answers: GoneExport[] = [];
  for (const { record, rule, result } of disposed) {
    await rememberDisposed(unit, { record, rule, on: at, how: result });
    // An answer that still waits has a certificate of its own.
    const answer = isRequestId(record) ? await unit.exports.ofRequest(record) : undefined;
    if (answer !== undefined) answers.push(await destroyExport(deps, unit, answer, name));
    const receipt = result === "transferred" ? await receiptFor(unit, record) : undefined;
    await unit.destroy(record);
    const report = { type: "Report", by, record, result, at } as const;
    reports.push(receipt === undefined ? report : { ...report, receipt });
  }
  return { reports, answers };
}

/** The certificate is itself an entry of the log; made out when the files of the database have been purged. */
export const certifyList: Certify = async (deps, { unit }, { of: id, facts }) => {
  const { state: list, entries } = await loadList(unit, id);
  const { by } = facts as { readonly by: string };
  const certificate = disposalProof(
    list,
    retentionRules,
    {
      controller: unit.controller,
      method: "crypto-erase",
      by,
      copies: [
        { system: "tillit", kind: "primary", state: "gone" },
        { system: "tillit", kind: "backup", state: "pending" },
      ],
    },
    disposalKey(deps, unit.controller),
  );
  await append(unit, "certificate", list.id, 0, {
    type: "DisposalCertified",
    at: instant(deps.clock()),
    by,
    data: { certificate, version: entries.length },
  });
};

/**
 * The certificate, the protocol for people, and the proof that both stand in the signed log.
 *
 * @throws Problem NOT_FOUND · CERTIFICATE_PENDING while the database's files may still hold what was destroyed
 */
export async function disposalCertificate(deps: Deps, staff: Session, id: string) {
  const [entry] = await deps.store.read(staff.controller, async (unit) => {
    const { state: list } = await listFor(unit, staff, id);
    const found = await load(unit, "certificate", id);
    const due = list.status === "executed" && list.items.length > 0;
    if (due && found.length === 0) throw new Problem("CERTIFICATE_PENDING");
    return found;
  });
  if (entry === undefined) throw new Problem("NOT_FOUND");
  const { certificate } = entry.data;
  const { size, checkpoint, key } = await makeCheckpoint(deps, staff.controller);
  const { proof: inclusion } = await proveInclusion(deps, staff.controller, entry.seq, size);
  const protocol = protocolText(certificate.proof, retentionRules);
  return { certificate, protocol, log: { index: entry.seq, size, checkpoint, key, inclusion } };
}
