/** Two ways to run a command line: as a process of its own, as a shell would, and in here, for long tables. */
import { swedishDateAt } from "@tillit/civil-time";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import type { ExitCode } from "../src/console/outcome.ts";
import { run } from "../src/run.ts";

const main = join(import.meta.dirname, "..", "src", "main.ts");

/** How a run ended and what it wrote. */
export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** @param stdin - what is piped in; nothing when left out */
export function tillit(args: readonly string[], stdin: string | Uint8Array = "", cwd?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=@tillit/source", main, ...args], { cwd });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({
        code,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
      });
    });
    // A command that refuses its arguments never reads.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}

async function textOf(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The same command line without a new process, on the day 2026-11-21. */
export async function tillitHere(args: readonly string[], stdin = ""): Promise<Run> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let code: ExitCode = 0;
  const written = Promise.all([textOf(stdout), textOf(stderr)]);
  const now = (): number => Date.parse("2026-11-21T12:00:00Z");
  await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    now,
    today: () => swedishDateAt(now()),
    end: (ending) => {
      code = ending > code ? ending : code;
    },
  });
  stdout.end();
  stderr.end();
  const [out, err] = await written;
  return { code, stdout: out, stderr: err };
}

/** The one JSON document that a run wrote. */
export function json(run: Run): unknown {
  return JSON.parse(run.stdout);
}

/** A folder of its own that is gone afterwards; use with `using`. */
export function folder(): { readonly path: string; readonly [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), "tillit-cli-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
