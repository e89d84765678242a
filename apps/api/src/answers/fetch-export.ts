/** The subject fetches the answer to a request. Each time is in the log before bytes leave; the first starts its end. */
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import { Problem } from "../problem.ts";
import { foldRequest } from "../requests/row.ts";
import type { ExportRow, Unit } from "@tillit/record-store";
import { logAccess } from "../records/access-log.ts";
import { streamOf } from "../envelopes/chunks.ts";
import { ownRequest } from "../requests/request-reach.ts";

/** What there is to fetch: disclosed, not yet over. @throws Problem NOT_FOUND, or GONE when its time is over */
export async function waitingAnswer(deps: Deps, unit: Unit, request: string): Promise<ExportRow> {
  const found = await unit.exports.ofRequest(request);
  const state = foldRequest(await load(unit, "request", request));
  if (found === undefined || state.phase === "none" || !state.disclosed) throw new Problem("NOT_FOUND");
  if (found.expires <= instant(deps.clock())) throw new Problem("GONE");
  return found;
}

/** What my pages says of an answer, if there is one to fetch. */
export async function exportFor(deps: Deps, unit: Unit, request: string): Promise<ExportRow | undefined> {
  return waitingAnswer(deps, unit, request).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
}

export async function fetchExport(deps: Deps, applicant: Applicant, request: string) {
  const { where, row } = await ownRequest(deps, applicant, request);
  return deps.store.write(where.controller, async (unit) => {
    const { id, expires } = await waitingAnswer(deps, unit, request);
    const envelope = await unit.envelopes.get(id);
    const keyring = await unit.envelopes.keyring(id);
    if (envelope === undefined || keyring === undefined) throw new Problem("GONE");
    await logOwn(deps, unit, row.application, "export");
    return { manifest: envelope.manifest, keyring, expires };
  });
}

export async function fetchExportBlob(deps: Deps, applicant: Applicant, request: string, section: string) {
  const { where, row } = await ownRequest(deps, applicant, request);
  const found = await deps.store.write(where.controller, async (unit) => {
    const { id, fetchedAt } = await waitingAnswer(deps, unit, request);
    const stored = await unit.envelopes.section(id, section);
    if (stored?.upload === undefined) throw new Problem("NOT_FOUND");
    await logOwn(deps, unit, row.application, `export-${section}`);
    if (fetchedAt === undefined) {
      const at = instant(deps.clock());
      const news = { type: "ExportFetched", at, by: "applicant", data: { request } } as const;
      await append(unit, "export", id, "any", news);
    }
    return { record: id, size: stored.size, upload: stored.upload };
  });
  const place = { record: found.record, section, upload: found.upload };
  return { size: found.size, body: streamOf((work) => deps.store.read(where.controller, work), place) };
}

async function logOwn(deps: Deps, unit: Unit, record: string, part: string): Promise<void> {
  const at = instant(deps.clock());
  await logAccess(unit, { record, at, by: "applicant", purpose: "own-copy", part });
}
