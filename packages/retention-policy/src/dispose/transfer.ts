/** Transfer manifests: the three retention elements once proposed for E-ARK packages, as a local extension. */
import type { Day } from "../day/civil-day.ts";
import type { Disposition } from "../disposition.ts";
import type { DisposalList } from "./list/list.ts";

/** S preserve, DI dispose, PA parked, UN not known. */
export type RetentionMark = "S" | "DI" | "PA" | "UN";

export interface TransferEntry {
  readonly record: string;
  readonly status: RetentionMark;
  readonly date: Day;
  readonly reference: string;
  readonly checksum: { readonly alg: "SHA-256"; readonly value: string };
}

export interface TransferManifest {
  readonly format: "tillit-transfer/1";
  readonly list: string;
  readonly receiver: string;
  readonly entries: readonly TransferEntry[];
}

/** Retention mark of a disposition for an archival package. */
export function retentionMark({ outcome, status }: Disposition): RetentionMark {
  if (outcome === "preserve" || outcome === "transfer") return "S";
  if (outcome === "dispose") return status === "held" || status === "pending" ? "PA" : "DI";
  return outcome === "undetermined" ? "UN" : "PA";
}

/**
 * The manifest of what a list hands over to one receiver. Asked for a receiver that the rules do not name for some
 * item, it refuses and says how many.
 */
export function transferManifest(
  list: DisposalList,
  receiver: string,
  checksums: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly manifest: TransferManifest }
  | {
      readonly ok: false;
      readonly code: "RECEIVER_REFUSED" | "CHECKSUM_MISSING" | "NOTHING_TO_TRANSFER";
      readonly units: number;
    } {
  const transfers = list.items.filter((item) => item.outcome === "transfer");
  if (transfers.length === 0) return { ok: false, code: "NOTHING_TO_TRANSFER", units: 0 };
  const refused = transfers.filter((item) => item.transferTo !== receiver);
  if (refused.length > 0) return { ok: false, code: "RECEIVER_REFUSED", units: refused.length };
  const bare = transfers.filter((item) => checksums[item.record] === undefined);
  if (bare.length > 0) return { ok: false, code: "CHECKSUM_MISSING", units: bare.length };
  const entries = transfers.map((item) => ({
    record: item.record,
    status: "S" as const,
    date: item.earliest,
    reference: `${item.rule}@${item.version}`,
    checksum: { alg: "SHA-256" as const, value: checksums[item.record] ?? "" },
  }));
  return { ok: true, manifest: { format: "tillit-transfer/1", list: list.id, receiver, entries } };
}
