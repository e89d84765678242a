/** The identity provider's own process: reads its settings from the parent, serves until the parent goes. */
import { listen, PortTaken } from "../listen.ts";
import { portSettings } from "../ports.ts";
import { issuerHandler } from "./provider.ts";
import type { IssuerReport, IssuerSettings } from "./settings.ts";

function report(message: IssuerReport): void {
  process.send?.(message);
}

async function run(settings: IssuerSettings): Promise<void> {
  const listener = await listen("identity provider", settings.port, portSettings.issuer);
  listener.serve(issuerHandler(listener.url, settings));
  report({ kind: "listening", url: listener.url });
}

process.once("message", (settings) => {
  run(settings as IssuerSettings).catch((error: unknown) => {
    if (error instanceof PortTaken) report({ kind: "port-taken", port: error.port });
    else report({ kind: "failed", message: error instanceof Error ? error.message : "unknown" });
    process.disconnect();
  });
});
// Ctrl-C reaches the whole group: the parent decides when this process may go.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
process.on("disconnect", () => process.exit(0));
