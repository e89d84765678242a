/** Answers that have been fetched, or whose time is over, are destroyed: keys, bytes and row; a certificate stays. */
import { certificateOf } from "@tillit/dsar-workflow";
import { createHmac } from "node:crypto";
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { project } from "../projections.ts";
import type { Erasure, ExportRow, JsonObject, Unit } from "@tillit/record-store";
import { exportStream } from "./keep-export.ts";

/** Named in the erasure journal as what ended it. */
export const exportRule = "request-export";

/** A day to try again after a download that broke off. */
const graceMs = 86_400_000;
const most = 100;

/** Returns how many that was. Doing it again does nothing. */
export async function destroyExports(deps: Deps, controller: string): Promise<number> {
  const now = deps.clock();
  const fetchedBefore = instant(new Date(now.getTime() - graceMs));
  const gone = await deps.store.write(controller, async (unit) => {
    const due = await unit.exports.due(instant(now), fetchedBefore, most);
    for (const row of due) await destroyExport(deps, unit, row, "system");
    return due;
  });
  const at = instant(now).slice(0, 10) as Erasure["at"];
  await deps.erasures?.add(gone.map(({ id }) => ({ controller, record: id, rule: exportRule, at })));
  return gone.length;
}

/** In the caller's transaction; noting it in the journal is the caller's part. */
export async function destroyExport(
  deps: Pick<Deps, "clock" | "logSecret">,
  unit: Unit,
  { id, request, fetchedAt, expires }: ExportRow,
  by: string,
): Promise<void> {
  const at = instant(deps.clock());
  const sections = await unit.envelopes.sections(id);
  await unit.destroy(id);
  const place = { store: "exports", section: "export" } as const;
  const certificate = certificateOf(
    { case: request, destroy: [{ item: id, ...place }], survivors: [], kill: { exports: [id], tokens: [] } },
    { ...place, method: "crypto-shred", count: sections.length },
    { salt: certificateSalt(deps, unit.controller), at, by: "system" },
  );
  const reason = expires <= at ? "expired" : fetchedAt === undefined ? "ended" : "fetched";
  const stored = await unit.log.append(exportStream(id), "any", [
    {
      type: "ExportDestroyed",
      at,
      by,
      activity: activityOf(unit.controller),
      data: { request, reason, certificate: certificate as unknown as JsonObject },
    },
  ]);
  await project(unit, stored);
}

/** Stays with the controller's service: without it a certificate's commitment tells nobody anything. */
export function certificateSalt({ logSecret }: Pick<Deps, "logSecret">, controller: string): Uint8Array {
  return createHmac("sha256", logSecret).update(`erasure-salt/${controller}`).digest();
}

/** What a crash may have kept out of the journal: every export that the log says is gone. */
export async function destroyedExports(unit: Unit): Promise<readonly { record: string; at: string }[]> {
  const streams = await unit.log.streams("export/");
  const ends = await Promise.all(streams.map((stream) => unit.log.load(stream)));
  return ends.flatMap((events) =>
    events
      .filter(({ type }) => type === "ExportDestroyed")
      .map(({ stream, at }) => ({ record: stream.slice("export/".length), at: at.slice(0, 10) })),
  );
}
