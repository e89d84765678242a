import { parseDate } from "@tillit/civil-time";
import { type Command, deadline, decide, type DsarState, evolve, initialState } from "@tillit/dsar-workflow";

// Received on the last day of January: February has no 31st, and its last day is a Sunday.
const { lastDay, trace } = deadline({ receivedOn: parseDate("2027-01-31") });
console.log(lastDay); // 2027-03-01
for (const step of trace) console.log(`${step.law.act} ${step.law.at}: ${step.text.en}`);

const env = { now: "2027-02-01T08:00:00Z", today: parseDate("2027-02-01") };
let state: DsarState = initialState;

function send(command: Command): void {
  const answer = decide(command, state, env);
  if (answer.ok) for (const event of answer.events) state = evolve(state, event);
  else console.log(`${answer.reason}; allowed now: ${answer.allowed.join(", ")}`);
}

const registrar = { id: "staff-7", role: "registrar" } as const;
send({
  type: "ReceiveRequest",
  actor: registrar,
  id: "request-1",
  right: "access",
  regime: "gdpr",
  controller: "public-authority",
  channel: "email",
  receivedOn: parseDate("2027-01-31"),
});
// Nothing leaves before we know who asks: this prints DSAR_ILLEGAL_TRANSITION and what is allowed.
send({
  type: "Disclose",
  actor: { id: "staff-8", role: "caseworker" },
  manifest: "abc",
  channel: "self-service",
});
send({
  type: "AcceptIdentity",
  actor: registrar,
  assurance: 3,
  method: "eid",
  subject: "subject-1",
});
console.log(state.phase); // triage
