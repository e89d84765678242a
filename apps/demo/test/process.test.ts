import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const freePorts = {
  TILLIT_PORT_FORM: "0",
  TILLIT_PORT_MY_PAGES: "0",
  TILLIT_PORT_DESK: "0",
  TILLIT_PORT_ISSUER: "0",
};

function demo(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--conditions=@tillit/source", main, ...args], {
    env: { ...process.env, ...freePorts, ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const exit = once(child, "exit").then(([code]) => code as number | null);
  return { child, exit, output: () => output };
}

describe("pnpm start", () => {
  it("stops cleanly on Ctrl-C and says where everything is", async () => {
    const appsDir = join(folder.path, "apps");
    for (const app of ["form", "my-pages", "desk"]) {
      mkdirSync(join(appsDir, app, "dist"), { recursive: true });
      writeFileSync(join(appsDir, app, "dist", "index.html"), "<!doctype html>");
    }
    const data = join(folder.path, "data");
    const running = demo([], { TILLIT_DATA: data, TILLIT_APPS: appsDir, TILLIT_KEY_COST: "14" });
    await expect.poll(running.output, { timeout: 90_000 }).toContain("Ctrl-C stops.");
    expect(running.output()).toContain("Maja Forsling (handläggare)");
    expect(running.output()).toContain("skinnskatteberg-ifo.key.json");
    running.child.kill("SIGINT");
    expect(await running.exit).toBe(0);
    const root = readFileSync(join(data, "keys", "ifo-namnd.public.json"), "utf8");

    const again = demo(["--", "--reset"], { TILLIT_DATA: data, TILLIT_APPS: appsDir, TILLIT_KEY_COST: "14" });
    await expect.poll(again.output, { timeout: 90_000 }).toContain("Ctrl-C stops.");
    again.child.kill("SIGTERM");
    expect(await again.exit).toBe(0);
    expect(readFileSync(join(data, "keys", "ifo-namnd.public.json"), "utf8")).not.toBe(root);
  });

  it("says which port is taken, what to do, and leaves no data behind", async () => {
    const neighbour = createServer().listen(0, "127.0.0.1");
    await once(neighbour, "listening");
    const port = String((neighbour.address() as AddressInfo).port);
    const data = join(folder.path, "unused");
    const refused = demo([], { TILLIT_DATA: data, TILLIT_PORT_DESK: port });
    expect(await refused.exit).toBe(1);
    expect(refused.output()).toContain(`Port ${port} (desk) is already in use.`);
    expect(refused.output()).toContain("TILLIT_PORT_DESK=");
    expect(existsSync(data)).toBe(false);
    neighbour.close();
  });

  it("never resets a folder that no demo made", async () => {
    const strange = join(folder.path, "strange");
    mkdirSync(strange);
    writeFileSync(join(strange, "thesis.txt"), "years of work");
    const refused = demo(["--reset"], { TILLIT_DATA: strange });
    expect(await refused.exit).toBe(1);
    expect(existsSync(join(strange, "thesis.txt"))).toBe(true);
  });

  it("refuses arguments it does not know", async () => {
    const refused = demo(["--rest"], { TILLIT_DATA: join(folder.path, "unused") });
    expect(await refused.exit).toBe(2);
  });
});
