/** Moves a disposal list: two persons, cooling-off, and every item decided again before anything is destroyed. */
import { parseDay } from "../../day/civil-day.ts";
import type { Disposition } from "../../disposition.ts";
import { isBlank } from "../../name/fold-name.ts";
import { refuseUnknownInCommand } from "./list-keys.ts";
import { approvalOf, coolUntil, stillApproved } from "./approval.ts";
import {
  type Candidate,
  type DisposalList,
  type DropReason,
  type Dropped,
  type ListCommand,
  type ListEvent,
  type ListItem,
  listTransitions,
} from "./list.ts";

const BRAKE = 3;

/** Why a command is refused. */
export type ListRefusal =
  | "WRONG_STATE"
  | "WRONG_ROLE"
  | "SAME_PERSON"
  | "REASON_NEEDED"
  | "UNKNOWN_ITEM"
  | "COOLING_OFF"
  | "LIST_CHANGED"
  | "RECEIPT_NEEDED"
  | "NOT_ALL_REPORTED"
  | "EMPTY_LIST"
  | "ID_EMPTY"
  | "RECORD_TWICE";

export type ListDecision =
  | { readonly ok: true; readonly events: readonly ListEvent[] }
  | { readonly ok: false; readonly reason: ListRefusal };

const refuse = (reason: ListRefusal): ListDecision => ({ ok: false, reason });
const accept = (...events: ListEvent[]): ListDecision => ({ ok: true, events });

/** Why a disposition may not be on a list, or undefined where it may. */
export function reasonToDrop(disposition: Disposition): DropReason | undefined {
  const { outcome, status, earliest } = disposition;
  if (status === "held") return "HELD";
  if (outcome === "preserve") return "PRESERVED";
  if (outcome === "conflict") return "CONFLICT";
  if (outcome !== "dispose" && outcome !== "transfer") return "UNDETERMINED";
  if (status !== "due" && status !== "overdue") return "NOT_DUE";
  return earliest === undefined ? "NO_DATE" : undefined;
}

/** The parts of a mixed file one by one, anything else as it is. */
function spread(candidate: Candidate): Candidate[] {
  const { disposition, factsHash } = candidate;
  if (disposition.outcome !== "partial") return [candidate];
  return (disposition.parts ?? []).flatMap((part) =>
    spread({ disposition: { ...part, id: `${disposition.id}/${part.id}` }, factsHash }),
  );
}

function itemOf({ disposition, factsHash }: Candidate): ListItem {
  const { id, outcome, transferTo, deciding, earliest, latest } = disposition;
  return {
    record: id,
    outcome: outcome === "transfer" ? "transfer" : "dispose",
    ...(transferTo === undefined ? {} : { transferTo }),
    rule: deciding?.rule ?? "",
    version: deciding?.version ?? "",
    earliest: earliest ?? "",
    ...(latest === undefined ? {} : { latest }),
    factsHash,
  };
}

/** Why answers about records are not taken at all; one of two about a record could be that it is due, the other that it is held. */
function reasonToRefuse(candidates: readonly Candidate[]): ListRefusal | undefined {
  const ids = candidates.map(({ disposition }) => disposition.id);
  if (ids.some(isBlank)) return "ID_EMPTY";
  return new Set(ids).size < ids.length ? "RECORD_TWICE" : undefined;
}

function draft(command: Extract<ListCommand, { type: "Draft" }>): ListDecision {
  const items: ListItem[] = [];
  const dropped: Dropped[] = [];
  const candidates = command.candidates.flatMap(spread);
  const refusal = reasonToRefuse(candidates);
  if (refusal !== undefined) return refuse(refusal);
  for (const candidate of candidates) {
    const reason = reasonToDrop(candidate.disposition);
    if (reason === undefined) items.push(itemOf(candidate));
    else dropped.push({ record: candidate.disposition.id, reason });
  }
  const braked = command.median !== undefined && items.length > command.median * (command.brake ?? BRAKE);
  return accept({
    type: "Drafted",
    list: {
      id: command.id,
      status: "draft",
      asOf: command.asOf,
      ruleSet: command.ruleSet,
      author: command.by.person,
      items,
      dropped,
      approvals: [],
      required: braked ? 3 : 2,
    },
  });
}

