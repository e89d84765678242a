import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "commander";
import { phrases } from "../src/language/help-sv.ts";
import type { Io } from "../src/console/io.ts";
import { programOf } from "../src/run.ts";
import { folder, tillit, tillitHere } from "./tillit.ts";

/** For a program of which nothing is run. */
const nowhere = {} as Io;

/** A command and all below it. */
function commandsOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(commandsOf)];
}

const planted = "198112289874";

describe("wrong use", () => {
  it.each([
    ["an unknown command", [planted]],
    ["an unknown command of a group", ["audit", planted]],
    ["an unknown option", ["calendar", "2026-12-24", `--${planted}`]],
    ["an argument too many", ["calendar", "2026-12-24", planted]],
    ["an option without its value", ["dsar", "deadline", "--received"]],
    ["an option with another value", ["calendar", "2026-12-24", "--lang", planted]],
    ["a missing argument", ["calendar"]],
    ["a missing option", ["retention", "plan", planted]],
    ["a file that does not exist", ["audit", "verify", planted]],
    ["a folder for a file", ["audit", "verify", "."]],
    ["a date that is none", ["dsar", "deadline", "--received", planted]],
    ["a pause that is none", ["dsar", "deadline", "--received", "2026-11-21", "--pause", planted]],
    ["a key that is none", ["audit", "verify", "-", "--key", planted]],
  ])("is told in one line with a code, without the input, and ends with 2: %s", async (_, args) => {
    const run = await tillitHere(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^tillit: [A-Z][A-Z0-9_]+ [^\n]+\n$/);
    expect(run.stderr).not.toContain(planted);
  });

  it.each([
    ["a missing option", ["dsar", "deadline"], "--received <date>"],
    ["an option without its value", ["dsar", "deadline", "--received"], "--received <date>"],
    ["an option with another value", ["policy", "claims", "--document", planted], "--document <number>"],
    ["a missing argument", ["calendar"], "date"],
  ])("names the option or argument it is about, in both languages: %s", async (_, args, name) => {
    for (const [lang, end] of [
      ["en", "; see --help\n"],
      ["sv", "; se --help\n"],
    ] as const) {
      const { stderr } = await tillitHere(["--lang", lang, ...args]);
      expect(stderr.endsWith(`: ${name}${end}`)).toBe(true);
      expect(stderr).not.toContain(planted);
    }
  });

  it.each([
    ["RULES_NOT_FOUND", ["retention", "plan", "-", "--as-of", "2026-11-21", "--rules", planted]],
    ["RULES_NOT_FOUND", ["retention", "check", `claim/${planted}`]],
    ["REGISTER_NOT_FOUND", ["policy", "check", planted]],
  ])("tells a name that is neither known nor a file by the code %s: %j", async (code, args) => {
    const run = await tillitHere(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+, and no such file\\n$`));
    expect(run.stderr).not.toContain(planted);
  });

  it("shows a stack only with --debug", async () => {
    const run = await tillit(["identity", "811228-9875", "--debug"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^tillit: IDENTITY_CHECKSUM .*\nIdentityError: .*\n\s+at /);
  });
});

describe("help", () => {
  it.each([
    [["--help"], "Commands:"],
    [["retention", "--help"], "plan"],
    [["retention", "plan", "--help"], "--as-of <date>"],
    [["dsar", "deadline", "--help"], "--received <date>"],
    [["calendar", "--help"], "YYYY-MM-DD"],
    [["identity", "--help"], "[number]"],
    [["envelope", "seal", "--help"], "--receipt <file>"],
    [["audit", "verify", "--help"], "--key <key>"],
  ])("%j is data: standard output, exit 0", async (args, word) => {
    const run = await tillitHere(args);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(word);
  });

  it("of a command says which options it needs and which belong to every command", async () => {
    const { stdout } = await tillitHere(["dsar", "deadline", "--help"]);
    expect(stdout).toMatch(/--received <date> [^(]*\(required\)/);
    expect(stdout).not.toMatch(/--served <date> [^(]*\(required\)/);
    expect(stdout).toContain("--lang <lang>");
    expect((await tillitHere(["--help"])).stdout).toContain("Exit codes:");
  });

  it("is in Swedish with --lang sv, wherever that stands", async () => {
    const before = await tillitHere(["--lang", "sv", "envelope", "open", "--help"]);
    expect(before.stdout).toContain("öppna ett kuvert med en privat nyckel eller ett kvitto");
    expect(await tillitHere(["envelope", "open", "--help", "--lang=sv"])).toEqual(before);
    expect((await tillitHere(["--help", "--lang", "sv"])).stdout).toContain("Slutkoder:");
  });

  it("has a Swedish phrase for every command, argument and option, and none for anything else", () => {
    const used = new Set([
      "display help for command",
      "Usage:",
      "Arguments:",
      "Options:",
      "Global Options:",
      "Commands:",
    ]);
    for (const command of commandsOf(programOf(nowhere, "en"))) {
      used.add(command.description());
      for (const { description } of [...command.registeredArguments, ...command.options])
        used.add(description);
    }
    expect(Object.keys(phrases).toSorted()).toEqual([...used].toSorted());
  });

  it("in Swedish has no word of the English one left, and names the same commands and options", () => {
    const english = commandsOf(programOf(nowhere, "en"));
    const swedish = commandsOf(programOf(nowhere, "sv"));
    for (const [at, command] of swedish.entries()) {
      const text = command.helpInformation();
      expect(text).not.toMatch(
        /Usage:|Arguments:|Options:|Commands:|choices:|default:|\(required\)|display|\[options\]|\[command\]/,
      );
      const named = (help = ""): string[] => help.match(/(?<=^ {2})-\S+(?:, --\S+)?(?: <\S+>)?/gm) ?? [];
      expect(named(text)).toEqual(named(english[at]?.helpInformation()));
    }
    expect(swedish.length).toBeGreaterThan(35);
  });

  it("of a group without a command goes to standard error with exit 2", async () => {
    const run = await tillitHere(["audit"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("verify");
  });

  it("has a version", async () => {
    expect(await tillit(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });
});

describe("a pipe", () => {
  it("whose reader stops early is no failure", async () => {
    using place = folder();
    const file = join(place.path, "records.ndjson");
    const records = Array.from({ length: 20_000 }, (_, at) =>
      JSON.stringify({ id: `a-${at}`, unit: "file", values: { holder: "social-board" } }),
    );
    writeFileSync(file, `${records.join("\n")}\n`);
    const main = join(import.meta.dirname, "..", "src", "main.ts");
    const child = spawn(process.execPath, [
      "--conditions=@tillit/source",
      main,
      "retention",
      "plan",
      file,
      "--as-of",
      "2026-11-21",
    ]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
  });
});
