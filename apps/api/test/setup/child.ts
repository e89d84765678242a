import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  memory(): Promise<number>;
  /** Ends it as a power cut would, as far as a process goes. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL("serving-process.ts", import.meta.url));

export async function startChild(databaseUrl: string): Promise<Child> {
  const child = fork(program, {
    execArgv: ["--conditions=@tillit/source"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_OPTIONS: "" },
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
  const { port } = await next();
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    async memory() {
      const answer = next();
      child.send("memory");
      return (await answer).memory;
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once("exit", () => {
          resolve();
        });
        child.kill("SIGKILL");
      }),
  };
}
