/** All that the desk is shown of one request: where it stands, what may be done, and on what grounds. */
import {
  allowedCommands,
  deadlineOf,
  evolve,
  initialState,
  type CaseItem,
  type CaseState,
  type DsarState,
  type ProvisionId,
  type Role,
} from "@tillit/dsar-workflow";
import { lettersAfter } from "@tillit/dsar-workflow/letters";
import { transitions } from "@tillit/dsar-workflow/machine";
import { assuranceFor, channelsFor } from "@tillit/dsar-workflow/people";
import { harmOf, outcomesFor, provisionApplies, provisions } from "@tillit/dsar-workflow/review";
import { Problem } from "../problem.ts";
import type { Logged } from "../kernel/load.ts";
import { foldRequest, requests } from "./row.ts";
import type { ExportRow, Unit } from "@tillit/record-store";
import { wordsOfRequest } from "./request-words.ts";
import { subjectKeys } from "../answers/subject-keys.ts";

export async function standingOf(
  unit: Unit,
  id: string,
  events: readonly Logged<"request">[],
  roles: readonly Role[],
) {
  const state = foldRequest(events);
  if (state.phase === "none") throw new Problem("NOT_FOUND");
  const keys = await subjectKeys(unit, id);
  const answer = await unit.exports.ofRequest(id);
  return {
    allowed: [...allowedCommands(state)],
    yours: yoursAmong(state, roles),
    trace: deadlineOf(state).trace.map(({ rule, from, to, law }) => ({ rule, from, to, law })),
    history: events.map(({ type, at, by }) => ({ type, at, by })),
    ...caseOf(state),
    ...feeOf(events),
    words: [...(await wordsOfRequest(unit, id))],
    letters: lettersDue(events),
    ...(keys === undefined ? {} : { keys: { ...keys, signatures: [...keys.signatures] } }),
    ...(answer === undefined ? {} : { export: shownExport(answer) }),
  };
}

/** Of what the state allows, the commands that some row of the machine lets one of these roles give. */
function yoursAmong(state: CaseState, roles: readonly Role[]): string[] {
  const given = transitions.filter(
    ({ from, roles: may }) => from.includes(state.phase) && may.some((role) => roles.includes(role)),
  );
  const names = new Set<string>(given.map(({ command }) => command));
  return allowedCommands(state).filter((command) => names.has(command));
}

/** The fee that was announced, unless the request was then refused instead. */
function feeOf(events: readonly Logged<"request">[]): { fee?: number } {
  const past = events.map(requests.read);
  const announced = past.findLast((event) => event.type === "FeeAnnounced");
  const asserted = past.findLast((event) => event.type === "ManifestlyUnfoundedAsserted");
  return announced === undefined || asserted?.measure === "refuse" ? {} : { fee: announced.amountSek };
}

function caseOf(state: CaseState) {
  const { controller, regime, channel, identity, extended, restricted, disclosed, executed } = state;
  const { replyBy, draft, decision, sealed, servedOn, appealLastDay, liftOn, ground } = state;
  return {
    kind: controller,
    regime,
    channel,
    identity,
    extended,
    restricted,
    disclosed,
    executed,
    protection: [...state.protection],
    assuranceNeeded: assuranceFor(state.right, regime, state.protection.length > 0),
    sources: Object.entries(state.sources).map(([source, status]) => ({ source, status })),
    items: Object.entries(state.items).map(shownItem),
    recipients: Object.entries(state.recipients).map(([ref, status]) => ({ ref, status })),
    holds: [...state.holds],
    outcomes: [...outcomesFor(state.right, regime)],
    provisions: provisionsFor(state),
    channels: [...channelsFor(state.protection)],
    ...(ground === undefined ? {} : { ground }),
    ...(replyBy === undefined ? {} : { replyBy: String(replyBy) }),
    ...(draft === undefined ? {} : { draft: { ...draft } }),
    ...(decision === undefined ? {} : { decision: decisionOf(decision) }),
    ...(sealed === undefined ? {} : { sealed: { ...sealed } }),
    ...(servedOn === undefined ? {} : { servedOn: String(servedOn) }),
    ...(appealLastDay === undefined ? {} : { appealLastDay: String(appealLastDay) }),
    ...(liftOn === undefined ? {} : { liftOn: String(liftOn) }),
  };
}

function shownItem([id, { section, sha256, outcome }]: [string, CaseItem]) {
  const shown = { id, section, sha256 };
  if (outcome === undefined) return shown;
  const harm = harmOf(outcome);
  return {
    ...shown,
    outcome: outcome.kind,
    ...("spans" in outcome ? { spans: outcome.spans.map((span) => ({ ...span })) } : {}),
    ...(harm === undefined ? {} : { harm: { provision: harm.provision, test: harm.test } }),
  };
}

function decisionOf({ digest, outcome, signedOn, delegation, findings }: NonNullable<CaseState["decision"]>) {
  return { digest, outcome, signedOn: String(signedOn), delegation, findings: [...findings] };
}

/** The provisions that a refusal may rest on here, with the tests that each of them asks for. */
function provisionsFor(state: CaseState) {
  return (Object.keys(provisions) as ProvisionId[]).flatMap((id) => {
    const { tests, law, text } = provisions[id];
    const fitting = tests.filter((test) => provisionApplies(id, test, state));
    return fitting.length === 0
      ? []
      : [{ id, tests: fitting, law: `${law.act} ${law.at}`, text: { ...text } }];
  });
}

function shownExport({ id, keptAt, expires, fetchedAt }: ExportRow) {
  return { id, keptAt, expires, ...(fetchedAt === undefined ? {} : { fetchedAt }) };
}

/** Which letters the events have made due, oldest first. */
function lettersDue(events: readonly Logged<"request">[]) {
  const due: { id: string; at: string }[] = [];
  let past: DsarState = initialState;
  for (const event of events.map(requests.read)) {
    past = evolve(past, event);
    if (past.phase === "none") continue;
    for (const id of lettersAfter(event, past)) due.push({ id, at: event.at });
  }
  return due;
}
