/** A disposition as a line of text, NDJSON or CSV. */
import type { Disposition } from "../disposition.ts";

export type PlanFormat = "ndjson" | "csv";

/** The columns of a CSV plan. */
export const planHeader =
  "id,outcome,status,reason,dutyArises,earliest,latest,transferTo,rule,version,grade,missing,heldBy,waitsFor\n";

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A disposition as a line of a CSV plan. */
export function planLine(disposition: Disposition): string {
  const { deciding } = disposition;
  const list = (names: readonly string[] | undefined): string => (names ?? []).join(" ");
  return `${[
    disposition.id,
    disposition.outcome,
    disposition.status,
    disposition.reason,
    disposition.dutyArises ?? "",
    disposition.earliest ?? "",
    disposition.latest ?? "",
    disposition.transferTo ?? "",
    deciding?.rule ?? "",
    deciding?.version ?? "",
    deciding?.grade ?? "",
    list(disposition.missing),
    list(disposition.heldBy),
    list(disposition.waitsFor),
  ]
    .map(quoted)
    .join(",")}\n`;
}

/** A disposition as a line of a plan. */
export function lineOf(disposition: Disposition, format: PlanFormat): string {
  return format === "ndjson" ? `${JSON.stringify(disposition)}\n` : planLine(disposition);
}
