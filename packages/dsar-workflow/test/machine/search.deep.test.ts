/**
 * Walks every configuration the machine can reach, for the regimes, rights and kinds of controller, and asks the
 * safety questions of a monitor that watches the events, not the state.
 */
import { describe, expect, it } from "vitest";
import { deep } from "../../../../vitest.depth.ts";
import {
  type Command,
  decide,
  type DsarEvent,
  type DsarState,
  type Env,
  evolve,
  initialState,
} from "../../src/index.ts";
import { transitions } from "../../src/machine.ts";
import { commandsFor, environments, type Machine, machines } from "../kit/representatives.ts";

/** What has been seen, told from events alone. */
type Monitor = {
  readonly identified: boolean;
  readonly signed: boolean;
  readonly sealed: boolean;
  readonly assessors: string;
};

const unseen: Monitor = { identified: false, signed: false, sealed: false, assessors: "" };

function watch(seen: Monitor, event: DsarEvent): Monitor {
  switch (event.type) {
    case "IdentityEvidenceAccepted":
      return { ...seen, identified: true };
    case "IdentityEvidenceRejected":
      return { ...seen, identified: false };
    case "ItemAssessed":
      return { ...seen, signed: false, assessors: event.actor.id };
    case "ItemsAllAssessed":
    case "ReviewReopened":
    case "CourtRemanded":
    case "DecisionChangedBySelf":
    case "IvoDecided":
      return { ...seen, signed: false, sealed: false };
    case "DecisionSigned":
      return { ...seen, signed: true };
    case "PackageSealed":
      return { ...seen, sealed: true };
    default:
      return seen;
  }
}

function breaches(seen: Monitor, event: DsarEvent): readonly string[] {
  const found: string[] = [];
  const leaves =
    event.type === "Disclosed" || event.type === "PackageSealed" || event.type === "ErasureExecuted";
  if (leaves && !seen.identified) found.push(`${event.type} without identity`);
  if (leaves && !seen.signed) found.push(`${event.type} without signature`);
  if (event.type === "Disclosed" && !seen.sealed) found.push("Disclosed unsealed");
  if (event.type === "DecisionSigned" && seen.assessors === event.actor.id) found.push("assessed and signed");
  return found;
}

// Left out: what no rule reads for what may happen next (moments, words, how often), and what the phase has settled.
function keyOf(state: DsarState, seen: Monitor): string {
  if (state.phase === "none") return "none";
  const {
    version: _v,
    identifiedOn: _i,
    assurance: _a,
    subject: _s,
    decision,
    draft,
    pauses,
    replyBy,
    ...rest
  } = state;
  const open = [...new Set(pauses.map(({ from, to, because }) => `${because} ${from} ${to ?? ""}`))].sort();
  const asked = state.phase === "awaiting-identity" ? replyBy : "";
  return JSON.stringify([rest, decision?.outcome, draft?.outcome, open, asked, seen]);
}

// Each part of a case's life has its days: intake may be early or late, what follows is late, remedies later still.
const intake = new Set(["none", "received", "awaiting-identity", "triage"]);
const after = new Set(["executed", "appealed", "at-review-body"]);

function days(state: DsarState): readonly Env[] {
  const { early, late, later, last } = environments;
  if (state.phase === "closed") return [later, last].filter(({ today }) => today >= state.asOf);
  if (!intake.has(state.phase)) return [after.has(state.phase) ? later : late];
  return [early, late].filter(({ today }) => state.phase === "none" || today >= state.asOf);
}

const newRound: ReadonlySet<string> = new Set(["CourtRemanded", "DecisionChangedBySelf", "IvoDecided"]);

// Rounds are alike: sent back, a case begins its next round on the same three days.
function rewound(state: DsarState): DsarState {
  return state.phase === "none" ? state : { ...state, asOf: environments.early.today };
}

type Node = { readonly state: DsarState; readonly seen: Monitor };

type Search = {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: ReadonlyMap<string, ReadonlySet<string>>;
  readonly breaches: readonly string[];
  readonly events: ReadonlySet<string>;
  readonly ignored: readonly string[];
};

