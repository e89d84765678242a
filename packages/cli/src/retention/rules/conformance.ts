/** The conformance kit: cases as JSON lines that any engine, in any language, can be run against. */
import { spawn } from "node:child_process";
import { compile, type Disposition, type Facts, type RuleSet } from "@tillit/retention-policy";
import { readJsonLines, valueOf } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { write } from "../../files/output.ts";
import { caseKeys, checkKeys, questionKeys } from "./case-keys.ts";
import { rulesOf } from "./rule-set.ts";

type Question = { readonly id: string; readonly asOf: string; readonly facts: Facts };
type KitCase = Question & { readonly name: string; readonly expect: Readonly<Record<string, unknown>> };

export type AnswerOptions = CommonOptions & { readonly rules: string };
export type ConformanceOptions = CommonOptions & { readonly engine: string; readonly cases?: string };

/** `tillit retention answer`: the reference engine of the kit; a question a line in, a disposition a line out. */
export async function answer(file: string | undefined, options: AnswerOptions, io: Io): Promise<void> {
  const engine = compile((await rulesOf(options.rules, io)) as RuleSet);
  for await (const line of readJsonLines(io, file)) {
    const question = valueOf(line);
    checkKeys(question, questionKeys, line.line);
    const { id, asOf, facts } = question as Question;
    await write(io.stdout, `${JSON.stringify({ ...engine.decide(facts, asOf), id })}\n`);
  }
}

/** The cases of the kit: those of the Swedish rules, or a file of one case a line. */
export async function kitCases(file: string | undefined, io: Io): Promise<KitCase[]> {
  if (file === undefined) {
    const { retentionCases } = await import("@tillit/welfare-law/retention-cases");
    return retentionCases.map(({ name, asOf, facts, expect }) => ({
      id: facts.id,
      name,
      asOf,
      facts,
      expect,
    }));
  }
  const cases: KitCase[] = [];
  for await (const line of readJsonLines(io, file)) {
    const value = valueOf(line);
    checkKeys(value, caseKeys, line.line);
    cases.push(value as KitCase);
  }
  return cases;
}

function answerOf(line: string): Disposition {
  try {
    return JSON.parse(line) as Disposition;
  } catch {
    throw new CommandError("INPUT_NOT_JSON", "an answer of the engine is not JSON");
  }
}

/** Runs the engine with all questions on its standard input; its answers by id. */
async function ask(command: string, cases: readonly KitCase[]): Promise<Map<string, Disposition>> {
  const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  child.stdin.end(cases.map(({ id, asOf, facts }) => `${JSON.stringify({ id, asOf, facts })}\n`).join(""));
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) chunks.push(chunk);
  const answers = new Map<string, Disposition>();
  for (const line of Buffer.concat(chunks).toString("utf8").split("\n")) {
    if (line.trim() === "") continue;
    const found = answerOf(line);
    answers.set(found.id, found);
  }
  return answers;
}

/** What of the expectation an answer does not meet; the rule and its grade are an engine's own business. */
function unmet(expected: Readonly<Record<string, unknown>>, got: Disposition | undefined): string[] {
  if (got === undefined) return ["no answer"];
  const keys = Object.keys(expected).filter((key) => key !== "rule" && key !== "grade");
  return keys.filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(Reflect.get(got, key)));
}

/** `tillit retention conformance`: one verdict a case; exit 1 where the engine differs. */
export async function conformance(options: ConformanceOptions, io: Io): Promise<void> {
  const cases = await kitCases(options.cases, io);
  const answers = await ask(options.engine, cases);
  let failed = 0;
  for (const { id, name, expect } of cases) {
    const keys = unmet(expect, answers.get(id));
    if (keys.length > 0) failed += 1;
    await write(
      io.stdout,
      `${JSON.stringify({ id, name, ok: keys.length === 0, ...(keys.length === 0 ? {} : { differs: keys }) })}\n`,
    );
  }
  await write(io.stdout, `${JSON.stringify({ passed: cases.length - failed, failed })}\n`);
  if (failed > 0) io.end(exit.findings);
}
