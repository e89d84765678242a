/** Starts the identity provider as a process of its own and stops it with its parent. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PortTaken } from "../listen.ts";
import { portSettings } from "../ports.ts";
import type { IssuerReport, IssuerSettings } from "./settings.ts";

export interface Issuer {
  readonly url: string;
  close(): Promise<void>;
}

/** Resolves when the provider answers. Throws PortTaken, or an Error with what the process said. */
export async function startIssuer(settings: IssuerSettings): Promise<Issuer> {
  // Under `node --watch` a child would also report the files it loads over this channel.
  const { WATCH_REPORT_DEPENDENCIES: _, ...env } = process.env;
  const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), {
    env,
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (chunk) => {
    complaints = (complaints + String(chunk)).slice(-2000);
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The identity provider did not start.\n${complaints}`)));
    child.once("message", (message) => {
      const report = message as IssuerReport;
      if (report.kind === "listening") resolve(report.url);
      else if (report.kind === "port-taken") {
        reject(new PortTaken("identity provider", report.port, portSettings.issuer));
      } else reject(new Error(report.message));
    });
    child.send(settings);
  });
  return {
    url,
    close: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
