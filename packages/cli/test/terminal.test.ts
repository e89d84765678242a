/** What is said on a terminal alone: questions and the names of progress bars. */
import { swedishDateAt } from "@tillit/civil-time";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { run } from "../src/run.ts";
import { folder } from "./tillit.ts";

const now = (): number => Date.parse("2026-11-21T12:00:00Z");

/** Runs a command line as on a terminal, where each question is answered; gives what it said and its data. */
async function atTerminal(args: readonly string[], answer: string): Promise<{ said: string; data: string }> {
  const terminal = (): PassThrough & { isTTY: boolean } => Object.assign(new PassThrough(), { isTTY: true });
  const [stdin, stderr, stdout] = [terminal(), terminal(), new PassThrough()];
  let [said, data] = ["", ""];
  stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
    if (chunk.toString("utf8").endsWith(": ")) setImmediate(() => stdin.write(`${answer}\r`));
  });
  stdout.on("data", (chunk: Buffer) => {
    data += chunk.toString("utf8");
  });
  await run(args, { stdin, stdout, stderr, now, today: () => swedishDateAt(now()), end: () => {} });
  return { said, data };
}

it.each([
  ["en", "Passphrase: ", "Once more: ", "sealing", "opening"],
  ["sv", "Lösenfras: ", "En gång till: ", "förseglar", "öppnar"],
] as const)(
  "questions and progress are in the language asked for: %s",
  async (lang, first, more, seals, opens) => {
    using place = folder();
    const at = (...parts: string[]): string => join(place.path, ...parts);
    const envelope = (...args: string[]) =>
      atTerminal(["--lang", lang, "envelope", ...args], "fyra ord i en rad");
    const purpose = ["--purpose", "foster-care-application", "--schema", "fam-intresse/1"];
    writeFileSync(at("contact.json"), "{}");
    const kept = await envelope("keygen", at("keys"), "--controller", "kommun-1", "--kem", "x25519");
    expect(kept.said.startsWith(`${first}\n${more}\n`)).toBe(true);
    const { root } = JSON.parse(kept.data) as { root: string };
    const whose = ["--document", at("keys", "document.json"), "--root", root, "--controller", "kommun-1"];
    const keys = [...whose, "--receipt", at("receipt.txt")];
    const sealed = await envelope("seal", at("sealed"), `a=${at("contact.json")}`, ...keys, ...purpose);
    expect(sealed.said).toContain(`${seals} `);
    const key = ["--key", at("keys", "key.json")];
    for (const where of [
      ["--section", "a"],
      ["--out", at("out")],
    ]) {
      const opened = await envelope("open", at("sealed"), ...purpose, ...key, ...where);
      expect(opened.said.startsWith(`${first}\n`)).toBe(true);
      expect(opened.said).toContain(`${opens} `);
    }
  },
  30_000,
);
