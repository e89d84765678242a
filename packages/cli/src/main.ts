#!/usr/bin/env node
/** `tillit`: the one file that knows the real streams, clock and exit code. */
import { swedishDateAt } from "@tillit/civil-time";
import { earlyOptions } from "./console/global-options.ts";
import { failedOutput } from "./console/failed-output.ts";
import { interrupted } from "./console/interrupt.ts";
import type { ExitCode } from "./console/outcome.ts";
import { run } from "./run.ts";

const now = (): number => new Date().getTime();

const args = process.argv.slice(2);
let ending: ExitCode = 0;

process.stdout.on("error", (error) => {
  interrupted();
  process.exit(failedOutput(error, ending, earlyOptions(args)));
});

// Messages that cannot be written are lost; the exit code still tells, and 1 would tell of findings.
process.stderr.on("error", () => {});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    interrupted();
    // With the listener gone this ends the process as the shell expects it.
    process.kill(process.pid, signal);
  });
}

await run(args, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now,
  today: () => swedishDateAt(now()),
  end: (code) => {
    if (code > ending) ending = code;
  },
});
process.exitCode = ending;
