import {
  disposalProof,
  type DisposalProof,
  type Execution,
  proveDisposal,
  type ProofLeaf,
  protocolText,
  verifyDisposal,
  verifyDisposalProof,
} from "@tillit/retention-policy";
import { readBytes, readJson, readJsonLines, valueOf } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { checkOutput, write, writeJson, writeOutput } from "../../files/output.ts";
import { readList } from "./list-file.ts";
import { ruleSetOf } from "../rules/rule-set.ts";

export type ProtocolOptions = CommonOptions & {
  readonly rules: string;
  readonly executed: string;
  readonly keyFile: string;
  readonly proof?: string;
  readonly leaves?: string;
  readonly force?: boolean;
};

export type VerifyOptions = CommonOptions & {
  readonly previous?: string;
  readonly record?: string;
  readonly keyFile?: string;
};

async function keyOf(file: string, io: Io): Promise<Uint8Array> {
  const key = await readBytes(io, file);
  if (key.length < 16)
    throw new CommandError("KEY_TOO_SHORT", "the key that hides record ids has at least 16 bytes");
  return key;
}

/** `tillit retention protocol`: the Swedish protocol of an executed list, with proof and leaves as files. */
export async function protocol(file: string, options: ProtocolOptions, io: Io): Promise<void> {
  const force = options.force === true;
  await checkOutput(options.proof, force);
  await checkOutput(options.leaves, force);
  const list = await readList(io, file);
  const execution = (await readJson(io, options.executed)) as Execution;
  const ruleSet = await ruleSetOf(options.rules, io);
  const { proof, leaves } = disposalProof(list, ruleSet, execution, await keyOf(options.keyFile, io));
  if (options.proof !== undefined)
    await writeOutput(io, options.proof, `${JSON.stringify(proof)}\n`, { force });
  if (options.leaves !== undefined)
    await writeOutput(io, options.leaves, leaves.map((leaf) => `${JSON.stringify(leaf)}\n`).join(""), {
      force,
    });
  await write(io.stdout, protocolText(proof, ruleSet));
}

/** `tillit retention verify`: the verdict as JSON; exit 1 where the proof does not hold. */
export async function verify(
  file: string,
  leavesFile: string,
  options: VerifyOptions,
  io: Io,
): Promise<void> {
  const proof = (await readJson(io, file)) as DisposalProof;
  const leaves: ProofLeaf[] = [];
  for await (const line of readJsonLines(io, leavesFile)) leaves.push(valueOf(line) as ProofLeaf);
  const before =
    options.previous === undefined ? undefined : ((await readJson(io, options.previous)) as DisposalProof);
  const problems = verifyDisposalProof(proof, leaves, before);
  if (options.record === undefined || options.keyFile === undefined) {
    await writeJson(io, { valid: problems.length === 0, problems });
  } else {
    const inclusion = proveDisposal(leaves, await keyOf(options.keyFile, io), options.record);
    const record =
      inclusion === undefined
        ? { included: false }
        : {
            included: verifyDisposal(proof, inclusion),
            rule: inclusion.leaf.rule,
            executed: inclusion.leaf.executed,
            result: inclusion.leaf.result,
          };
    await writeJson(io, { valid: problems.length === 0, problems, record });
  }
  if (problems.length > 0) io.end(exit.findings);
}
