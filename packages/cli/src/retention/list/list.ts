import {
  decideList,
  type DisposalList,
  type Engine,
  evolveList,
  type Facts,
  initialList,
  type ListCommand,
  type ListFileCommand,
} from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { say, writeJson } from "../../files/output.ts";
import type { CsvArguments } from "../records/csv-input.ts";
import { factsOf } from "../records/facts-input.ts";
import { reasonOf, sayRejected } from "../records/left-out.ts";
import { readCommands, readList } from "./list-file.ts";
import { engineOf } from "../rules/rule-set.ts";

export type ListOptions = CommonOptions &
  CsvArguments & {
    readonly asOf: string;
    readonly rules: string;
    readonly listId: string;
    readonly author: string;
    readonly median?: string;
  };

export type MoveOptions = CommonOptions &
  CsvArguments & { readonly commands: string; readonly records?: string; readonly rules: string };

function move(list: DisposalList, command: ListCommand): DisposalList {
  const decision = decideList(command, list);
  if (!decision.ok)
    throw new CommandError(decision.reason, "the list does not take this command", exit.refused);
  return decision.events.reduce(evolveList, list);
}

type Candidates = Extract<ListCommand, { type: "Draft" }>["candidates"];

/** Records of one subject after each other, as the engine wants them where they wait for each other. */
function bySubject(records: readonly Facts[]): readonly (readonly [place: number, facts: Facts])[] {
  const groups = new Map<string, [number, Facts][]>();
  for (const [place, facts] of records.entries()) {
    // A record of nobody is a group of its own.
    const key = facts.subject === undefined ? `-${place}` : `+${facts.subject}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [[place, facts]]);
    else group.push([place, facts]);
  }
  return [...groups.values()].flat();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Records decided on a day, each with the hash of its facts; those that cannot be read end the command with 3. */
async function candidatesOf(
  engine: Engine,
  file: string | undefined,
  asOf: string,
  options: CsvArguments,
  io: Io,
): Promise<Candidates> {
  const ordered = bySubject(await factsOf(engine, io, file, options));
  const candidates: Candidates[number][] = [];
  const refused = new Map<string, number>();
  let at = 0;
  for await (const disposition of engine.stream(
    ordered.map(([, facts]) => facts),
    { asOf },
  )) {
    const [place, facts] = ordered[at++] ?? [];
    if (place === undefined || facts === undefined) continue;
    if ("rejected" in disposition)
      count(refused, reasonOf(disposition.rejected, disposition.at, disposition.meant, options.lang));
    else candidates[place] = { disposition, factsHash: contentHash(facts) };
  }
  sayRejected(io, options.lang, "record", refused);
  if (refused.size > 0) io.end(exit.partly);
  return candidates.filter((candidate) => candidate !== undefined);
}

/** `tillit retention list`: drafts a disposal list of what is due; what is left out stands there with its reason. */
export async function list(file: string | undefined, options: ListOptions, io: Io): Promise<void> {
  const engine = await engineOf(options.rules, io);
  const candidates = await candidatesOf(engine, file, options.asOf, options, io);
  const { id, release } = engine.ruleSet;
  const drafted = move(initialList, {
    type: "Draft",
    by: { person: options.author, role: "author" },
    id: options.listId,
    asOf: options.asOf,
    ruleSet: { id, release, hash: contentHash(engine.ruleSet) },
    candidates,
    ...(options.median === undefined ? {} : { median: medianOf(options.median) }),
  });
  await writeJson(io, drafted);
  say(io, `tillit: ${drafted.items.length} on the list, ${drafted.dropped.length} left out`);
}

function medianOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new CommandError("MEDIAN_MALFORMED", "a median is a number of units");
  return Number(text);
}

/** What has to be known when execution begins: every record decided again on that day. */
async function decidedAgain(
  command: Extract<ListFileCommand, { type: "Begin" }>,
  options: MoveOptions,
  io: Io,
): Promise<ListCommand> {
  if (options.records === undefined)
    throw new CommandError("RECORDS_NEEDED", "execution begins with the records as they are now: --records");
  const engine = await engineOf(options.rules, io);
  const current = await candidatesOf(engine, options.records, command.at, options, io);
  return { ...command, current, ruleSetHash: contentHash(engine.ruleSet) };
}

/** `tillit retention move`: applies commands, one JSON object a line, to a list; a refusal is exit 4 with its code. */
export async function moveList(file: string, options: MoveOptions, io: Io): Promise<void> {
  let state = await readList(io, file);
  const before = state.dropped.length;
  for await (const command of readCommands(io, options.commands))
    state = move(state, command.type === "Begin" ? await decidedAgain(command, options, io) : command);
  await writeJson(io, state);
  const dropped = state.dropped.length - before;
  say(
    io,
    `tillit: ${state.status}, ${state.items.length} on the list${dropped > 0 ? `, ${dropped} dropped` : ""}`,
  );
}
