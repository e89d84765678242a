/** What is on the disk after `tillit envelope` has ended: whole files, or none. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { purpose, sealingPlace } from "./sealing-place.ts";
import { json, tillitHere } from "../tillit.ts";

const main = join(import.meta.dirname, "..", "..", "src", "main.ts");
const place = sealingPlace();
const { at, sealing } = place;

function filesIn(name: string): string[] {
  if (!existsSync(at(name))) return [];
  return readdirSync(at(name), { recursive: true, encoding: "utf8" })
    .filter((file) => file !== "blobs")
    .toSorted();
}

beforeAll(async () => {
  writeFileSync(at("contact.json"), '{"name":"Åsa Öst"}');
  writeFileSync(at("Årsrapport 2026, med bilagor och annat.PDF"), "%PDF-");
  // A file of holes: large for us, small for the disk.
  writeFileSync(at("large"), "");
  truncateSync(at("large"), 250_000_000);
  mkdirSync(at("a-folder"));
  await place.makeKeys();
}, 30_000);
afterAll(() => {
  place[Symbol.dispose]();
});

/** Runs a command and interrupts it as soon as it writes a part of a file. */
async function interruptedAt(args: readonly string[], where: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ["--conditions=@tillit/source", "--no-warnings", main, ...args], {
    stdio: "ignore",
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on("close", (_code, signal) => {
      resolve(signal);
    });
  });
  while (child.exitCode === null && !filesIn(where).some((file) => file.endsWith(".part"))) await later(2);
  child.kill("SIGINT");
  return ended;
}

describe("an interruption", () => {
  it("of seal leaves no file: no blob, no receipt, no manifest", async () => {
    expect(await interruptedAt(sealing("cut", "cut.txt", `large=${at("large")}`), "cut")).toBe("SIGINT");
    expect(filesIn("cut")).toEqual([]);
    expect(existsSync(at("cut.txt"))).toBe(false);
  }, 60_000);

  it("of seal --force leaves the envelope that was there", async () => {
    expect((await tillitHere(sealing("kept", "kept.txt", `contact=${at("contact.json")}`))).code).toBe(0);
    const over = [...sealing("kept", "kept.txt", `contact=${at("large")}`), "--force"];
    expect(await interruptedAt(over, "kept")).toBe("SIGINT");
    expect(filesIn("kept")).toEqual(["blobs/contact.bin", "keyring.json", "manifest.json"]);
    const read = ["--receipt", at("kept.txt"), "--section", "contact"];
    const opened = await tillitHere(["envelope", "open", at("kept"), ...purpose, ...read]);
    expect(opened).toEqual({ code: 0, stdout: '{"name":"Åsa Öst"}', stderr: "" });
  }, 60_000);

  it("of open leaves no half section", async () => {
    const sections = [`contact=${at("contact.json")}`, `large=${at("large")}`];
    expect((await tillitHere(sealing("whole", "whole.txt", ...sections))).code).toBe(0);
    const open = [
      "envelope",
      "open",
      at("whole"),
      ...purpose,
      "--receipt",
      at("whole.txt"),
      "--out",
      at("out"),
    ];
    expect(await interruptedAt(open, "out")).toBe("SIGINT");
    expect(filesIn("out").filter((file) => file !== "contact")).toEqual([]);
  }, 60_000);
});

describe("tillit envelope seal", () => {
  it("puts nothing in place of an envelope without --force, and with it nothing of the old one stays", async () => {
    const two = [`contact=${at("contact.json")}`, `health=${at("contact.json")}`];
    expect((await tillitHere(sealing("twice", "twice.txt", ...two))).code).toBe(0);
    const one = sealing("twice", "other.txt", `contact=${at("contact.json")}`);
    expect(await tillitHere(one)).toMatchObject({ code: 4, stdout: "" });
    expect(existsSync(at("other.txt"))).toBe(false);
    expect(await tillitHere([...one, "--force"])).toMatchObject({ code: 0, stderr: "" });
    expect(filesIn("twice")).toEqual(["blobs/contact.bin", "keyring.json", "manifest.json"]);
    const read = ["--receipt", at("other.txt"), "--section", "contact"];
    expect((await tillitHere(["envelope", "open", at("twice"), ...purpose, ...read])).stdout).toBe(
      '{"name":"Åsa Öst"}',
    );
  });

  it("names a section after its file where it is not told", async () => {
    const sealed = await tillitHere(
      sealing("named", "named.txt", at("Årsrapport 2026, med bilagor och annat.PDF")),
    );
    expect(json(sealed)).toMatchObject({ sections: [{ id: "arsrapport-2026-med-bilagor-och", size: 5 }] });
  });

  it.each([
    ["a folder for a file", () => sealing("none", "none.txt", `a=${at("a-folder")}`), "FILE_IS_FOLDER", 2],
    ["a file that is not there", () => sealing("none", "none.txt", `a=${at("no")}`), "FILE_NOT_FOUND", 2],
    [
      "a receipt for a folder that is not there",
      () => sealing("none", "no/none.txt", `a=${at("contact.json")}`),
      "FILE_NOT_FOUND",
      2,
    ],
    [
      "a section with a long name",
      () => sealing("none", "none.txt", `${"a".repeat(33)}=x`),
      "SECTION_MALFORMED",
      2,
    ],
    [
      "a section twice",
      () => sealing("none", "none.txt", `a=${at("contact.json")}`, `a=${at("contact.json")}`),
      "FORMAT",
      2,
    ],
  ])("refuses %s and leaves nothing", async (_, args, code, exit) => {
    const refused = await tillitHere(args());
    expect([refused.code, refused.stdout, filesIn("none")]).toEqual([exit, "", []]);
    expect(refused.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+\\n$`));
    expect(existsSync(at("none.txt"))).toBe(false);
  });
});

describe("--lang sv", () => {
  beforeAll(async () => {
    expect((await tillitHere(sealing("said", "said.txt", `contact=${at("contact.json")}`))).code).toBe(0);
  });

  it.each([
    [["verify", at("none-such"), ...purpose], "FILE_NOT_FOUND en fil eller mapp finns inte"],
    [["verify", at("keys")], "USAGE "],
    [["inspect", at("contact.json")], "FORMAT det har inte den form som krävs"],
    [
      ["open", at("said"), "--purpose", "p", "--schema", "s", "--receipt", at("said.txt")],
      "CONTEXT det hör till",
    ],
    [["open", at("said"), ...purpose, "--receipt", at("said.txt")], "USAGE "],
  ])("says in Swedish why it refuses: %j", async (args, words) => {
    const refused = await tillitHere(["envelope", ...args, "--lang", "sv"]);
    expect(refused.stderr).toContain(`tillit: ${words}`);
    expect(refused.stderr).not.toMatch(/\b(?:the|a|see|is|not)\b/);
    expect(refused.stderr.split("\n")).toHaveLength(2);
  });
});
