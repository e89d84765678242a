import {
  contentHash,
  decideList,
  type DisposalList,
  evolveList,
  initialList,
  type ListCommand,
} from "@tillit/retention-policy";
import { readJson, readLines } from "../input.ts";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { say, writeJson } from "../output.ts";
import type { CsvArguments } from "./csv-input.ts";
import { factsOf } from "./facts-input.ts";
import { engineOf } from "./rule-set.ts";

export type ListOptions = CommonOptions &
  CsvArguments & {
    readonly asOf: string;
    readonly rules: string;
    readonly listId: string;
    readonly author: string;
    readonly median?: string;
  };

export type MoveOptions = CommonOptions & { readonly commands: string };

function move(list: DisposalList, command: ListCommand): DisposalList {
  const decision = decideList(command, list);
  if (!decision.ok)
    throw new CommandError(decision.code, "the list does not take this command", exit.refused);
  return decision.events.reduce(evolveList, list);
}

/** `tillit retention list`: drafts a disposal list of what is due; what is left out stands there with its reason. */
export async function list(file: string | undefined, options: ListOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const records = await factsOf(engine, io, file, options);
  const candidates = [];
  let position = 0;
  for await (const disposition of engine.stream(records, { asOf: options.asOf })) {
    const facts = records[position++];
    if ("rejected" in disposition || facts === undefined) io.end(exit.partly);
    else candidates.push({ disposition, factsHash: contentHash(facts) });
  }
  const { id, release } = engine.ruleSet;
  const drafted = move(initialList, {
    type: "Draft",
    by: { person: options.author, role: "author" },
    id: options.listId,
    asOf: options.asOf,
    ruleSet: { id, release, hash: contentHash(engine.ruleSet) },
    candidates,
    ...(options.median === undefined ? {} : { median: Number(options.median) }),
  });
  await writeJson(io, drafted);
  say(io, `tillit: ${drafted.items.length} on the list, ${drafted.dropped.length} left out`);
}

/** `tillit retention move`: applies commands, one JSON object a line, to a list; a refusal is exit 4 with its code. */
export async function moveList(file: string, options: MoveOptions, io: Io): Promise<void> {
  let state = (await readJson(io, file)) as DisposalList;
  for await (const line of readLines(io, options.commands)) {
    if (line.trim() === "") continue;
    let command: ListCommand;
    try {
      command = JSON.parse(line) as ListCommand;
    } catch {
      throw new CommandError("INPUT_NOT_JSON", "a command is not JSON");
    }
    state = move(state, command);
  }
  await writeJson(io, state);
}
