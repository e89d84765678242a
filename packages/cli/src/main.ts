#!/usr/bin/env node
/** `tillit`: the one file that knows the real streams, clock and exit code. */
import { swedishDateAt } from "@tillit/civil-time";
import { interrupted } from "./interrupt.ts";
import type { ExitCode } from "./outcome.ts";
import { run } from "./run.ts";

const now = (): number => new Date().getTime();

let ending: ExitCode = 0;

// A reader that has seen enough (`tillit … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? ending : 2);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    interrupted();
    // With the listener gone this ends the process as the shell expects it.
    process.kill(process.pid, signal);
  });
}

await run(process.argv.slice(2), {
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
