import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "tsup";

export interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  memory(): Promise<number>;
  /** Ends it as a power cut would, as far as a process goes. */
  kill(): Promise<void>;
}

/** A process that has loaded everything and waits for its database. */
export interface ReadyChild {
  open(databaseUrl: string): Promise<Child>;
  kill(): Promise<void>;
}

/** The program in one file, made once for all who start it here: five times less work at each start. */
let program: Promise<string> | undefined;

const hourMs = 3_600_000;

async function bundled(): Promise<string> {
  // Beside the packages that it loads, and where nobody looks for sources.
  const beside = join(import.meta.dirname, "../../node_modules");
  const outDir = mkdtempSync(join(beside, ".serving-"));
  // A worker of the test runner ends without a word, so what earlier runs have left is cleared away here.
  for (const name of readdirSync(beside).filter((one) => one.startsWith(".serving-"))) {
    const left = join(beside, name);
    if (Date.now() - statSync(left).mtimeMs > hourMs) rmSync(left, { recursive: true, force: true });
  }
  await build({
    entry: { serving: join(import.meta.dirname, "serving-process.ts") },
    outDir,
    format: ["esm"],
    target: "node24",
    platform: "node",
    config: false,
    silent: true,
    // All but what loads files of its own beside it.
    noExternal: [/^(?!better-sqlite3$|pg-native$|pino$)/],
    external: ["better-sqlite3", "pg-native", "pino"],
    esbuildOptions(options) {
      options.conditions = ["@tillit/source"];
    },
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  return join(outDir, "serving.js");
}

export async function readyChild(): Promise<ReadyChild> {
  program ??= bundled();
  const file = await program;
  const child = fork(file, {
    // The memory setting of Dockerfile and systemd unit.
    execArgv: ["--max-semi-space-size=4"],
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(file), NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const next = (): Promise<{ port: number; memory: number }> =>
    new Promise((resolve, reject) => {
      const ended = (): void => {
        reject(new Error("the process ended before it answered"));
      };
      child.once("message", (message) => {
        child.off("exit", ended);
        resolve(message as { port: number; memory: number });
      });
      child.once("exit", ended);
    });
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      child.once("exit", () => {
        resolve();
      });
      child.kill("SIGKILL");
    });
  await next();
  return {
    kill,
    async open(databaseUrl) {
      const answer = next();
      child.send(databaseUrl);
      const { port } = await answer;
      return {
        process: child,
        url: `http://127.0.0.1:${port}`,
        async memory() {
          const told = next();
          child.send("memory");
          return (await told).memory;
        },
        kill,
      };
    },
  };
}

export async function startChild(databaseUrl: string): Promise<Child> {
  return (await readyChild()).open(databaseUrl);
}
