/** From an allowed command to its event: the command's own fields, and what the package adds. */
import { decisionDigest, decisionOf } from "../../decision/decision.ts";
import type { Finding } from "../../decision/verdict.ts";
import { appealLastDay } from "../../deadline/appeal.ts";
import { remedyOf } from "../../regime/remedy.ts";
import type { ItemOutcome } from "../../review/outcome.ts";
import { askedAtOnceUntil, datesOfCase } from "../state/clock-of.ts";
import type { Command, CommandOf } from "../command/command.ts";
import type { Env } from "../env.ts";
import type { DsarEvent, EventType } from "./event.ts";
import { payloadFields } from "../command/payload.ts";
import type { CaseState } from "../state/state.ts";

function assessed({ outcome, actor }: CommandOf<"AssessItem">): ItemOutcome {
  if (outcome.kind === "disclose") {
    const { considered } = outcome;
    return considered === undefined
      ? { kind: "disclose" }
      : { kind: "disclose", considered: { ...considered, reviewer: actor.id } };
  }
  return "harm" in outcome ? { ...outcome, harm: { ...outcome.harm, reviewer: actor.id } } : outcome;
}

function findingsOf(state: CaseState, { today }: Env): readonly Finding[] {
  const { lastDay, legalLatest } = datesOfCase(state);
  const findings: Finding[] = [];
  if (legalLatest !== undefined && today > legalLatest) findings.push("DSAR_OVERDUE");
  if (state.draft?.outcome === "refused" && lastDay !== undefined && today > lastDay) {
    findings.push("DSAR_REFUSAL_AFTER_MONTH_ONE");
  }
  return findings;
}

function added(state: CaseState, command: Command, env: Env): object {
  switch (command.type) {
    case "AskIdentity":
    case "AskScope": {
      const since = command.type === "AskScope" ? (state.identifiedOn ?? state.receivedOn) : state.receivedOn;
      return { pauses: state.regime === "gdpr" && env.today <= askedAtOnceUntil(since) };
    }
    case "AssessItem":
      return { outcome: assessed(command) };
    case "DraftDecision": {
      const decision = decisionOf(state, command.words);
      const { outcome, ground } = decision;
      return { decision: decisionDigest(decision), outcome, ...(ground === undefined ? {} : { ground }) };
    }
    case "SignDecision":
      return { outcome: state.draft?.outcome, findings: findingsOf(state, env) };
    case "ServeDecision": {
      const appeals = remedyOf(state.regime, state.controller).appeal !== undefined;
      return appeals ? { appealLastDay: appealLastDay(command.servedOn) } : {};
    }
    case "ReceiveAppeal":
      return { late: state.appealLastDay !== undefined && command.receivedOn > state.appealLastDay };
    default:
      return {};
  }
}

function kept(command: Command): object {
  const values = command as unknown as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = {};
  for (const name of payloadFields[command.type]) {
    if (values[name] !== undefined) fields[name] = values[name];
  }
  return fields;
}

/** The event of a command that every rule has let through; `state` is absent for the first. */
export function emit(type: EventType, state: CaseState | undefined, command: Command, env: Env): DsarEvent {
  const { id, role } = command.actor;
  const more = state === undefined ? {} : added(state, command, env);
  return { type, at: env.now, on: env.today, actor: { id, role }, ...kept(command), ...more } as DsarEvent;
}
