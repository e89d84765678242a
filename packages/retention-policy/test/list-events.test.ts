/** Events of a list come back from where they were kept: what is none must not change a list, nor be passed over. */
import { describe, expect, it } from "vitest";
import { type DisposalList, evolveList, initialList, type ListEvent } from "../src/index.ts";

const item = {
  record: "A-1",
  outcome: "dispose",
  rule: "r",
  version: "2020-01-01",
  earliest: "2026-01-01",
  factsHash: "h",
} as const;
const list: DisposalList = { ...initialList, id: "L", status: "reviewing", author: "p-1", items: [item] };
const approval = { person: "p-2", role: "reviewer", at: "2026-12-01", of: "h" } as const;
const keep = { kind: "keep", until: "2027-01-01", reason: "tvist" } as const;

/** As from a database or plain JavaScript: what is given is of no type. */
const evolve = (event: unknown): DisposalList => evolveList(list, event as ListEvent);

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("an event of a disposal list", () => {
  it.each<[string, ListEvent]>([
    ["Drafted", { type: "Drafted", list }],
    ["Submitted", { type: "Submitted" }],
    ["Answered", { type: "Answered", record: "A-1", answer: keep }],
    ["ChangesRequested", { type: "ChangesRequested", comment: "c" }],
    ["Approved", { type: "Approved", approval: { ...approval, comment: "c" } }],
    ["CoolingOff", { type: "CoolingOff", until: "2026-12-08" }],
    ["Begun", { type: "Begun", dropped: [{ record: "A-1", reason: "HELD" }] }],
    ["Reported", { type: "Reported", record: "A-1", result: "gone", at: "2026-12-09", receipt: "r" }],
    ["Finished", { type: "Finished" }],
    ["Aborted", { type: "Aborted", reason: "r" }],
  ])("is taken as it stands: %s", (_, event) => {
    expect(evolve(event).id).toBe("L");
    expect(evolve(Object.assign(Object.create(null) as object, event))).toEqual(evolve(event));
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "event"],
    ["a text", "Finished", "event"],
    ["without a type", {}, "type"],
    ["of a type that is not known", { type: "Expired" }, "type"],
    ["of another case", { type: "finished" }, "type"],
    ["called like a property of objects", { type: "constructor" }, "type"],
    ["a type in a list", { type: ["Finished"] }, "type"],
    ["an answer that is not there", { type: "Answered", record: "A-1" }, "answer"],
    [
      "an answer of a kind that is not known",
      { type: "Answered", record: "A-1", answer: { kind: "hold" } },
      "answer.kind",
    ],
    [
      "an answer that keeps until no day",
      { type: "Answered", record: "A-1", answer: { kind: "keep", reason: "r" } },
      "answer.until",
    ],
    ["an answer about no record", { type: "Answered", answer: keep }, "record"],
    [
      "an approval by nobody",
      { type: "Approved", approval: { ...approval, person: undefined } },
      "approval.person",
    ],
    ["an approval that is a text", { type: "Approved", approval: "p-2" }, "approval"],
    ["dropped that is no list", { type: "Begun", dropped: {} }, "dropped"],
    ["dropped for no reason", { type: "Begun", dropped: [{ record: "A-1" }] }, "dropped.0.reason"],
    ["dropped that is missing", { type: "Begun", dropped: Array.from({ length: 1 }) }, "dropped.0"],
    ["a list without items", { type: "Drafted", list: { ...list, items: undefined } }, "list.items"],
    ["a result that is null", { type: "Reported", record: "A-1", result: null, at: "2026-12-09" }, "result"],
    [
      "what it only inherits",
      Object.assign(Object.create({ reason: "r" }) as object, { type: "Aborted" }),
      "reason",
    ],
  ])("is refused where it is %s", (_, event, at) => {
    expect(thrown(() => evolve(event))).toMatchObject({ code: "EVENT_MALFORMED", at });
  });

  it.each<[string, unknown, string, string]>([
    [
      "the event",
      { type: "Reported", record: "A-1", result: "gone", at: "2026-12-09", reciept: "r" },
      "reciept",
      "receipt",
    ],
    [
      "the answer",
      { type: "Answered", record: "A-1", answer: { ...keep, untill: "2028-01-01" } },
      "answer.untill",
      "until",
    ],
    [
      "the approval",
      { type: "Approved", approval: { ...approval, coment: "c" } },
      "approval.coment",
      "comment",
    ],
    [
      "what was dropped",
      { type: "Begun", dropped: [{ record: "A-1", reason: "HELD", resaon: "x" }] },
      "dropped.0.resaon",
      "reason",
    ],
    ["the list", { type: "Drafted", list: { ...list, Items: [] } }, "list.Items", "items"],
  ])(
    "is refused for a key that is not known in %s, with its place and what was meant",
    (_, event, at, meant) => {
      expect(thrown(() => evolve(event))).toMatchObject({ code: "UNKNOWN_KEY", at, meant });
    },
  );
});
