import { describe, expect, it } from "vitest";
import {
  compile,
  decideList,
  type DisposalList,
  disposalProof,
  evolveList,
  type Facts,
  initialList,
  type ListCommand,
  protocolText,
  proveDisposal,
  retentionMark,
  transferManifest,
  verifyDisposal,
  verifyDisposalProof,
} from "../src/index.ts";
import { contentHash } from "@tillit/canonical-json";
import { asOf, dispose, record, rule, there, toy } from "./toy.ts";

const ruleSet = toy([
  rule("papers", dispose("closed", "P2Y")),
  rule(
    "maps",
    { kind: "preserve", transferTo: "archive", after: { from: { event: "closed" }, plus: "P1Y" } },
    { field: "kind", is: "map" },
  ),
]);
const engine = compile(ruleSet);
const key = Uint8Array.from({ length: 32 }, (_, at) => at);
const people = {
  author: { person: "p-1", role: "author" },
  reviewer: { person: "p-2", role: "reviewer" },
  archivist: { person: "p-3", role: "archivist" },
  executor: { person: "p-4", role: "executor" },
} as const;

const due = (id: string, values: Facts["values"] = {}): Facts =>
  record({ kind: "letter", closed: "2023-01-01", ...values }, { id });
const candidate = (
  facts: Facts,
  day = asOf,
): Extract<ListCommand, { type: "Draft" }>["candidates"][number] => ({
  disposition: engine.decide(facts, day),
  factsHash: contentHash(facts),
});
const hash = contentHash(ruleSet);
const draft = (facts: readonly Facts[], more: object = {}): ListCommand => ({
  type: "Draft",
  by: people.author,
  id: "L-1",
  asOf,
  ruleSet: { id: ruleSet.id, release: ruleSet.release, hash },
  candidates: facts.map((each) => candidate(each)),
  ...more,
});

/** Runs commands; the reason of the first refusal, or the list. */
function play(commands: readonly ListCommand[], from: DisposalList = initialList): DisposalList | string {
  let list = from;
  for (const command of commands) {
    const decision = decideList(command, list);
    if (!decision.ok) return decision.reason;
    list = decision.events.reduce(evolveList, list);
  }
  return list;
}

const records = [due("a"), due("b"), due("c"), due("m", { kind: "map" })];
const submit: ListCommand = { type: "Submit", by: people.author };
const approve: ListCommand = { type: "Approve", by: people.reviewer, at: "2026-11-22" };
const begin = (facts: readonly Facts[], at = "2026-11-30", ruleSetHash = hash): ListCommand => ({
  type: "Begin",
  by: people.executor,
  at,
  ruleSetHash,
  current: facts.map((each) => candidate(each, at)),
});
const report = (id: string, more: object = {}): ListCommand => ({
  type: "Report",
  by: people.executor,
  record: id,
  result: "gone",
  at: "2026-11-30",
  ...more,
});
const finish: ListCommand = { type: "Finish", by: people.executor };

function executed(): DisposalList {
  const list = play([
    draft(records),
    submit,
    {
      type: "Answer",
      by: people.reviewer,
      record: "c",
      answer: { kind: "keep", until: "2027-06-01", reason: "pending study" },
    },
    approve,
    begin(records),
    report("a"),
    report("b", { result: "unlinked" }),
    report("m", { result: "transferred", receipt: "R-7" }),
    finish,
  ]);
  if (typeof list === "string") throw new Error(list);
  return list;
}

