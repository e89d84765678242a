/** A rule set of one's own, read from JSON: checked, asked, explained, and followed to a certificate of disposal. */
import {
  checkRules,
  compile,
  decideList,
  type DisposalList,
  disposalProof,
  evolveList,
  type Facts,
  initialList,
  type ListCommand,
  parseRuleSet,
  protocolText,
  proveDisposal,
  verifyDisposal,
  verifyDisposalProof,
} from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";

// As it would stand in a file; whatever does not follow the schema is refused with its place.
const file = `{
  "id": "vendor/own", "release": "2026.1", "title": { "sv": "Egna regler" }, "jurisdiction": "SE",
  "supports": { "from": "2015-01-01" }, "acts": {}, "receivers": {}, "sets": {},
  "vocabulary": {
    "closed": { "title": { "sv": "ärendet avslutat" }, "type": { "kind": "event" } },
    "kind": { "title": { "sv": "slag av handling" }, "type": { "kind": "enum", "values": ["case", "minutes"] } }
  },
  "otherwise": [{ "id": "own/otherwise", "when": { "always": true }, "outcome": "review", "grade": "I",
    "cite": [{ "act": "Dokumenthanteringsplan", "at": "1", "checked": "2026-11-01" }] }],
  "rules": [{ "id": "own/case", "title": { "sv": "Ärenden" }, "versions": [{
    "inForce": { "from": "2015-01-01" }, "grade": "V", "when": { "field": "kind", "is": "case" },
    "cite": [{ "act": "Dokumenthanteringsplan", "at": "2.1", "checked": "2024-11-01" }],
    "effect": { "kind": "dispose", "after": { "from": { "event": "closed" }, "plus": "P5Y" },
      "complete": { "by": "endOfNextCalendarYear" } } }] }]
}`;
const rules = parseRuleSet(JSON.parse(file));
const today = "2026-11-21";

// What a jurist should look at before the rules decide anything: here an old citation and a leap day left open.
for (const { code, severity, message } of checkRules(rules, { today }))
  console.log(severity, code, message.sv);

const engine = compile(rules);
const records: readonly Facts[] = [
  { id: "r-1", unit: "file", values: { kind: "case", closed: "2020-03-02" } },
  {
    id: "r-2",
    unit: "file",
    values: { kind: "case", closed: "2020-06-30" },
    holds: [{ id: "h-1", matter: "supervision-3", placed: "2026-01-01", by: "archivist-1" }],
  },
  { id: "r-3", unit: "file", values: { kind: "case", closed: "2024-01-31" } },
  { id: "r-4", unit: "file", values: { kind: "minutes" } },
];
for (const record of records)
  console.log(`${record.id}: ${engine.sentences(engine.explain(record, today), "sv").join(" ")}`);

// The list takes what is due. A second person approves it, a week passes, and every item is decided again before it goes.
const candidates = (asOf: string) =>
  records.map((record) => ({
    disposition: engine.decide(record, asOf),
    factsHash: contentHash(record),
  }));
const hash = contentHash(rules);
let list: DisposalList = initialList;

function send(command: ListCommand): void {
  const answer = decideList(command, list);
  if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
  for (const event of answer.events) list = evolveList(list, event);
}

send({
  type: "Draft",
  by: { person: "p-1", role: "author" },
  id: "list-1",
  asOf: today,
  ruleSet: { id: rules.id, release: rules.release, hash },
  candidates: candidates(today),
});
send({ type: "Submit", by: { person: "p-1", role: "author" } });
send({ type: "Approve", by: { person: "p-2", role: "reviewer" }, at: today });
console.log(
  list.status,
  list.coolUntil,
  list.dropped.map(({ record, reason }) => `${record} ${reason}`).join(),
);

const day = "2026-11-30";
const executor = { person: "p-3", role: "executor" } as const;
send({ type: "Begin", by: executor, at: day, current: candidates(day), ruleSetHash: hash });
for (const { record } of list.items) send({ type: "Report", by: executor, record, result: "gone", at: day });
send({ type: "Finish", by: executor });

// The certificate holds no record id: whoever has the key can ask whether a record was in it, nobody else.
const key = crypto.getRandomValues(new Uint8Array(32));
const { proof, leaves } = disposalProof(
  list,
  rules,
  {
    controller: "example-board",
    method: "erase",
    by: "p-3",
    copies: [{ system: "case-system", kind: "primary", state: "gone" }],
  },
  key,
);
const inclusion = proveDisposal(leaves, key, "r-1");
if (
  verifyDisposalProof(proof, leaves).length > 0 ||
  inclusion === undefined ||
  !verifyDisposal(proof, inclusion)
)
  throw new Error("the proof holds, and r-1 is in it");
console.log(protocolText(proof, rules));
