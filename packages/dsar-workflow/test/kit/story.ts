/** Given a history, when a command, then events: told with the package's own functions. */
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import {
  type CaseState,
  type Command,
  decide,
  type DsarEvent,
  type DsarState,
  type Env,
  evolve,
  initialState,
  type Outcome,
  type RefusalCode,
} from "../../src/index.ts";
import {
  commandsFor,
  grantFor,
  type Machine,
  measureFor,
  people,
  receivedOn,
  refusalFor,
} from "./representatives.ts";

export function envAt(day: string, more: Partial<Env> = {}): Env {
  return { now: `${day}T09:00:00Z`, today: parseDate(day), ...more };
}

/** The case a command leads to, its last events and its refusal, if any. */
export type Told = {
  readonly state: DsarState;
  readonly events: readonly DsarEvent[];
  readonly answer: Outcome;
};

export function when(state: DsarState, command: Command, env: Env): Told {
  const answer = decide(command, state, env);
  if (!answer.ok) return { state, events: [], answer };
  return { state: answer.events.reduce<DsarState>(evolve, state), events: answer.events, answer };
}

/** Carries commands out one after the other; every one must be allowed. */
export function given(commands: readonly Command[], env: Env, from: DsarState = initialState): CaseState {
  let state = from;
  for (const command of commands) {
    const { answer, state: next } = when(state, command, env);
    if (!answer.ok) throw new Error(`${command.type} refused: ${answer.reason}`);
    state = next;
  }
  if (state.phase === "none") throw new Error("no case");
  return state;
}

export function codeOf(answer: Outcome): RefusalCode | "allowed" {
  return answer.ok ? "allowed" : answer.reason;
}

const why = "aa11";

/** The commands of a whole case, by stage. */
export function course(
  machine: Machine,
  {
    received = receivedOn,
    outcome = grantFor(machine.right),
  }: { received?: CalendarDate; outcome?: ReturnType<typeof refusalFor> } = {},
): Readonly<Record<"received" | "identified" | "collected" | "reviewed", readonly Command[]>> {
  const { registrar, caseworker, reviewer } = people;
  const arrival: Command = {
    type: "ReceiveRequest",
    actor: registrar,
    id: "case-1",
    channel: "email",
    receivedOn: received,
    ...machine,
  };
  const identified: readonly Command[] = [
    arrival,
    { type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" },
  ];
  const collected: readonly Command[] = [
    ...identified,
    { type: "Triage", actor: caseworker, sources: ["journal"] },
    {
      type: "AnswerSource",
      actor: caseworker,
      source: "journal",
      items: [{ id: "item-1", section: "health", sha256: why }],
      recipients: ["provider-1"],
    },
    { type: "CompleteSources", actor: caseworker },
  ];
  const reviewed: readonly Command[] = [
    ...collected,
    { type: "AssessItem", actor: reviewer, item: "item-1", outcome },
    { type: "CompleteReview", actor: reviewer },
  ];
  return { received: [arrival], identified, collected, reviewed };
}

/** Drafts and signs. */
export function signed(state: CaseState, env: Env): CaseState {
  const drafted = given([{ type: "DraftDecision", actor: people.caseworker, words: "bb22" }], env, state);
  const decision = drafted.draft?.digest ?? "";
  return given(
    [{ type: "SignDecision", actor: people.signer, decision, delegation: "delegation-1" }],
    env,
    drafted,
  );
}

/** Carries out a granted decision and serves it. */
export function served(state: CaseState, env: Env): CaseState {
  const { caseworker, registrar } = people;
  const decision = state.decision?.digest ?? "";
  const outcome = state.decision?.outcome;
  const gives = outcome === "granted" || outcome === "partly-granted";
  const told = state.right === "erasure" || state.right === "rectification" || state.right === "restriction";
  const carrying: Command[] = [];
  if (gives && (state.right === "access" || state.right === "portability")) {
    carrying.push(
      { type: "SealPackage", actor: caseworker, manifest: "cc33", decision, recipientKey: "dd44" },
      { type: "Disclose", actor: caseworker, manifest: "cc33", channel: "in-person" },
    );
  } else if (gives && state.right === "erasure") {
    carrying.push({ type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] });
  } else if (gives)
    carrying.push({ type: "ExecuteMeasure", actor: caseworker, measure: measureFor(state.right) });
  if (gives && told) carrying.push({ type: "NotifyRecipient", actor: caseworker, recipient: "provider-1" });
  carrying.push({ type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "in-person" });
  return given(carrying, env, state);
}

export { commandsFor };
