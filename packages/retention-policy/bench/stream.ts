/** Streams records through the engine and forgets them: memory has to stay where it is. */
import { retentionRules } from "../../welfare-law/src/index.ts";
import { compile } from "../src/index.ts";
import { records } from "./records.ts";

const engine = compile(retentionRules);
let due = 0;
for await (const answer of engine.stream(records(Number(process.argv[2])), { asOf: "2026-11-21" }))
  if ("status" in answer && answer.status === "due") due += 1;
process.stdout.write(`${due}\n`);
