/** Answers that have been fetched, or whose time is over, are destroyed: keys, bytes and row; a certificate stays. */
import { certificateOf } from "@tillit/dsar-workflow/erasure";
import { createHmac } from "node:crypto";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { idsOf, load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { CertificateDue, Erasure, ExportRow, Unit } from "@tillit/record-store";
import { type Certify, destroyForGood } from "../envelopes/destroy-for-good.ts";

/** Named in the erasure journal as what ended it. */
export const exportRule = "request-export";

/** A day to try again after a download that broke off. */
const graceMs = 86_400_000;
const most = 100;

/** Returns how many that was. Doing it again does nothing. */
export async function destroyExports(deps: Deps, controller: string): Promise<number> {
  const now = deps.clock();
  const fetchedBefore = instant(new Date(now.getTime() - graceMs));
  const due = (unit: Unit) => unit.exports.due(instant(now), fetchedBefore, most);
  if ((await deps.store.read(controller, due)).length === 0) return 0;
  return destroyForGood(deps, controller, { export: certifyExport }, async (unit) => {
    const gone: GoneExport[] = [];
    for (const row of await due(unit)) gone.push(await destroyExport(deps, unit, row, "system"));
    return {
      value: gone.length,
      gone: gone.map(({ erasure }) => erasure),
      certificates: gone.map(({ due: one }) => one),
    };
  });
}

/** For {@link destroyForGood}. */
export interface GoneExport {
  readonly erasure: Omit<Erasure, "controller">;
  readonly due: CertificateDue;
}

/** In the transaction of a {@link destroyForGood}, which is told what is gone and what is to be certified. */
export async function destroyExport(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  { id, request, fetchedAt, expires }: ExportRow,
  by: string,
): Promise<GoneExport> {
  const at = instant(deps.clock());
  const { length: count } = await unit.envelopes.sections(id);
  await unit.destroy(id);
  const reason = expires <= at ? "expired" : fetchedAt === undefined ? "ended" : "fetched";
  const data = { request, reason } as const;
  await append(unit, "export", id, "any", { type: "ExportDestroyed", at, by, data });
  const on = at.slice(0, 10) as Erasure["at"];
  return {
    erasure: { record: id, rule: exportRule, at: on },
    due: { kind: "export", of: id, facts: { request, count, by } },
  };
}

export const certifyExport: Certify = async (deps, { unit }, { of: id, facts }) => {
  const { request, count, by } = facts as {
    readonly request: string;
    readonly count: number;
    readonly by: string;
  };
  const at = instant(deps.clock());
  const place = { store: "exports", section: "export" } as const;
  const certificate = certificateOf(
    { case: request, destroy: [{ item: id, ...place }], survivors: [], kill: { exports: [id], tokens: [] } },
    { ...place, method: "crypto-shred", count },
    { salt: certificateSalt(deps, unit.controller), at, by: "system" },
  );
  const data = { request, certificate };
  await append(unit, "export", id, "any", { type: "ExportCertified", at, by, data });
};

/** Stays with the controller's service: without it a certificate's commitment tells nobody anything. */
export function certificateSalt({ logSecret }: Pick<Deps, "logSecret">, controller: string): Uint8Array {
  return createHmac("sha256", logSecret).update(`erasure-salt/${controller}`).digest();
}

/** What a crash may have kept out of the journal: every export that the log says is gone. */
export async function destroyedExports(unit: Unit): Promise<readonly { record: string; at: string }[]> {
  const ids = await idsOf(unit, "export");
  const ends = await Promise.all(
    ids.map(async (record) => {
      const events = await load(unit, "export", record);
      return events
        .filter(({ type }) => type === "ExportDestroyed")
        .map(({ at }) => ({ record, at: at.slice(0, 10) }));
    }),
  );
  return ends.flat();
}
