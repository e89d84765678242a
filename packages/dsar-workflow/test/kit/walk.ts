/** Random but lawful histories: at each step one of the commands that are allowed. */
import { addDays, type CalendarDate } from "@tillit/civil-time";
import fc from "fast-check";
import {
  type CaseState,
  type Command,
  decide,
  type DsarEvent,
  type DsarState,
  type Env,
  evolve,
  initialState,
  type ItemAssessment,
} from "../../src/index.ts";
import {
  commandsFor,
  grantFor,
  type Machine,
  machines,
  people,
  receivedOn,
  refusalFor,
  measureFor,
} from "./representatives.ts";

export type Walk = {
  readonly machine: Machine;
  readonly events: readonly DsarEvent[];
  readonly states: readonly DsarState[];
};

const ends = new Set([
  "WithdrawRequest",
  "ForwardToController",
  "BlockGuardian",
  "CloseCase",
  "RecordProtection",
]);

export function envOn(today: CalendarDate): Env {
  return { now: `${today}T09:00:00Z`, today, closedCases: ["sibling"] };
}

function step(state: DsarState, machine: Machine, env: Env, choice: number): readonly DsarEvent[] {
  // Two of three choices carry the case on, one wanders; every eighth may end it.
  const straight =
    choice % 3 === 0 || state.phase === "none"
      ? []
      : preferred(state, choice % 2 === 0 ? refusalFor(machine) : grantFor(machine.right));
  for (const command of straight) {
    const answer = decide(command, state, env);
    if (answer.ok) return answer.events;
  }
  const commands = commandsFor(machine, state).filter(({ type }) => choice % 8 === 0 || !ends.has(type));
  for (let n = 0; n < commands.length; n += 1) {
    const command = commands[(choice + n) % commands.length];
    if (command === undefined) continue;
    const answer = decide(command, state, env);
    if (answer.ok) return answer.events;
  }
  return [];
}

function walk(machine: Machine, choices: readonly number[]): Walk {
  const events: DsarEvent[] = [];
  const states: DsarState[] = [initialState];
  let state: DsarState = initialState;
  let today = addDays(receivedOn, 1);
  for (const choice of choices) {
    for (const event of step(state, machine, envOn(today), choice)) {
      state = evolve(state, event);
      events.push(event);
      states.push(state);
    }
    today = addDays(today, choice % 5 === 0 ? 9 : 0);
  }
  return { machine, events, states };
}

export const walks: fc.Arbitrary<Walk> = fc
  .tuple(fc.constantFrom(...machines), fc.array(fc.nat(9999), { minLength: 8, maxLength: 45 }))
  .map(([machine, choices]) => walk(machine, choices));

function preferred(state: CaseState, outcome: ItemAssessment): readonly Command[] {
  const { registrar, caseworker, reviewer, signer } = people;
  const why = "aa11";
  const words = "bb22";
  const decision = state.decision?.digest ?? "none";
  // What IVO wants given must be assessed anew, until it is given.
  const given = (id: string): boolean => state.items[id]?.outcome?.kind === "disclose";
  const open = Object.keys(state.items).filter(
    (id) => state.items[id]?.outcome === undefined || (state.ivo === "all" && !given(id)),
  );
  const draft = state.draft?.digest;
  switch (state.phase) {
    case "received":
    case "awaiting-identity":
      return [
        { type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" },
      ];
    case "triage":
      return [{ type: "Triage", actor: caseworker, sources: ["journal"] }];
    case "collecting":
      return [
        {
          type: "AnswerSource",
          actor: caseworker,
          source: "journal",
          items: [{ id: "item-1", section: "s", sha256: why }],
        },
        { type: "CompleteSources", actor: caseworker },
        { type: "RecordNoData", actor: caseworker, reason: why },
      ];
    case "reviewing":
      return [
        ...open.map((item): Command => ({
          type: "AssessItem",
          actor: reviewer,
          item,
          outcome,
        })),
        { type: "CompleteReview", actor: reviewer },
      ];
    case "deciding":
      return [
        ...(draft === undefined
          ? []
          : [{ type: "SignDecision", actor: signer, decision: draft, delegation: "d" } as const]),
        { type: "HandToIvo", actor: signer, opinion: why },
        ...(draft === undefined ? [{ type: "DraftDecision", actor: caseworker, words } as const] : []),
        { type: "ReopenReview", actor: signer, reason: why },
      ];
    case "decided":
      return [
        { type: "ServeDecision", actor: registrar, servedOn: state.asOf, channel: "in-person" },
        ...state.holds.map((hold): Command => ({
          type: "ReleaseHold",
          actor: caseworker,
          hold,
          reason: why,
        })),
        ...Object.keys(state.recipients)
          .filter((ref) => state.recipients[ref] === "due")
          .map((recipient): Command => ({ type: "NotifyRecipient", actor: caseworker, recipient })),
        ...(state.sealed === undefined
          ? [
              {
                type: "SealPackage",
                actor: caseworker,
                manifest: "cc33",
                decision,
                recipientKey: "dd44",
              } as const,
            ]
          : [{ type: "Disclose", actor: caseworker, manifest: "cc33", channel: "in-person" } as const]),
        { type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] },
        { type: "ExecuteMeasure", actor: caseworker, measure: measureFor(state.right) },
      ];
    case "executed":
      return [
        { type: "CloseCase", actor: registrar },
        { type: "LapseAppeal", actor: registrar },
      ];
    case "appealed":
      return [
        { type: "DismissAppeal", actor: signer, reason: why },
        { type: "ForwardToCourt", actor: registrar },
      ];
    case "at-review-body":
      return [
        { type: "RecordCourtUpheld", actor: registrar, judgment: why },
        { type: "RecordIvoDecision", actor: registrar, releases: "none", decision: why },
      ];
    case "closed":
      return [];
  }
}

/** Carries a case to its end, always with a command that is allowed; says in which phase it got stuck, if it did. */
export function carryToEnd(from: DsarState): string {
  let state = from;
  for (let n = 0; n < 40 && state.phase !== "none" && state.phase !== "closed"; n += 1) {
    const env = envOn(addDays(state.asOf, 60));
    const current: CaseState = state;
    const answer = preferred(current, grantFor(current.right))
      .map((command) => decide(command, current, env))
      .find(({ ok }) => ok);
    if (answer === undefined || !answer.ok) return `stuck in ${state.phase}`;
    state = answer.events.reduce<DsarState>(evolve, state);
  }
  return state.phase;
}
