/**
 * How long it takes to fold and decide 100 000 cases of 20 events, and to list the deadlines of 100 000 open cases;
 * and the same table, guards and facts driven by xstate v5, in the same run. Prints a table; BENCHMARKS.md has one.
 */
import { addDays, parseDate } from "@tillit/civil-time";
import { assign, initialTransition, setup, transition } from "xstate";
import { apply } from "../src/case/state/apply.ts";
import { copyOf } from "../src/case/state/draft-state.ts";
import {
  type CaseState,
  type Command,
  deadlineList,
  decide,
  type DsarEvent,
  type DsarState,
  type Env,
  evolve,
  fold,
  initialState,
  type Transition,
} from "../src/index.ts";
import { transitions } from "../src/machine.ts";
import { emit } from "../src/case/event/emit.ts";
import { guards } from "../src/machine/guards/guards.ts";

const cases = Number(process.env["CASES"] ?? 100_000);
const rivalCases = Number(process.env["RIVAL_CASES"] ?? 500);
const received = parseDate("2027-01-11");
const env: Env = { now: "2027-01-12T09:00:00Z", today: addDays(received, 1) };
const registrar = { id: "anna", role: "registrar" } as const;
const caseworker = { id: "bo", role: "caseworker" } as const;
const reviewer = { id: "cecilia", role: "secrecy-reviewer" } as const;
const signer = { id: "david", role: "decision-maker" } as const;
const why = "aa11";

/** Twenty commands, twenty events, from arrival to a closed case. The signature is filled in from the draft. */
const course: readonly Command[] = [
  {
    type: "ReceiveRequest",
    actor: registrar,
    id: "case-1",
    right: "access",
    regime: "gdpr",
    controller: "public-authority",
    channel: "email",
    receivedOn: received,
  },
  { type: "AskIdentity", actor: caseworker, doubt: "identity", reason: why, replyBy: addDays(received, 14) },
  { type: "RejectIdentity", actor: caseworker, reason: why },
  { type: "AcceptIdentity", actor: registrar, assurance: 3, method: "eid", subject: "subject-1" },
  { type: "AskScope", actor: caseworker, reason: why },
  { type: "AnswerScope", actor: registrar, answer: why },
  { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: why },
  { type: "Triage", actor: caseworker, sources: ["journal", "mail"] },
  {
    type: "AnswerSource",
    actor: caseworker,
    source: "journal",
    items: [
      { id: "item-1", section: "health", sha256: why },
      { id: "item-2", section: "contact", sha256: why },
    ],
  },
  { type: "WriteOffSource", actor: caseworker, source: "mail", reason: why },
  { type: "CompleteSources", actor: caseworker },
  { type: "AssessItem", actor: reviewer, item: "item-1", outcome: { kind: "disclose" } },
  { type: "AssessItem", actor: reviewer, item: "item-2", outcome: { kind: "disclose" } },
  { type: "CompleteReview", actor: reviewer },
  { type: "DraftDecision", actor: caseworker, words: "bb22" },
  { type: "SignDecision", actor: signer, decision: "", delegation: "delegation-1" },
  { type: "SealPackage", actor: caseworker, manifest: "cc33", decision: "", recipientKey: "dd44" },
  { type: "Disclose", actor: caseworker, manifest: "cc33", channel: "self-service" },
  { type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "self-service" },
  { type: "CloseCase", actor: registrar },
];

