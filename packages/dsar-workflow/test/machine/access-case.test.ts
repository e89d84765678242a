import { parseDate } from "@tillit/civil-time";
import { expect, it } from "vitest";
import { type Command, decide, deadlineOf, type DsarState, evolve, initialState } from "../../src/index.ts";

const registrar = { id: "staff-1", role: "registrar" } as const;
const caseworker = { id: "staff-2", role: "caseworker" } as const;
const reviewer = { id: "staff-3", role: "secrecy-reviewer" } as const;
const signer = { id: "staff-4", role: "decision-maker" } as const;

const env = { now: "2027-01-18T09:00:00Z", today: parseDate("2027-01-18") };

function run(commands: readonly Command[], from: DsarState = initialState): DsarState {
  return commands.reduce<DsarState>((state, command) => {
    const answer = decide(command, state, env);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
    return answer.events.reduce<DsarState>(evolve, state);
  }, from);
}

it("takes an access request from arrival to closing", () => {
  const reviewed = run([
    {
      type: "ReceiveRequest",
      actor: registrar,
      id: "case-1",
      right: "access",
      regime: "gdpr",
      controller: "public-authority",
      channel: "email",
      receivedOn: parseDate("2027-01-15"),
    },
    { type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" },
    { type: "Triage", actor: registrar, sources: ["journal"] },
    {
      type: "AnswerSource",
      actor: caseworker,
      source: "journal",
      items: [{ id: "item-1", section: "health", sha256: "aa11" }],
    },
    { type: "CompleteSources", actor: caseworker },
    { type: "AssessItem", actor: reviewer, item: "item-1", outcome: { kind: "disclose" } },
    { type: "CompleteReview", actor: reviewer },
    { type: "DraftDecision", actor: caseworker, words: "bb22" },
  ]);
  const digest = reviewed.phase === "none" ? "" : (reviewed.draft?.digest ?? "");
  const closed = run(
    [
      { type: "SignDecision", actor: signer, decision: digest, delegation: "delegation-4" },
      { type: "SealPackage", actor: caseworker, manifest: "cc33", decision: digest, recipientKey: "dd44" },
      { type: "Disclose", actor: caseworker, manifest: "cc33", channel: "self-service" },
      { type: "ServeDecision", actor: caseworker, servedOn: env.today, channel: "self-service" },
      { type: "CloseCase", actor: registrar },
    ],
    reviewed,
  );
  expect(closed).toMatchObject({ phase: "closed", decision: { outcome: "granted" }, version: 13 });
  expect(closed.phase === "none" ? undefined : deadlineOf(closed).lastDay).toBe("2027-02-15");
});