describe("a list that is kept as a file", () => {
  const approved = play([draft(records), submit, approve]) as DisposalList;
  const braked = play([draft(records, { median: 1 }), submit, approve]) as DisposalList;
  const edited: readonly (readonly [string, DisposalList])[] = [
    [
      "a record more",
      { ...approved, items: [...approved.items, { ...there(approved.items[0]), record: "x" }] },
    ],
    [
      "another record",
      { ...approved, items: approved.items.map((item) => ({ ...item, record: `${item.record}x` })) },
    ],
    [
      "an earlier day",
      { ...approved, items: approved.items.map((item) => ({ ...item, earliest: "2020-01-01" })) },
    ],
    ["other facts", { ...approved, items: approved.items.map((item) => ({ ...item, factsHash: "0" })) }],
    ["another author", { ...approved, author: "p-9" }],
    ["the reviewer as author", { ...approved, author: "p-2" }],
    ["fewer persons needed", { ...braked, required: 2, status: "cooling-off" }],
    ["a state it did not reach", { ...braked, status: "cooling-off" }],
    ["no approval at all", { ...approved, approvals: [] }],
    ["one approval twice", { ...approved, approvals: [...approved.approvals, ...approved.approvals] }],
  ];
  it.each(edited)("is not executed with %s", (_, list) => {
    expect(play([begin(records)], list)).toBe("LIST_CHANGED");
  });

  it("cools off as long as its approvals say, whatever stands in the file", () => {
    const early = { ...approved, coolUntil: "2026-11-22" };
    expect(play([begin(records, "2026-11-29")], early)).toBe("COOLING_OFF");
    expect(play([begin(records, "2026-11-30")], early)).toMatchObject({ status: "executing" });
  });

  it.each<[string, readonly ListCommand[], ListCommand]>([
    ["approval", [draft(records), submit], { type: "Approve", by: people.reviewer, at: "soon" }],
    ["beginning", [draft(records), submit, approve], { ...begin(records), at: "9999" } as ListCommand],
    [
      "answer",
      [draft(records), submit],
      {
        type: "Answer",
        by: people.reviewer,
        record: "a",
        answer: { kind: "keep", until: "later", reason: "x" },
      },
    ],
  ])("takes no day of an %s that is none", (_, before, command) => {
    expect(() => decideList(command, play(before) as DisposalList)).toThrow(
      expect.objectContaining({ code: "DAY_MALFORMED" }),
    );
  });

  it("is executed with the answers that reviewers gave after the first approval", () => {
    const answered = play(
      [
        {
          type: "Answer",
          by: people.archivist,
          record: "b",
          answer: { kind: "reclassify", reason: "belongs elsewhere" },
        },
        { ...approve, by: people.archivist, at: "2026-11-23" },
        begin(records, "2026-12-01"),
      ],
      braked,
    );
    expect(answered).toMatchObject({ dropped: [{ record: "b", reason: "RECLASSIFIED" }] });
  });

  it("keeps the receipt of what was handed over", () => {
    expect(executed().items.find(({ record: id }) => id === "m")?.receipt).toBe("R-7");
  });
});