function approve(command: Extract<ListCommand, { type: "Approve" }>, list: DisposalList): ListDecision {
  const { person } = command.by;
  if (person === list.author || list.approvals.some((other) => other.person === person))
    return refuse("SAME_PERSON");
  const { approval, until } = approvalOf(command, list);
  return until === undefined
    ? accept({ type: "Approved", approval })
    : accept({ type: "Approved", approval }, { type: "CoolingOff", until });
}

function begin(command: Extract<ListCommand, { type: "Begin" }>, list: DisposalList): ListDecision {
  if (!stillApproved(list)) return refuse("LIST_CHANGED");
  if (parseDay(command.at, "at") <= parseDay(coolUntil(list))) return refuse("COOLING_OFF");
  const current = command.current.flatMap(spread);
  const refusal = reasonToRefuse(current);
  if (refusal !== undefined) return refuse(refusal);
  const now = new Map(current.map((candidate) => [candidate.disposition.id, candidate]));
  const rulesMoved = command.ruleSetHash !== list.ruleSet.hash;
  const dropped = list.items.flatMap((item): Dropped[] => {
    const { record } = item;
    if (item.answer?.kind === "keep") return [{ record, reason: "KEPT_BY_REVIEW" }];
    if (item.answer?.kind === "reclassify") return [{ record, reason: "RECLASSIFIED" }];
    const fresh = now.get(record);
    if (fresh === undefined) return [{ record, reason: "NOT_FOUND" }];
    const reason = reasonToDrop(fresh.disposition);
    if (reason !== undefined) return [{ record, reason }];
    const again = itemOf(fresh);
    if (again.factsHash !== item.factsHash) return [{ record, reason: "FACTS_CHANGED" }];
    const moved =
      again.rule !== item.rule ||
      again.version !== item.version ||
      again.outcome !== item.outcome ||
      again.transferTo !== item.transferTo;
    return rulesMoved && moved ? [{ record, reason: "RULES_CHANGED" }] : [];
  });
  return accept({ type: "Begun", dropped });
}

function report(command: Extract<ListCommand, { type: "Report" }>, list: DisposalList): ListDecision {
  const item = list.items.find(({ record }) => record === command.record);
  if (item === undefined || item.result !== undefined) return refuse("UNKNOWN_ITEM");
  const transferred = command.result === "transferred";
  if (transferred !== (item.outcome === "transfer")) return refuse("UNKNOWN_ITEM");
  if (transferred && (command.receipt ?? "") === "") return refuse("RECEIPT_NEEDED");
  parseDay(command.at, "at");
  const { record, result, at, receipt } = command;
  return accept({ type: "Reported", record, result, at, ...(receipt === undefined ? {} : { receipt }) });
}

/**
 * Decides a command on a list. A refusal is an answer, with its reason.
 * @throws {RetentionError} DAY_MALFORMED, UNKNOWN_KEY
 */
export function decideList(command: ListCommand, list: DisposalList): ListDecision {
  refuseUnknownInCommand(command);
  const transitions = listTransitions[list.status];
  const roles = Object.hasOwn(transitions, command.type) ? transitions[command.type] : undefined;
  if (roles === undefined) return refuse("WRONG_STATE");
  if (!roles.includes(command.by.role)) return refuse("WRONG_ROLE");
  switch (command.type) {
    case "Draft":
      return draft(command);
    case "Submit":
      return list.items.length === 0 ? refuse("EMPTY_LIST") : accept({ type: "Submitted" });
    case "Answer": {
      if (command.by.person === list.author) return refuse("SAME_PERSON");
      if (!list.items.some(({ record }) => record === command.record)) return refuse("UNKNOWN_ITEM");
      if (command.answer.kind !== "dispose" && command.answer.reason.trim() === "")
        return refuse("REASON_NEEDED");
      if (command.answer.kind === "keep") parseDay(command.answer.until, "until");
      return accept({ type: "Answered", record: command.record, answer: command.answer });
    }
    case "RequestChanges":
      if (command.by.person === list.author) return refuse("SAME_PERSON");
      return command.comment.trim() === ""
        ? refuse("REASON_NEEDED")
        : accept({ type: "ChangesRequested", comment: command.comment });
    case "Approve":
      return approve(command, list);
    case "Begin":
      return begin(command, list);
    case "Report":
      return report(command, list);
    case "Finish":
      return list.items.some(({ result }) => result === undefined)
        ? refuse("NOT_ALL_REPORTED")
        : accept({ type: "Finished" });
    case "Abort":
      return command.reason.trim() === ""
        ? refuse("REASON_NEEDED")
        : accept({ type: "Aborted", reason: command.reason });
  }
}
