/** What the API answers on the pages beside the cases: colleagues, placement, alerts, disposal, reviews, holds, record. */

export interface Office {
  role: string;
  placement: unknown;
  /** Last days of requests: past, near. */
  late: number;
  near: number;
  disposal: "none" | "reviewing" | "cooling-off" | "executed" | "aborted";
  /** What has been sealed about the one list, as it was sent. */
  said: { kind: string; record?: string; until?: string; words: unknown }[];
  /** Records whose answer has been lifted. */
  lifted: string[];
  nothingDue: boolean;
  verdicts: Map<number, string>;
  signed: boolean;
  holds: { id: string; released?: string }[];
  /** Whether the one offer is the own controller's, and where it stands. */
  transfer: { outgoing: boolean; state: string; gone: boolean };
  /** Whether a reader has stated what sends the case to the board. */
  stated: boolean;
}

export const ref = "0a1b2c3d4e5f6071";
export const colleague = "ffee00112233aabb";
const review = "0b5e0c3a-1f7e-4c58-9d42-6f3a5f1c2d10";
const disposalId = `d-${"4".repeat(20)}`;

export function newOffice(): Office {
  return {
    role: "caseworker",
    placement: undefined,
    late: 0,
    near: 0,
    disposal: "none",
    said: [],
    lifted: [],
    nothingDue: false,
    verdicts: new Map(),
    signed: false,
    holds: [],
    transfer: { outgoing: false, state: "offered", gone: false },
    stated: false,
  };
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const ok = (value: unknown, status = 200): Answer => ({ status, value });

const request = (lastDay: string, index: number): object => ({
  id: `r-${String(index).padStart(20, "0")}`,
  application: "a".repeat(32),
  right: "access",
  status: "received",
  received: "2026-10-21",
  lastDay,
});

function disposalList({ disposal, said, lifted }: Office): object {
  const answer = said.find(({ record }) => record !== undefined);
  const latest = "2029-12-31";
  const kept = said.filter(({ kind, record = "" }) => kind === "keep" && !lifted.includes(record));
  return {
    id: disposalId,
    status: disposal,
    asOf: "2029-01-15",
    required: 2,
    approvals: disposal === "reviewing" ? 0 : 1,
    ...(disposal === "reviewing" ? {} : { coolUntil: "2029-01-22" }),
    items: [
      {
        record: "a".repeat(32),
        application: { outcome: "declined", assignments: ["emergency-home"] },
        rule: "records-plan",
        ruleText: "Rad i dokumenthanteringsplanen, 10 § arkivlagen (1990:782)",
        earliest: "2029-01-01",
        latest,
        ...(answer === undefined ? {} : { answer: { kind: answer.kind, until: answer.until } }),
        ...(disposal === "executed" ? { result: "gone" } : {}),
      },
    ],
    dropped: [{ record: "b".repeat(32), reason: "HELD" }],
    words: said.map(({ kind, record }, index) => ({
      id: String(index).repeat(32),
      kind,
      ...(record === undefined ? {} : { record }),
      at: "2029-01-15T10:00:00Z",
      by: `decision-maker:${ref}`,
    })),
    kept: kept.map(({ record, until = "" }) => ({
      record,
      list: disposalId,
      since: "2029-01-15",
      until,
      by: `decision-maker:${ref}`,
      words: "0".repeat(32),
      conflict: until < latest ? undefined : { latest, rule: "records-plan" },
    })),
  };
}

/** What the second person sends; anything but an approval comes with sealed words. */
function reviewed(body: string, office: Office): void {
  const { type, record, answer, words } = JSON.parse(body) as {
    type: string;
    record?: string;
    answer?: { kind: string; until?: string; words: unknown };
    words?: unknown;
  };
  if (type === "Approve") office.disposal = "cooling-off";
  if (type === "Answer" && record !== undefined && answer !== undefined)
    office.said.push({ record, ...answer });
  if (type !== "Abort") return;
  office.disposal = "aborted";
  office.said.push({ kind: "abort", words });
}

function disposals(path: string, method: string, body: string, office: Office): Answer | undefined {
  const lifted = /^\/keeps\/(\w+)\/release$/u.exec(path)?.[1];
  if (lifted !== undefined) {
    office.lifted.push(lifted);
    return ok({ record: lifted, list: disposalId, until: "2030-06-01" });
  }
  if (path === "/disposals" && method === "GET") {
    return ok({ disposals: office.disposal === "none" ? [] : [disposalList(office)] });
  }
  if (path === "/disposals") {
    if (office.nothingDue) return ok({ code: "STATE_CONFLICT", reason: "EMPTY_LIST" }, 409);
    office.disposal = "reviewing";
    return ok(disposalList(office), 201);
  }
  if (path === `/disposals/${disposalId}/review`) reviewed(body, office);
  const words = new RegExp(`^/disposals/${disposalId}/words/(\\d)`, "u").exec(path)?.[1];
  if (words !== undefined) return ok(office.said[Number(words)]?.words);
  if (path === `/disposals/${disposalId}/execution`) office.disposal = "executed";
  if (path === `/disposals/${disposalId}/certificate`) {
    const log = { index: 41, size: 42, checkpoint: "c", key: "k", inclusion: [] };
    return ok({ certificate: { proof: {}, leaves: [] }, protocol: "Protokoll över gallring", log });
  }
  return path.startsWith(`/disposals/${disposalId}`) ? ok(disposalList(office)) : undefined;
}

function reviewSummary({ verdicts, signed }: Office): object {
  const count = (wanted: string): number => [...verdicts.values()].filter((one) => one === wanted).length;
  return {
    id: review,
    at: "2026-11-21T10:00:00Z",
    by: `privacy-officer:${ref}`,
    status: signed ? "signed" : "open",
    period: { from: "2026-10-20", to: "2026-11-20" },
    population: 120,
    picked: 1,
    lines: 2,
    verdicts: {
      "in-order": count("in-order"),
      "to-be-explained": count("to-be-explained"),
      reported: count("reported"),
    },
    ...(signed ? { signedBy: `privacy-officer:${ref}` } : {}),
  };
}

function reviews(path: string, method: string, body: string, office: Office): Answer | undefined {
  if (path === "/audit/reviews" && method === "GET") {
    return ok({
      reviews: [reviewSummary(office)],
      overdue: [{ unit: "norra", coveredTo: "2026-09-01", days: 40 }],
    });
  }
  if (path === "/audit/reviews") {
    const { dryRun } = JSON.parse(body) as { dryRun: boolean };
    const period = { from: "2026-10-20", to: "2026-11-20" };
    const drawn = { dryRun, period, population: 120, picked: 1, lines: 2, rules: "access-review/1" };
    return ok(dryRun ? drawn : { ...drawn, id: review }, 201);
  }
  const judged = new RegExp(`^/audit/reviews/${review}/accesses/(\\d+)$`, "u").exec(path)?.[1];
  if (judged !== undefined) {
    office.verdicts.set(Number(judged), (JSON.parse(body) as { verdict: string }).verdict);
    return ok({ status: "open", verdicts: {} });
  }
  if (path === `/audit/reviews/${review}/signature`) {
    office.signed = true;
    return ok({ status: "signed", verdicts: {} });
  }
  if (path !== `/audit/reviews/${review}`) return undefined;
  const access = (seq: number, by: string, why: string): object => {
    const verdict = office.verdicts.get(seq);
    return {
      seq,
      record: "a".repeat(32),
      at: "2026-11-02T21:14:00Z",
      by,
      part: seq === 17 ? "contact" : "envelope",
      purpose: "handling",
      why: [why],
      ...(verdict === undefined ? {} : { verdict }),
    };
  };
  return ok({
    ...reviewSummary(office),
    rules: "access-review/1",
    seed: { size: 900, root: "r" },
    sample: "q".repeat(43),
    accesses: [
      access(17, `caseworker:${colleague}`, "odd-hours"),
      access(23, `decision-maker:${colleague}`, "sampled"),
    ],
  });
}

function holds(path: string, method: string, body: string, office: Office): Answer | undefined {
  if (path === "/holds" && method === "GET") {
    return ok({
      holds: office.holds.map((one) => ({
        ...one,
        ground: "supervision",
        text: "tillsyn av Inspektionen för vård och omsorg",
        cite: { act: "SFS 2025:400", at: "28 kap. 5 §" },
        scope: { kind: "record", of: "a".repeat(32) },
        placed: "2026-11-21",
        by: `decision-maker:${colleague}`,
        stands: one.released === undefined,
      })),
    });
  }
  if (path === "/holds") {
    const { id, dryRun = false } = JSON.parse(body) as { id: string; dryRun?: boolean };
    if (!dryRun) office.holds.push({ id });
    return ok({ dryRun, ...(dryRun ? {} : { id }), due: ["a".repeat(32)], lists: [] }, 201);
  }
  const id = /^\/holds\/([^/]+)\/release$/u.exec(path)?.[1];
  const found = office.holds.find((one) => one.id === id);
  if (found === undefined) return undefined;
  const { dryRun } = JSON.parse(body) as { dryRun: boolean };
  if (!dryRun) found.released = "2026-11-21";
  return ok({ dryRun, id, records: 1 });
}

export const transferId = `t-${"5".repeat(20)}`;

function transferSummary({ transfer }: Office): object {
  const own = { id: "provkommunen", name: "Provkommunen" };
  const other = { id: "kasam", name: "Kasam familjehemsvård" };
  const [from, to] = transfer.outgoing ? [own, other] : [other, own];
  return {
    id: transferId,
    sender: from.id,
    senderName: from.name,
    receiver: to.id,
    receiverName: to.name,
    record: "a".repeat(32),
    offeredAt: "2026-11-20T10:00:00Z",
    state: transfer.state,
  };
}

const handedOver = {
  manifest: {
    format: "tillit-transfer/1",
    list: "a".repeat(32),
    receiver: "deciding-board",
    entries: [
      {
        record: "a".repeat(32),
        status: "S",
        date: "2026-11-19",
        reference: "se/sol/provider/agreement@2025-07-01",
        checksum: { alg: "SHA-256", value: "0".repeat(64) },
      },
    ],
  },
  basis: { sv: "Överlämnande till nämnden enligt avtal", en: "Transfer to the board by agreement" },
  envelopes: [{ id: "a".repeat(32), kind: "application", digest: "D".repeat(43) }],
};

function transfers(path: string, method: string, office: Office): Answer | undefined {
  const { transfer } = office;
  if (path === "/transfers") {
    const rows = [transferSummary(office)];
    return ok({ incoming: transfer.outgoing ? [] : rows, outgoing: transfer.outgoing ? rows : [] });
  }
  if (path === `/applications/${"a".repeat(32)}/transfers`) {
    return ok({ dryRun: true, receiver: "provkommunen", ...handedOver }, 201);
  }
  if (path.endsWith("/retention-facts")) {
    office.stated = true;
    return { status: 204, value: undefined };
  }
  if (!path.startsWith(`/transfers/${transferId}`)) return undefined;
  if (path.endsWith("/withdrawal") && method === "POST") {
    transfer.state = "withdrawn";
    return { status: 204, value: undefined };
  }
  const log = { index: 3, size: 4, checkpoint: "c", key: "k", inclusion: [], entry: "{}" };
  const history = [{ type: "TransferOffered", at: "2026-11-20T10:00:00Z" }];
  const { gone } = transfer;
  const about = { app: "0b5e0c3a-1f7e-4c58-9d42-6f3a5f1c2d10", sealedFor: "kasam", gone, history, log };
  return ok({ ...transferSummary(office), ...handedOver, ...about });
}

/** Undefined for what belongs to the cases. */
export function officeAnswer(path: string, method: string, body: string, office: Office): Answer | undefined {
  if (path === "/colleagues") {
    return ok({
      units: ["norra"],
      colleagues: [
        { ref, role: office.role, seen: "2026-11-21" },
        { ref: colleague, role: "caseworker", unit: "norra", seen: "2026-11-20" },
      ],
    });
  }
  if (path.endsWith("/placement")) {
    office.placement = JSON.parse(body) as unknown;
    return { status: 204, value: undefined };
  }
  if (path === "/request-alerts") {
    const of = (count: number, day: string): object[] =>
      Array.from({ length: count }, (_, index) => request(day, index));
    return ok({
      asOf: "2026-11-21",
      late: of(office.late, "2026-11-20"),
      near: of(office.near, "2026-11-25"),
    });
  }
  if (path === "/record-of-processing") {
    const columns = ["activity", "controller", "purposes", "basis"];
    const rows = [["Intresseanmälan", "Provkommunen", "Hitta hem", "Rättslig förpliktelse"]];
    const missing = [{ code: "CLB203", activity: "Intresseanmälan", message: "Tiden för gallring saknas." }];
    return ok({ controller: "provkommunen", lang: "sv", asOf: "2026-11-21", columns, rows, missing });
  }
  return (
    disposals(path, method, body, office) ??
    reviews(path, method, body, office) ??
    holds(path, method, body, office) ??
    transfers(path, method, office)
  );
}
