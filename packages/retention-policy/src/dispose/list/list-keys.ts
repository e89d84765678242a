/** The keys of commands to a list and of its events: each says what it says, and nothing that nobody reads. */
import { RetentionError } from "../../errors.ts";
import { refuseUnknownKeys } from "../../name/known-keys.ts";
import type {
  Actor,
  Approval,
  Candidate,
  DisposalList,
  Dropped,
  ItemAnswer,
  ListCommand,
  ListEvent,
} from "./list.ts";

type KeysOf<Value> = Value extends unknown ? keyof Value : never;
type Known = ReadonlySet<string>;

const actor: Known = new Set<keyof Actor>(["person", "role"]);
const candidate: Known = new Set<keyof Candidate>(["disposition", "factsHash"]);
const answer: Known = new Set<KeysOf<ItemAnswer>>(["kind", "until", "reason"]);

type CommandOf<Type extends ListCommand["type"]> = Extract<ListCommand, { type: Type }>;

const own: {
  readonly [Type in ListCommand["type"]]: readonly Exclude<keyof CommandOf<Type>, "type" | "by">[];
} = {
  Draft: ["id", "asOf", "ruleSet", "candidates", "median", "brake"],
  Submit: [],
  Answer: ["record", "answer"],
  RequestChanges: ["comment"],
  Approve: ["at", "comment"],
  Begin: ["at", "current", "ruleSetHash"],
  Report: ["record", "result", "at", "receipt"],
  Finish: [],
  Abort: ["reason"],
};

const known: ReadonlyMap<string, Known> = new Map(
  Object.entries(own).map(([type, keys]) => [type, new Set(["type", "by", ...keys])]),
);

/** @throws {RetentionError} UNKNOWN_KEY */
export function refuseUnknownInCommand(command: ListCommand): void {
  const keys = known.get(command.type);
  // What is no command is refused by the list's own table.
  if (keys === undefined) return;
  refuseUnknownKeys(command, keys);
  refuseUnknownKeys(command.by, actor, "by.");
  if (command.type === "Answer") refuseUnknownKeys(command.answer, answer, "answer.");
  const candidates =
    command.type === "Draft" ? command.candidates : command.type === "Begin" ? command.current : [];
  for (const [at, each] of candidates.entries()) refuseUnknownKeys(each, candidate, `candidates.${at}.`);
}

type EventOf<Type extends ListEvent["type"]> = Extract<ListEvent, { type: Type }>;

/** What an event of each type has, and must have; `receipt` alone may be left out. */
const inEvent: {
  readonly [Type in ListEvent["type"]]: readonly Exclude<keyof EventOf<Type>, "type">[];
} = {
  Drafted: ["list"],
  Submitted: [],
  Answered: ["record", "answer"],
  ChangesRequested: ["comment"],
  Approved: ["approval"],
  CoolingOff: ["until"],
  Begun: ["dropped"],
  Reported: ["record", "result", "at", "receipt"],
  Finished: [],
  Aborted: ["reason"],
};

const inAnswer: { readonly [Kind in ItemAnswer["kind"]]: readonly string[] } = {
  dispose: [],
  keep: ["until", "reason"],
  reclassify: ["reason"],
};
const inApproval: readonly (keyof Approval)[] = ["person", "role", "at", "of", "comment"];
const inDropped: readonly (keyof Dropped)[] = ["record", "reason"];
const inList: readonly (keyof DisposalList)[] = [
  "id",
  "status",
  "asOf",
  "ruleSet",
  "author",
  "items",
  "dropped",
  "approvals",
  "required",
  "coolUntil",
  "comment",
];
const optional: Known = new Set(["receipt", "comment", "coolUntil"]);

function malformed(at: string): RetentionError {
  return new RetentionError("EVENT_MALFORMED", "this is no event of a disposal list", at);
}

/** Each key that belongs there is, with a value, and no other is. */
function refuseOther(value: unknown, keys: readonly string[], at: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed(at);
  const path = at === "event" ? "" : `${at}.`;
  refuseUnknownKeys(value, new Set(keys), path);
  const said = value as Readonly<Record<string, unknown>>;
  const missing = keys.find(
    (key) =>
      !optional.has(key) && (!Object.hasOwn(value, key) || said[key] === undefined || said[key] === null),
  );
  if (missing !== undefined) throw malformed(path + missing);
}

/** @throws {RetentionError} EVENT_MALFORMED */
function ownKeys<Name extends string>(
  table: { readonly [Key in Name]: readonly string[] },
  name: unknown,
  at: string,
): readonly string[] {
  if (typeof name !== "string" || !Object.hasOwn(table, name)) throw malformed(at);
  return table[name as Name];
}

/** @throws {RetentionError} EVENT_MALFORMED, UNKNOWN_KEY */
export function refuseOtherInEvent(event: ListEvent): void {
  if (typeof event !== "object" || event === null) throw malformed("event");
  refuseOther(event, ["type", ...ownKeys(inEvent, event.type, "type")], "event");
  if (event.type === "Drafted") refuseOther(event.list, inList, "list");
  if (event.type === "Approved") refuseOther(event.approval, inApproval, "approval");
  if (event.type === "Answered") {
    const { kind } = (event.answer ?? {}) as { readonly kind?: unknown };
    refuseOther(event.answer, ["kind", ...ownKeys(inAnswer, kind, "answer.kind")], "answer");
  }
  if (event.type !== "Begun") return;
  if (!Array.isArray(event.dropped)) throw malformed("dropped");
  for (const [at, each] of event.dropped.entries()) refuseOther(each, inDropped, `dropped.${at}`);
}
