/** What is published works where nothing of this repository is: the script says how. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");

it("every published package packs, passes publint and arethetypeswrong, installs in an empty project and loads", async () => {
  const child = spawn(process.execPath, ["scripts/check-packed.ts"], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.stringMatching(/^\d+ packages pack, install and load\n$/) as string,
  });
});
