/** `pnpm start`: reads arguments and environment, starts the demo, tells where everything is, stops on a signal. */
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { NotOurs, resetData } from "./data-folder.ts";
import { introduction } from "./introduction.ts";
import { PortTaken } from "./listen.ts";
import { portsFrom } from "./ports.ts";
import { NotBuilt } from "./web/static-site.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const usage = `Usage: pnpm start [-- --reset]

  --reset   forget everything an earlier start left, and begin afresh
  --dev     lead to the development servers of the three web apps (pnpm dev)

Environment: TILLIT_DATA (folder, default .data), TILLIT_PORT_FORM, TILLIT_PORT_MY_PAGES, TILLIT_PORT_DESK,
TILLIT_PORT_ISSUER, TILLIT_APPS (folder of the built web apps), TILLIT_KEY_COST (of passphrases: 2 to this, 14 to 20).
`;

/** The ports of each app's vite.config.ts. */
const devServers = {
  form: "http://localhost:5787",
  "my-pages": "http://localhost:5788",
  desk: "http://localhost:5789",
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    return `${error.message}\nStop the program that uses it, or choose another port: ${error.setting}=${error.port + 1000} pnpm start`;
  }
  if (error instanceof NotBuilt || error instanceof NotOurs || error instanceof RangeError)
    return error.message;
  throw error;
}

async function run(args: readonly string[]): Promise<number> {
  const wanted = args.filter((argument) => argument !== "--");
  if (wanted.includes("--help")) {
    say(usage);
    return 0;
  }
  if (wanted.some((argument) => argument !== "--reset" && argument !== "--dev")) {
    process.stderr.write(`Unknown argument.\n\n${usage}`);
    return 2;
  }
  const dataDir = resolve(process.env["TILLIT_DATA"] ?? join(root, ".data"));
  try {
    if (wanted.includes("--reset")) {
      resetData(dataDir);
      say("Earlier data is gone.");
    }
    const { TILLIT_APPS: appsDir, TILLIT_KEY_COST: cost } = process.env;
    const { startDemo } = await import("./start-demo.ts");
    const demo = await startDemo({
      dataDir,
      ports: portsFrom(process.env),
      log: say,
      ...(wanted.includes("--dev") ? { devServers } : {}),
      ...(appsDir === undefined ? {} : { appsDir }),
      ...(cost === undefined ? {} : { logN: Number(cost) }),
    });
    // Listens before it says that Ctrl-C stops: whoever is quick is heard too.
    const stopped = new Promise<void>((stop) => {
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
    say(introduction(demo, relative(process.cwd(), dataDir) || "."));
    await stopped;
    say("\nStopping: requests under way are finished first.");
    // A second Ctrl-C does not wait.
    process.once("SIGINT", () => process.exit(130));
    await demo.close();
    say("Stopped. Start again with the same data, or with -- --reset.");
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