describe("a disposal list", () => {
  it("takes only what is due, and says of the rest why not", () => {
    const list = play([
      draft([
        due("a"),
        due("later", { closed: "2026-01-01" }),
        due("open", { closed: null }),
        { ...due("held"), holds: [{ id: "h", matter: "m", placed: "2026-01-01", by: "x" }] },
        due("m", { kind: "map" }),
      ]),
    ]);
    expect(list).toMatchObject({
      status: "draft",
      items: [{ record: "a" }, { record: "m", outcome: "transfer", transferTo: "archive" }],
      dropped: [
        { record: "later", reason: "NOT_DUE" },
        { record: "open", reason: "UNDETERMINED" },
        { record: "held", reason: "HELD" },
      ],
    });
  });

  it.each<[string, ListCommand[], string]>([
    [
      "nobody approves what they drafted",
      [draft(records), submit, { ...approve, by: { person: "p-1", role: "reviewer" } }],
      "SAME_PERSON",
    ],
    [
      "an author does not approve",
      [draft(records), submit, { ...approve, by: people.author } as ListCommand],
      "WRONG_ROLE",
    ],
    ["nothing is approved before it is submitted", [draft(records), approve], "WRONG_STATE"],
    ["no record is on a list twice", [draft([...records, ...records])], "RECORD_TWICE"],
    ["nothing is executed before it is approved", [draft(records), submit, begin(records)], "WRONG_STATE"],
    [
      "nothing is executed while it cools",
      [draft(records), submit, approve, begin(records, "2026-11-29")],
      "COOLING_OFF",
    ],
    [
      "keeping needs a reason",
      [
        draft(records),
        submit,
        {
          type: "Answer",
          by: people.reviewer,
          record: "a",
          answer: { kind: "keep", until: "2027-01-01", reason: " " },
        },
      ],
      "REASON_NEEDED",
    ],
    [
      "a record not on the list has no answer",
      [
        draft(records),
        submit,
        { type: "Answer", by: people.reviewer, record: "x", answer: { kind: "dispose" } },
      ],
      "UNKNOWN_ITEM",
    ],
    [
      "a transfer needs a receipt",
      [draft(records), submit, approve, begin(records), report("m", { result: "transferred" })],
      "RECEIPT_NEEDED",
    ],
    [
      "what is to be transferred is not destroyed",
      [draft(records), submit, approve, begin(records), report("m")],
      "UNKNOWN_ITEM",
    ],
    [
      "all is reported before the end",
      [draft(records), submit, approve, begin(records), report("a"), finish],
      "NOT_ALL_REPORTED",
    ],
    ["an empty list goes nowhere", [draft([]), submit], "EMPTY_LIST"],
  ])("%s", (_, commands, code) => {
    expect(play(commands)).toBe(code);
  });

  it("needs one more approval when it is far larger than usual, by another person", () => {
    const braked = play([draft(records, { median: 1 }), submit, approve]);
    expect(braked).toMatchObject({ status: "reviewing", required: 3 });
    expect(play([approve], braked as DisposalList)).toBe("SAME_PERSON");
    expect(
      play([{ type: "Approve", by: people.archivist, at: "2026-11-23" }], braked as DisposalList),
    ).toMatchObject({ status: "cooling-off", coolUntil: "2026-11-30" });
  });

  it("goes back for changes and comes again, without the old approvals", () => {
    expect(
      play([
        draft(records),
        submit,
        { type: "RequestChanges", by: people.reviewer, comment: "check b" },
        submit,
      ]),
    ).toMatchObject({ status: "reviewing", approvals: [] });
  });

  it("decides every item again before anything is destroyed, and drops what has changed", () => {
    const now = [
      due("a", { closed: "2023-02-02" }),
      { ...due("b"), holds: [{ id: "h", matter: "m", placed: "2026-11-25", by: "x" }] },
      due("m", { kind: "map" }),
    ];
    expect(play([draft(records), submit, approve, begin(now)])).toMatchObject({
      status: "executing",
      items: [{ record: "m" }],
      dropped: [
        { record: "a", reason: "FACTS_CHANGED" },
        { record: "b", reason: "HELD" },
        { record: "c", reason: "NOT_FOUND" },
      ],
    });
  });

  it("takes the parts of a mixed file one by one", () => {
    const mixed = record(
      { kind: "letter" },
      {
        id: "f",
        parts: [
          { id: "1", unit: "document", values: { closed: "2023-01-01" } },
          { id: "2", unit: "document", values: { closed: "2026-10-01" } },
        ],
      },
    );
    expect(play([draft([mixed])])).toMatchObject({
      items: [{ record: "f/1" }],
      dropped: [{ record: "f/2", reason: "NOT_DUE" }],
    });
  });
});