function explore(commands: (state: DsarState) => readonly Command[]): Search {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Set<string>>();
  const found: string[] = [];
  const ignored: string[] = [];
  const events = new Set<string>();
  const start = { state: initialState, seen: unseen };
  nodes.set("none", start);
  const queue: [string, Node][] = [["none", start]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [key, { state, seen }] = next;
    const reached = new Set<string>();
    for (const command of commands(state)) {
      for (const env of days(state)) {
        const answer = decide(command, state, env);
        if (!answer.ok) continue;
        let to = state;
        let watched = seen;
        for (const event of answer.events) {
          found.push(...breaches(watched, event));
          events.add(event.type);
          const evolved = evolve(to, event);
          if (evolved.version !== to.version + 1) ignored.push(event.type);
          to = newRound.has(event.type) ? rewound(evolved) : evolved;
          watched = watch(watched, event);
        }
        const toKey = keyOf(to, watched);
        reached.add(toKey);
        if (!nodes.has(toKey)) {
          const node = { state: to, seen: watched };
          nodes.set(toKey, node);
          queue.push([toKey, node]);
        }
      }
    }
    edges.set(key, reached);
  }
  return { nodes, edges, breaches: found, events, ignored };
}

/** The configurations from which no way leads to closed. */
function stuck({ nodes, edges }: Search): readonly string[] {
  const back = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) back.set(to, [...(back.get(to) ?? []), from]);
  }
  const good = new Set([...nodes].flatMap(([key, { state }]) => (state.phase === "closed" ? [key] : [])));
  const queue = [...good];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const before of back.get(key) ?? []) {
      if (!good.has(before)) {
        good.add(before);
        queue.push(before);
      }
    }
  }
  return [...nodes.keys()].filter((key) => !good.has(key));
}

/** Facts that do not meet each other are walked apart, each together with the whole course of a case. */
const apart: Readonly<Record<string, (command: Command) => boolean>> = {
  people: ({ type }) => type === "RecordProtection" || type === "BlockGuardian" || type === "AcceptIdentity",
  clock: ({ type }) =>
    type === "ReceiveRequest" ||
    type === "AskScope" ||
    type === "AnswerScope" ||
    type === "ExtendDeadline" ||
    type === "AskIdentity",
  grounds: ({ type }) =>
    type === "RecordComplaint" ||
    type === "SettleComplaint" ||
    type === "AnnounceFee" ||
    type === "AssertUnfounded" ||
    type === "WriteOffSource" ||
    type === "ForwardToController" ||
    type === "WithdrawRequest",
  afterwards: ({ type }) =>
    type === "PlaceHold" ||
    type === "ReleaseHold" ||
    type === "AnnounceLifting" ||
    type === "LiftRestriction" ||
    type === "RecordAcknowledgement" ||
    type === "ExcuseNotice",
};

/** All of them for every right: authority, clock and ground may depend on it. Portability asks the same as access. */
function aspectsOf({ right }: Machine): readonly string[] {
  return right === "portability" ? ["grounds", "afterwards"] : Object.keys(apart);
}

const walks = machines.flatMap((machine) =>
  aspectsOf(machine).map((aspect) => Object.assign({ aspect }, machine)),
);
/** Each machine with some of the aspects, each aspect with some of the machines. */
const some = walks.filter((_, at) => at % 3 === 0);

function isPlain(command: Command): boolean {
  if (command.type === "ReceiveRequest") return command.authenticated === undefined;
  if (command.type === "AcceptIdentity") return command.subject === "subject-1";
  if (command.type === "AskIdentity") return command.doubt === "identity";
  return !Object.values(apart).some((belongs) => belongs(command));
}

let total = 0;
const seenEvents = new Set<string>();

describe("the machine, walked to its last configuration", () => {
  it.each(deep ? walks : some)(
    "$right under $regime at a $controller, with $aspect: nothing unsafe, nothing stuck",
    ({ aspect, ...machine }) => {
      const search = explore((state) =>
        commandsFor(machine, state).filter(
          (command) => isPlain(command) || apart[aspect]?.(command) === true,
        ),
      );
      total += search.nodes.size;
      for (const event of search.events) seenEvents.add(event);
      process.stdout.write(
        `${machine.right} / ${machine.regime} / ${machine.controller} / ${aspect}: ${search.nodes.size}\n`,
      );
      expect(search.breaches).toEqual([]);
      expect(search.ignored).toEqual([]);
      expect(stuck(search).slice(0, 2)).toEqual([]);
    },
    60_000,
  );

  it("has seen every event of the table, and says how many configurations that took", () => {
    process.stdout.write(`${total} configurations searched\n`);
    expect(
      [...new Set(transitions.map(({ event }) => event))].filter((event) => !seenEvents.has(event)),
    ).toEqual([]);
  });
});
