import {
  formatVerifier,
  logCheckpoint,
  logEntry,
  logHeader,
  signCheckpoint,
  signHandover,
  verifierOf,
} from "@tillit/audit-chain";
import { append, emptyTree, rootOf } from "@tillit/merkle-tree";
import { describe, expect, it } from "vitest";
import { json, tillitHere } from "../tillit.ts";

const origin = "tillit/kommun-1";
const signer = { name: origin, secretKey: new Uint8Array(32).fill(7) };
const next = { name: origin, secretKey: new Uint8Array(32).fill(9) };
const [key, nextKey] = [signer, next].map((one) => formatVerifier(verifierOf(one))) as [string, string];

type Event = readonly [stream: string, version: number, type: string, data?: object];

const bytesOf = ([stream, version, type, data = {}]: Event): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ stream, version, type, data }));

function treeOf(events: readonly Event[]) {
  return events.reduce((tree, event) => append(tree, bytesOf(event)).tree, emptyTree);
}

function log(...events: Event[]): string {
  const tree = treeOf(events);
  const lines = [
    logHeader(origin, verifierOf(signer)),
    ...events.map((event, index) => logEntry(index, bytesOf(event))),
    logCheckpoint(signCheckpoint({ origin, size: tree.size, root: rootOf(tree) }, signer)),
  ];
  return `${lines.join("\n")}\n`;
}

const drawn: Event = ["review/1", 1, "ReviewDrawn", { sample: "abc", lines: [{ seq: 4 }, { seq: 5 }] }];
const judged = (version: number, seq: number, verdict: string): Event => [
  "review/1",
  version,
  "AccessJudged",
  { seq, verdict },
];
const signed = (version: number, sample: string, inOrder: number): Event => [
  "review/1",
  version,
  "ReviewSigned",
  { sample, verdicts: { "in-order": inOrder, "to-be-explained": 0, reported: 2 - inOrder } },
];
const placed: Event = ["hold/1", 1, "HoldPlaced", { ground: "appeal", scope: { kind: "record", of: "r1" } }];
const reported: Event = ["disposal/1", 1, "DisposalReported", { event: { type: "Reported", record: "r1" } }];

const verifyEvents = (text: string) => tillitHere(["audit", "verify", "--key", key, "--events"], text);

describe("tillit audit verify --events", () => {
  it("counts what happened in a log that makes sense", async () => {
    const text = log(
      drawn,
      placed,
      judged(2, 4, "in-order"),
      judged(3, 5, "reported"),
      judged(4, 5, "in-order"),
      signed(5, "abc", 2),
      ["hold/2", 1, "HoldPlaced", { ground: "supervision", scope: { kind: "controller" } }],
      ["hold/1", 2, "HoldReleased"],
      reported,
    );
    const run = await verifyEvents(text);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(json(run)).toMatchObject({
      valid: true,
      size: 9,
      reviews: { drawn: 1, signed: 1 },
      holds: { placed: 2, standing: 1 },
      disposed: 1,
      events: { AccessJudged: 3, DisposalReported: 1, HoldPlaced: 2, HoldReleased: 1 },
    });
  });

  it.each([
    ["a stream with a gap", "STREAM_BROKEN", 1, [drawn, judged(3, 4, "in-order")]],
    [
      "a signature under another sample",
      "REVIEW_SIGNATURE_DIFFERS",
      3,
      [drawn, judged(2, 4, "in-order"), judged(3, 5, "in-order"), signed(4, "abd", 2)],
    ],
    [
      "a signature with other verdicts",
      "REVIEW_SIGNATURE_DIFFERS",
      3,
      [drawn, judged(2, 4, "in-order"), judged(3, 5, "reported"), signed(4, "abc", 2)],
    ],
    [
      "a signature before every access was judged",
      "REVIEW_NOT_JUDGED",
      2,
      [drawn, judged(2, 4, "in-order"), signed(3, "abc", 2)],
    ],
    ["a hold released that was not placed", "HOLD_UNKNOWN", 0, [["hold/1", 1, "HoldReleased"]]],
    ["a record disposed of under a hold", "DISPOSED_WHILE_HELD", 1, [placed, reported]],
    [
      "a key handed over by another than the last",
      "KEY_CHAIN_BROKEN",
      1,
      [
        ["log-key/k", 1, "LogKeyHandedOver", { from: "a", to: "b" }],
        ["log-key/k", 2, "LogKeyHandedOver", { from: "a", to: "c" }],
      ],
    ],
    ["an entry that is no event", "EVENT_MALFORMED", 0, [["x", "1", "T"] as unknown as Event]],
  ] as const)("finds %s, though the tree is whole", async (_name, code, entry, events) => {
    const run = await verifyEvents(log(...(events as readonly Event[])));
    expect(run.code).toBe(1);
    expect(json(run)).toEqual({ valid: false, code, firstBadEntry: entry });
  });

  it("follows a log to its next key, and names it", async () => {
    const [one, two] = [drawn, placed] as const;
    const note = signHandover({ origin, size: 1, root: rootOf(treeOf([one])) }, signer, next);
    const end = signCheckpoint({ origin, size: 2, root: rootOf(treeOf([one, two])) }, next);
    const lines = [
      logHeader(origin, verifierOf(signer)),
      logEntry(0, bytesOf(one)),
      logCheckpoint(note),
      logEntry(1, bytesOf(two)),
      logCheckpoint(end),
    ];
    for (const given of [[key], [nextKey], [nextKey, key]]) {
      const args = ["audit", "verify", ...given.flatMap((each) => ["--key", each])];
      const run = await tillitHere(args, `${lines.join("\n")}\n`);
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(json(run)).toMatchObject({ valid: true, size: 2, handedOverTo: [nextKey] });
    }
  });
});