function live(): { readonly commands: readonly Command[]; readonly events: readonly DsarEvent[] } {
  let state: DsarState = initialState;
  const commands: Command[] = [];
  const events: DsarEvent[] = [];
  for (const planned of course) {
    const digest = state.phase === "none" ? "" : (state.draft?.digest ?? "");
    const command =
      planned.type === "SignDecision" || planned.type === "SealPackage"
        ? { ...planned, decision: digest }
        : planned;
    const answer = decide(command, state, env);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.reason}`);
    commands.push(command);
    events.push(...answer.events);
    state = answer.events.reduce<DsarState>(evolve, state);
  }
  if (state.phase !== "closed" || events.length !== 20) throw new Error("the course is not what it says");
  return { commands, events };
}

/** Milliseconds of processor time: what others do on the machine meanwhile does not count. */
function time(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const { commands, events } = live();

const next: Command = { type: "RecordComplaint", actor: registrar, filedOn: env.today };

/** What a server does with a case: fold its twenty events, then decide the next command. */
function foldAndDecide(n: number): void {
  for (let one = 0; one < n; one += 1) {
    const state = fold(events);
    if (!decide(next, state, env).ok) throw new Error("refused");
  }
}

/** The whole life of a case: every command decided, every event folded. */
function wholeLife(n: number): void {
  for (let one = 0; one < n; one += 1) {
    let state: DsarState = initialState;
    for (const command of commands) {
      const answer = decide(command, state, env);
      if (!answer.ok) throw new Error(answer.reason);
      for (const event of answer.events) state = evolve(state, event);
    }
    if (state.phase !== "closed") throw new Error("not closed");
  }
}

// The rival: the same rows, guards and facts as an xstate machine. It takes the events of the history, which change the
// facts, and the commands, which the guards let through or not.
type Context = { readonly facts: CaseState | undefined };
type Edge = {
  readonly target?: string;
  readonly guard?: (args: { context: Context; event: unknown }) => boolean;
  readonly actions?: "apply" | "answer";
};

function edgesOf(row: Transition): readonly (readonly [string, Edge])[] {
  const { branch } = row;
  const fits = ({ context: { facts } }: { context: Context }): boolean =>
    facts === undefined ||
    ((row.regimes?.includes(facts.regime) ?? true) &&
      (row.controllers?.includes(facts.controller) ?? true) &&
      (row.rights?.includes(facts.right) ?? true) &&
      branch === undefined);
  const target = row.to === "same" ? {} : { target: row.to };
  return [
    [row.event, { ...target, guard: fits, actions: "apply" }],
    [
      row.command,
      {
        guard: (args) => {
          const command = args.event as Command;
          const { facts } = args.context;
          if (!fits(args) || !row.roles.includes(command.actor.role)) return false;
          return (
            facts === undefined || row.guards.every((name) => guards[name](facts, command, env) === undefined)
          );
        },
        actions: "answer",
      },
    ],
  ];
}

const states: Record<string, { on: Record<string, Edge[]> }> = {};
for (const row of transitions) {
  for (const phase of row.from) {
    const state = (states[phase] ??= { on: {} });
    for (const [name, edge] of edgesOf(row)) (state.on[name] ??= []).push(edge);
  }
}

let answered = 0;
const machine = setup({
  types: { context: {} as Context, events: {} as Command | DsarEvent },
  actions: {
    apply: assign(({ context: { facts }, event }) => {
      const happened = event as DsarEvent;
      if (facts !== undefined) {
        const changed = copyOf(facts);
        apply(changed, happened);
        return { facts: changed };
      }
      const begun = evolve(initialState, happened);
      return { facts: begun.phase === "none" ? undefined : begun };
    }),
    answer: ({ context: { facts }, event }) => {
      const row = transitions.find(({ command }) => command === event.type);
      if (row !== undefined && emit(row.event, facts, event as Command, env).type === row.event)
        answered += 1;
    },
  },
}).createMachine({ id: "request", initial: "none", context: { facts: undefined }, states: states as never });

function rivalFoldAndDecide(n: number): void {
  for (let one = 0; one < n; one += 1) {
    let [snapshot] = initialTransition(machine);
    for (const event of events) [snapshot] = transition(machine, snapshot, event);
    if (snapshot.value !== "closed") throw new Error(`xstate stands in ${JSON.stringify(snapshot.value)}`);
    const [, actions] = transition(machine, snapshot, next);
    if (actions.length === 0) throw new Error("xstate refused");
  }
}

const open: DsarState[] = [];
for (let n = 0; n < cases; n += 1) {
  const receivedOn = addDays(received, -(n % 365));
  let state: DsarState = initialState;
  for (const event of events.slice(0, 1 + (n % 14))) {
    const moved = event.type === "RequestReceived" ? { ...event, id: `case-${n}`, receivedOn } : event;
    state = evolve(state, moved);
  }
  open.push(state);
}

foldAndDecide(3000);
wholeLife(3000);
rivalFoldAndDecide(100);
// Turn by turn, so that a busy moment of the machine falls on both.
const turns = 10;
let decided = 0;
let theirs = 0;
for (let turn = 0; turn < turns; turn += 1) {
  decided += time(() => foldAndDecide(cases / turns));
  theirs += time(() => rivalFoldAndDecide(rivalCases / turns));
}
const lived = time(() => wholeLife(cases));
const listed = time(() => {
  if (deadlineList(open, env.today).length !== cases) throw new Error("a case is missing from the list");
});

const perCase = (ms: number, n: number): string => `${((ms * 1000) / n).toFixed(1)} µs`;
const ratio = theirs / rivalCases / (decided / cases);
const rows = [
  [
    "fold 20 events and decide the next command",
    `${cases}`,
    `${(decided / 1000).toFixed(2)} s`,
    perCase(decided, cases),
  ],
  [
    "the same with xstate v5: same table, guards, facts",
    `${rivalCases}`,
    `${(theirs / 1000).toFixed(2)} s`,
    perCase(theirs, rivalCases),
  ],
  [
    "a whole life: decide and fold 20 commands",
    `${cases}`,
    `${(lived / 1000).toFixed(2)} s`,
    perCase(lived, cases),
  ],
  ["deadline list of open cases", `${cases}`, `${(listed / 1000).toFixed(2)} s`, perCase(listed, cases)],
];
process.stdout.write("| what | cases | processor time | per case |\n|---|---|---|---|\n");
for (const row of rows) process.stdout.write(`| ${row.join(" | ")} |\n`);
process.stdout.write(`\n${ratio.toFixed(0)} times as fast as xstate v5 (target 50)\n`);
