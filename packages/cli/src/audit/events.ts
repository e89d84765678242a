/**
 * What the entries of a controller's log say, where they are events of the reference API: that each stream goes on from
 * where it was, and that reviews, holds, hand-overs of keys and disposals fit together. The tree proves that nothing was
 * changed after it was signed; this, that what was signed makes sense.
 */
export type EventFaultCode =
  | "EVENT_MALFORMED"
  | "STREAM_BROKEN"
  | "REVIEW_SIGNATURE_DIFFERS"
  | "REVIEW_NOT_JUDGED"
  | "HOLD_UNKNOWN"
  | "DISPOSED_WHILE_HELD"
  | "KEY_CHAIN_BROKEN";

export interface EventFault {
  readonly code: EventFaultCode;
  readonly entry: number;
}

interface LogEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface ReviewSoFar {
  readonly sample: string;
  readonly lines: number;
  readonly verdicts: Map<number, string>;
}

export interface EventSummary {
  readonly events: Readonly<Record<string, number>>;
  readonly reviews: { readonly drawn: number; readonly signed: number };
  readonly holds: { readonly placed: number; readonly standing: number };
  readonly disposed: number;
}

export function followEvents(): {
  readonly next: (index: number, entry: Uint8Array) => void;
  readonly end: () => { readonly summary: EventSummary; readonly faults: readonly EventFault[] };
} {
  const versions = new Map<string, number>();
  const counts = new Map<string, number>();
  const reviews = new Map<string, ReviewSoFar>();
  /** Standing holds on single records: hold by stream. */
  const holds = new Map<string, string | undefined>();
  const faults: EventFault[] = [];
  let lastKey: string | undefined;

  const judge = (event: LogEvent): EventFaultCode | undefined => {
    const { stream, type, data } = event;
    switch (type) {
      case "ReviewDrawn":
        reviews.set(stream, {
          sample: String(data["sample"]),
          lines: (data["lines"] as readonly unknown[]).length,
          verdicts: new Map(),
        });
        return undefined;
      case "AccessJudged":
        reviews.get(stream)?.verdicts.set(Number(data["seq"]), String(data["verdict"]));
        return undefined;
      case "ReviewSigned":
        return signatureFault(reviews.get(stream), data);
      case "HoldPlaced": {
        const { kind, of } = data["scope"] as { readonly kind: string; readonly of?: string };
        holds.set(stream, kind === "record" ? of : undefined);
        return undefined;
      }
      case "HoldReleased":
        return holds.delete(stream) ? undefined : "HOLD_UNKNOWN";
      case "DisposalReported": {
        const { record } = data["event"] as { readonly record: string };
        return [...holds.values()].includes(record) ? "DISPOSED_WHILE_HELD" : undefined;
      }
      case "LogKeyHandedOver": {
        const broken = lastKey !== undefined && data["from"] !== lastKey;
        lastKey = String(data["to"]);
        return broken ? "KEY_CHAIN_BROKEN" : undefined;
      }
      default:
        return undefined;
    }
  };

  return {
    next(index, entry) {
      const event = read(entry);
      const fault = event === undefined ? "EVENT_MALFORMED" : (broken(versions, event) ?? judge(event));
      if (fault !== undefined) faults.push({ code: fault, entry: index });
      if (event !== undefined) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
    },
    end: () => ({
      summary: {
        events: Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        reviews: { drawn: counts.get("ReviewDrawn") ?? 0, signed: counts.get("ReviewSigned") ?? 0 },
        holds: { placed: counts.get("HoldPlaced") ?? 0, standing: holds.size },
        disposed: counts.get("DisposalReported") ?? 0,
      },
      faults,
    }),
  };
}

function read(entry: Uint8Array): LogEvent | undefined {
  try {
    const { stream, version, type, data } = JSON.parse(new TextDecoder().decode(entry)) as Partial<LogEvent>;
    if (typeof stream !== "string" || typeof version !== "number" || typeof type !== "string")
      return undefined;
    return { stream, version, type, data: data ?? {} };
  } catch {
    return undefined;
  }
}

function broken(versions: Map<string, number>, { stream, version }: LogEvent): EventFaultCode | undefined {
  const before = versions.get(stream) ?? 0;
  versions.set(stream, version);
  return version === before + 1 ? undefined : "STREAM_BROKEN";
}

/** A signature names the sample that was drawn, after every line of it was judged, with the verdicts as they stand. */
function signatureFault(review: ReviewSoFar | undefined, data: LogEvent["data"]): EventFaultCode | undefined {
  if (review === undefined || data["sample"] !== review.sample) return "REVIEW_SIGNATURE_DIFFERS";
  if (review.verdicts.size < review.lines) return "REVIEW_NOT_JUDGED";
  const said = data["verdicts"] as Readonly<Record<string, number>>;
  const given = [...review.verdicts.values()];
  const same = Object.entries(said).every(
    ([verdict, count]) => given.filter((one) => one === verdict).length === count,
  );
  return same ? undefined : "REVIEW_SIGNATURE_DIFFERS";
}