describe("the proof of a disposal", () => {
  const execution = {
    controller: "Nämnden",
    method: "crypto-erase",
    by: "p-4",
    copies: [{ system: "backup", kind: "backup", state: "pending", by: "2027-02-28" }],
  } as const;
  const { proof, leaves } = disposalProof(executed(), ruleSet, execution, key);

  it("holds, and holds no record id", () => {
    expect(verifyDisposalProof(proof, leaves)).toEqual([]);
    expect(JSON.stringify([proof, leaves])).not.toMatch(/"(a|b|c|m)"/);
    expect(proof).toMatchObject({
      leaves: { count: 3 },
      dropped: [{ reason: "KEPT_BY_REVIEW", units: 1 }],
      approvals: [{ person: "p-2" }],
      authority: [{ act: "T 1", checked: "2026-01-01" }],
    });
  });

  it.each<[string, (input: { proof: typeof proof; leaves: typeof leaves }) => unknown, string]>([
    ["a leaf taken away", (x) => verifyDisposalProof(x.proof, x.leaves.slice(1)), "ROOT"],
    [
      "a leaf changed",
      (x) =>
        verifyDisposalProof(
          x.proof,
          x.leaves.map((leaf) => ({ ...leaf, executed: "2026-12-01" })),
        ),
      "ROOT",
    ],
    ["a total changed", (x) => verifyDisposalProof({ ...x.proof, totals: [] }, x.leaves), "TOTALS"],
    [
      "the author as approver",
      (x) => verifyDisposalProof({ ...x.proof, author: "p-2" }, x.leaves),
      "TWO_PERSONS",
    ],
    [
      "no approvals",
      (x) => verifyDisposalProof({ ...x.proof, approvals: undefined } as never, x.leaves),
      "FORMAT",
    ],
    ["a leaf that is none", (x) => verifyDisposalProof(x.proof, [null] as never), "FORMAT"],
    ["nothing at all", (x) => verifyDisposalProof(null as never, x.leaves), "FORMAT"],
    ["another format", (x) => verifyDisposalProof({ ...x.proof, format: "x" } as never, x.leaves), "FORMAT"],
    ["another proof before it", (x) => verifyDisposalProof(x.proof, x.leaves, x.proof), "PREVIOUS"],
  ])("%s is found", (_, verify, problem) => {
    expect(verify({ proof, leaves })).toContain(problem);
  });

  it("chains to the proof before it", () => {
    const next = disposalProof(executed(), ruleSet, { ...execution, previous: contentHash(proof) }, key);
    expect(verifyDisposalProof(next.proof, next.leaves, proof)).toEqual([]);
  });

  it("answers whether a record was disposed of, when and why, to whoever holds the key", () => {
    const inclusion = there(proveDisposal(leaves, key, "b"));
    expect(inclusion.leaf).toMatchObject({ rule: "papers", result: "unlinked", executed: "2026-11-30" });
    expect(verifyDisposal(proof, inclusion)).toBe(true);
    expect(verifyDisposal(proof, { ...inclusion, index: inclusion.index + 1 })).toBe(false);
    expect(proveDisposal(leaves, key, "c")).toBeUndefined();
    expect(proveDisposal(leaves, key.slice(1), "b")).toBeUndefined();
  });

  it("proves every leaf of lists of many sizes", () => {
    for (const size of [1, 2, 3, 7, 8, 13]) {
      const many = Array.from({ length: size }, (_, at) => due(`r${at}`));
      const list = play([
        draft(many),
        submit,
        approve,
        begin(many),
        ...many.map(({ id }) => report(id)),
        finish,
      ]) as DisposalList;
      const made = disposalProof(list, ruleSet, execution, key);
      for (const { id } of many)
        expect(verifyDisposal(made.proof, there(proveDisposal(made.leaves, key, id)))).toBe(true);
    }
  });

  it("is not made of a list that is not executed", () => {
    expect(() => disposalProof(play([draft(records)]) as DisposalList, ruleSet, execution, key)).toThrow(
      expect.objectContaining({ code: "PROOF_MALFORMED" }),
    );
  });

  it("has a protocol in Swedish with everything an archivist asks for", () => {
    const text = protocolText(proof, ruleSet);
    for (const word of [
      "Gallringsprotokoll L-1",
      "Nämnden",
      "§ 1 Lagen",
      "nyckelförstöring",
      "Godkänt av: p-2",
      "2026-11-30",
      "backup (säkerhetskopia): återstår, borta senast 2027-02-28",
      "1 behållna av granskare",
      proof.leaves.root,
    ])
      expect(text).toContain(word);
  });
});

describe("a transfer manifest", () => {
  const list = play([draft(records)]) as DisposalList;
  it("names what the receiver gets, from which day, by which rule", () => {
    expect(transferManifest(list, "archive", { m: "00ff" })).toMatchObject({
      ok: true,
      manifest: {
        receiver: "archive",
        entries: [{ record: "m", status: "S", date: "2024-01-02", reference: "maps@2000-01-01" }],
      },
    });
  });
  it.each([
    ["another receiver", "museum", { m: "00" }, "RECEIVER_REFUSED"],
    ["no checksum", "archive", {}, "CHECKSUM_MISSING"],
  ])("refuses %s", (_, receiver, sums, code) => {
    expect(transferManifest(list, receiver, sums)).toMatchObject({ ok: false, code, units: 1 });
  });
  it.each([
    [due("a"), "DI"],
    [due("m", { kind: "map" }), "S"],
    [due("u", { closed: null }), "UN"],
    [due("p", { closed: "2026-11-01" }), "DI"],
  ])("marks %#", (facts, mark) => {
    expect(retentionMark(engine.decide(facts, asOf))).toBe(mark);
  });
});
