/** Disposal lists and commands as files: whoever can write a file can write anything, so their shape is looked at. */
import { type DisposalList, type ListCommand, listTransitions } from "@tillit/retention-policy";
import { readJson, readLines } from "../input.ts";
import type { Io } from "../io.ts";
import { CommandError } from "../outcome.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string";
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value);

function isListOf(value: unknown, texts: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every((entry) => isFields(entry) && texts.every((name) => isText(entry[name])))
  );
}

function isList(value: unknown): value is DisposalList {
  if (!isFields(value)) return false;
  const { id, status, asOf, author, ruleSet, items, dropped, approvals, required, coolUntil } = value;
  return (
    [id, status, asOf, author].every((text) => isText(text)) &&
    Object.hasOwn(listTransitions, status as string) &&
    isFields(ruleSet) &&
    [ruleSet["id"], ruleSet["release"], ruleSet["hash"]].every((text) => isText(text)) &&
    isListOf(items, ["record", "outcome", "rule", "version", "earliest", "factsHash"]) &&
    isListOf(dropped, ["record", "reason"]) &&
    isListOf(approvals, ["person", "role", "at", "of"]) &&
    Number.isInteger(required) &&
    isOptionalText(coolUntil)
  );
}

/**
 * A disposal list from a file.
 *
 * @throws CommandError `LIST_MALFORMED`, and as {@link readJson}
 */
export async function readList(io: Io, file: string): Promise<DisposalList> {
  const value = await readJson(io, file);
  if (!isList(value)) throw new CommandError("LIST_MALFORMED", "the file is not a disposal list");
  return value;
}

/** The texts each command has beside its type and who gives it; a draft comes from records, never from a file. */
const commandTexts: Readonly<Record<Exclude<ListCommand["type"], "Draft">, readonly string[]>> = {
  Submit: [],
  Answer: ["record"],
  RequestChanges: ["comment"],
  Approve: ["at"],
  Begin: ["at"],
  Report: ["record", "result", "at"],
  Finish: [],
  Abort: ["reason"],
};

const results: ReadonlySet<unknown> = new Set(["gone", "unlinked", "transferred"]);
const answers: Readonly<Record<string, readonly string[]>> = {
  dispose: [],
  keep: ["until", "reason"],
  reclassify: ["reason"],
};

function isCommand(value: unknown): value is ListCommand {
  if (!isFields(value)) return false;
  const { type, by, answer, result, comment, receipt } = value;
  if (!isText(type) || !Object.hasOwn(commandTexts, type as string)) return false;
  const texts = commandTexts[type as keyof typeof commandTexts];
  if (!isFields(by) || !isText(by["person"]) || !isText(by["role"])) return false;
  if (!texts.every((name) => isText(value[name])) || !isOptionalText(comment) || !isOptionalText(receipt))
    return false;
  if (type === "Report") return results.has(result);
  if (type !== "Answer") return true;
  if (!isFields(answer) || !isText(answer["kind"])) return false;
  const needed = Object.hasOwn(answers, answer["kind"] as string)
    ? answers[answer["kind"] as string]
    : undefined;
  return needed?.every((name) => isText(answer[name])) === true;
}

/**
 * Commands from a file, one JSON object a line.
 *
 * @throws CommandError `INPUT_NOT_JSON`, `COMMAND_MALFORMED`
 */
export async function* readCommands(io: Io, file: string): AsyncGenerator<ListCommand> {
  let number = 0;
  for await (const line of readLines(io, file)) {
    number += 1;
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line) as unknown;
    } catch {
      throw new CommandError("INPUT_NOT_JSON", `line ${number} is not JSON`);
    }
    if (!isCommand(value))
      throw new CommandError("COMMAND_MALFORMED", `line ${number} is no command to a list`);
    yield value;
  }
}
