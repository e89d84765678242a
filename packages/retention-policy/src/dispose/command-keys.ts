/** The keys of commands to a list: a command says what it says, and nothing that nobody reads. */
import { refuseUnknownKeys } from "../name/known-keys.ts";
import type { Actor, Candidate, ItemAnswer, ListCommand } from "./list.ts";

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
