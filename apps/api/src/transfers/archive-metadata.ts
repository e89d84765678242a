/** What the server can say about a record that goes to an archive: dates, codes and digests. The content is packed by who opened it. */
import { retentionMark, type ArchiveEvent, type TransferManifest } from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";
import { swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { load } from "../kernel/load.ts";
import { envelopesOf } from "./offer-transfer.ts";
import { candidatesOf } from "../retention/plan-retention.ts";
import { caseOf } from "../records/load-application.ts";

/** Where a deed in the log is a PREMIS event, by its word there; accesses are not the archive's. */
const premis: Readonly<Record<string, string>> = {
  ApplicationSubmitted: "ingestion end",
  AssessmentRecorded: "metadata modification",
  ApplicationDecided: "metadata modification",
  ApplicationWithdrawn: "metadata modification",
  RecordTransferredIn: "transfer",
};

/** @throws Problem NOT_FOUND · GONE */
export async function archiveMetadata(deps: Deps, staff: Session, id: string) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  return deps.store.read(staff.controller, async (unit) => {
    const { number } = await caseOf(unit, staff, id, "process");
    const [candidate] = await candidatesOf(deps, { unit, controller, reach: unitReach(staff) }, [id]);
    if (candidate === undefined) throw new Problem("NOT_FOUND");
    const { disposition } = candidate;
    const envelopes = (await envelopesOf(unit, id)).map(({ id: one, kind, digest }) => {
      return { id: one, kind, digest };
    });
    const sections = (await unit.envelopes.sections(id)).map(({ id: section, class: of, size, hash }) => {
      return { id: section, class: of, size, hash };
    });
    const events = [...(await load(unit, "transferred", id)), ...(await load(unit, "application", id))];
    const { rule = "", version = "" } = disposition.deciding ?? {};
    const manifest: TransferManifest = {
      format: "tillit-transfer/1",
      list: id,
      receiver: disposition.transferTo ?? "archive-authority",
      entries: [
        {
          record: id,
          status: retentionMark(disposition),
          date: disposition.earliest ?? swedishDay(deps.clock()),
          reference: `${rule}@${version}`,
          checksum: { alg: "SHA-256", value: contentHash(envelopes) },
        },
      ],
    };
    return {
      label: number,
      creator: { name: controller.name },
      manifest,
      events: events.flatMap(({ type, at }): ArchiveEvent[] => {
        const word = premis[type];
        return word === undefined ? [] : [{ type: word, at, detail: type }];
      }),
      accesses: (await load(unit, "access", id)).length,
      envelopes,
      sections,
    };
  });
}
