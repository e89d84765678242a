/** Standard output that takes nothing more is told, as any file is. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failedOutput } from "../../src/console/failed-output.ts";

const full = "/dev/full";
const main = join(import.meta.dirname, "..", "..", "src", "main.ts");

/** Runs a command line by a shell, which redirects. */
function inShell(
  args: string,
  redirected: string,
): { readonly status: number | null; readonly stderr: string } {
  const line = `"$0" --conditions=@tillit/source --no-warnings "$1" ${args} ${redirected}`;
  return spawnSync("sh", ["-c", line, process.execPath, main], {
    encoding: "utf8",
    input: "19811228-9874\n",
  });
}

if (!existsSync(full)) console.info(`not tried here: a full disk, since there is no ${full}`);

describe.runIf(existsSync(full))("a redirected output on a full disk", () => {
  it.each([
    ["calendar 2026-12-24", "tillit: DISK_FULL there is no room left to write\n"],
    ["calendar 2026-12-24 --lang sv", "tillit: DISK_FULL det finns ingen plats kvar att skriva på\n"],
    ["identity", "tillit: DISK_FULL there is no room left to write\n"],
    ["--help", "tillit: DISK_FULL there is no room left to write\n"],
  ])("is told in one line and ends with 2: tillit %s", (args, line) => {
    expect(inShell(args, `> ${full}`)).toMatchObject({ status: 2, stderr: line });
  });

  it("ends with 2 where messages cannot be written either", () => {
    expect(inShell("calendar 2026-12-24", `> ${full} 2>&1`)).toMatchObject({ status: 2, stderr: "" });
  });
});

describe.runIf(existsSync(full))("messages on a full disk", () => {
  it.each([
    ["calendar no-date", 2],
    ["calendar 2026-12-24", 0],
  ])("change nothing of how it ends: tillit %s", (args, status) => {
    expect(inShell(args, `2> ${full}`)).toMatchObject({ status, stderr: "" });
  });
});

describe("failedOutput", () => {
  it("is silent for a reader that has seen enough", () => {
    const error = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    expect(failedOutput(error, 3, { lang: "en" })).toBe(3);
  });
});
