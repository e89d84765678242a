/** Finds a Chromium for the tests, or installs one by the means this machine has, or says exactly what to do. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findBrowser } from "./find-browser.ts";

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  process.stderr.write(`$ ${command} ${args.join(" ")}\n`);
  const result = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
    timeout: 600_000,
  });
  return result.status === 0;
}

const asRoot = process.getuid?.() === 0;
const wait = ["-o", "DPkg::Lock::Timeout=300"];

const means: { name: string; install: () => boolean }[] = [
  {
    name: "apt-get (as root or by passwordless sudo)",
    install: () => {
      if (process.platform !== "linux") return false;
      const [command, prefix] = asRoot ? ["apt-get", []] : ["sudo", ["-n", "apt-get"]];
      const quiet = { DEBIAN_FRONTEND: "noninteractive" };
      run(command, [...prefix, ...wait, "update", "-qq"], quiet);
      const packages = ["chromium", "fonts-liberation"];
      return run(
        command,
        [...prefix, ...wait, "install", "-y", "-qq", "--no-install-recommends", ...packages],
        quiet,
      );
    },
  },
  {
    name: "Playwright's own download",
    install: () => {
      const cli = join(
        dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")),
        "cli.js",
      );
      return run(process.execPath, [cli, "install", "chromium"]);
    },
  },
];

let found = findBrowser();
for (const { name, install } of means) {
  if (found !== undefined || process.env["CHROMIUM"]) break;
  process.stderr.write(`no Chromium found; trying ${name}\n`);
  install();
  found = findBrowser();
}

if (found === undefined) {
  process.stderr.write(
    [
      "No Chromium was found, and none could be installed here.",
      "The tests drive a real browser. Do one of these, then run the tests again:",
      "  Debian, Ubuntu:  sudo apt-get install chromium",
      "  Fedora:          sudo dnf install chromium",
      "  macOS:           brew install --cask chromium",
      "  elsewhere:       set CHROMIUM to the path of a Chromium or Chrome",
      "",
    ].join("\n"),
  );
  process.exitCode = 1;
} else {
  process.stdout.write(`browser: ${found}\n`);
}
