/** A file is the join of its parts: alike, it is as they are; mixed, it is partial and each part speaks for itself. */
import { formatDay } from "../day/civil-day.ts";
import type { Disposition, Status } from "../disposition.ts";

const max = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
const min = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);

/** The most urgent status first: what somebody has to act on shows. */
const urgency: readonly Status[] = ["overdue", "due", "held", "running", "pending", "settled"];

function union(lists: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))].toSorted();
}

function common(parts: readonly Disposition[], asOf: number): Partial<Disposition> | undefined {
  const [first] = parts as readonly [Disposition, ...Disposition[]];
  if (parts.some((part) => part.outcome !== first.outcome || part.transferTo !== first.transferTo))
    return undefined;
  if (first.outcome === "conflict" || first.outcome === "partial") return undefined;
  const earliest = parts.some((part) => part.earliest === undefined)
    ? undefined
    : max(parts.map((part) => part.earliest));
  const latest = min(parts.map((part) => part.latest));
  const dutyArises = earliest === undefined ? undefined : max(parts.map((part) => part.dutyArises));
  if (earliest !== undefined && latest !== undefined && earliest > latest) return undefined;
  const deciding = (parts.find((part) => part.earliest === earliest) ?? first).deciding;
  const statuses = parts.map((part) => part.status);
  const blocked =
    statuses.find((status) => status === "held") ?? statuses.find((status) => status === "pending");
  const today = formatDay(asOf);
  const status: Status =
    blocked ??
    (first.status === "settled"
      ? "settled"
      : earliest !== undefined && today < earliest
        ? "running"
        : latest !== undefined && today > latest
          ? "overdue"
          : "due");
  return {
    status,
    reason: first.reason,
    ...(dutyArises === undefined ? {} : { dutyArises }),
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    ...(first.transferTo === undefined ? {} : { transferTo: first.transferTo }),
    ...(deciding === undefined ? {} : { deciding }),
  };
}

/** The disposition of a file from those of its parts; `parts` is not empty. */
export function joinParts(id: string, parts: readonly Disposition[], asOf: number): Disposition {
  const [missing, held, waits] = [
    union(parts.map((part) => part.missing)),
    union(parts.map((part) => part.heldBy)),
    union(parts.map((part) => part.waitsFor)),
  ];
  const lists = {
    ...(missing.length === 0 ? {} : { missing }),
    ...(held.length === 0 ? {} : { heldBy: held }),
    ...(waits.length === 0 ? {} : { waitsFor: waits }),
    parts,
  };
  const [first] = parts as readonly [Disposition, ...Disposition[]];
  const alike = common(parts, asOf);
  if (alike !== undefined)
    return { id, outcome: first.outcome, status: first.status, reason: first.reason, ...alike, ...lists };
  if (parts.every((part) => part.outcome === "conflict"))
    return { id, outcome: "conflict", status: first.status, reason: first.reason, ...lists };
  const going = parts.filter(
    (part) => part.outcome === "dispose" || part.outcome === "transfer" || part.outcome === "partial",
  );
  const status = urgency.find((candidate) => parts.some((part) => part.status === candidate)) ?? "settled";
  const [earliest, latest] = [min(going.map((part) => part.earliest)), min(going.map((part) => part.latest))];
  return {
    id,
    outcome: "partial",
    status,
    reason: "PARTS_DIFFER",
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    ...lists,
  };
}
