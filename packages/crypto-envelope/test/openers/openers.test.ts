/** Two openers in other languages, written from the specification alone, run against the vectors and a live envelope. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../src/index.ts";
import { pattern, purpose, schema, sealedCase } from "../situation.ts";
import type { VectorCase } from "../vectors/case.ts";

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const python = ["python3", here("openers/python/open.py")] as const;
const java = ["java", "-Dfile.encoding=UTF-8", here("openers/java/Open.java")] as const;

function found(name: string, command: string, ...args: string[]): boolean {
  const { status } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0)
    process.stderr.write(`opener in ${name}: not run, because "${command} ${args.join(" ")}" fails here\n`);
  return status === 0;
}
const hasPython = found("Python", "python3", "-c", "import cryptography.hazmat.primitives.ciphers.aead");
const hasJava = found("Java", "javac", "--release", "17", "-version");

const folder = here("spec/vectors/");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const wanted = new Map<string, VectorCase>(
  files.flatMap((file) => {
    const { cases } = JSON.parse(readFileSync(folder + file, "utf8")) as { cases: VectorCase[] };
    return cases.map((vector) => [`${file}: ${vector.name}`, vector] as const);
  }),
);
const paths = files.map((file) => folder + file);

function run(command: readonly string[], ...args: string[]): string {
  const [program = "", ...first] = command;
  const { status, stderr, stdout } = spawnSync(program, [...first, ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
const asListed = (results: [string, string][]): unknown => Object.fromEntries(results);

/** Whether a vector has an X-Wing key, which Java 17 does not have. */
function needsXwing({ key, keyring }: VectorCase): boolean {
  if ("kem" in key) return key.kem === "xwing";
  return Array.isArray(keyring.stanzas) && keyring.stanzas.every(({ kem }) => kem === "xwing");
}

describe.runIf(hasPython)("the opener in Python", () => {
  it("answers every vector as this package does", () => {
    const results = lines(run(python, "vectors", ...paths)).map((line) => {
      const { file, name, result } = JSON.parse(line) as { file: string; name: string; result: string };
      return [`${file}: ${name}`, result] as [string, string];
    });
    // Where `cryptography` has no ML-KEM, X-Wing keys are answered with PLATFORM (or NO_KEY for a receipt).
    const known = results.filter(([name, result]) => {
      const vector = wanted.get(name);
      return vector === undefined || !(needsXwing(vector) && ["PLATFORM", "NO_KEY"].includes(result));
    });
    expect(asListed(known)).toEqual(asListed(known.map(([name]) => [name, wanted.get(name)?.result ?? ""])));
    expect(known.length).toBeGreaterThan(220);
  });
});

describe.runIf(hasJava)("the opener in Java", () => {
  it("answers every vector that needs no X-Wing as this package does", () => {
    const results = lines(run(java, "vectors", ...paths))
      .map((line) => line.split("\t"))
      .map(([file = "", name = "", result = ""]) => [`${file}: ${name}`, result] as [string, string]);
    const classic = results.filter(([name]) => {
      const vector = wanted.get(name);
      return vector !== undefined && !needsXwing(vector);
    });
    expect(asListed(classic)).toEqual(
      asListed(classic.map(([name]) => [name, wanted.get(name)?.result ?? ""])),
    );
    expect(classic.length).toBeGreaterThan(220);
  });
});

describe("a live envelope with an attachment of 3 MB", async () => {
  const data = { contact: pattern(300, 1), health: pattern(0), "file-1": pattern(3_000_000, 2) };
  const { blobs, controller, sealed } = await sealedCase([
    { id: "contact", class: "ordinary", data: data.contact, pad: "4k" },
    { id: "health", class: "health", data: data.health, pad: "4k" },
    { id: "file-1", class: "attachment", data: data["file-1"], pad: "padme" },
  ]);
  const room = mkdtempSync(join(tmpdir(), "ce1-"));
  afterAll(() => {
    rmSync(room, { recursive: true });
  });
  mkdirSync(join(room, "blobs"));
  for (const [id, blob] of blobs) writeFileSync(join(room, "blobs", id), blob);
  writeFileSync(join(room, "manifest.json"), JSON.stringify(sealed.manifest));
  writeFileSync(join(room, "keyring.json"), JSON.stringify(sealed.keyring));
  const seed = toBase64Url(controller.seed);
  const at = (name: string): string => join(room, name);

  function sameContent(out: string): string[] {
    return Object.entries(data)
      .filter(([id, content]) => Buffer.from(content).equals(readFileSync(at(join(out, id)))))
      .map(([id]) => id);
  }

  it.runIf(hasPython)("opens in Python, byte for byte, and a cut blob leaves nothing behind", () => {
    const flags = [`--manifest=${at("manifest.json")}`, `--keyring=${at("keyring.json")}`, `--seed=${seed}`];
    const purposes = [`--purpose=${purpose}`, `--schema=${schema}`];
    run(python, "open", ...flags, ...purposes, `--blobs=${at("blobs")}`, `--out=${at("python")}`);
    expect(sameContent("python")).toEqual(Object.keys(data));
    mkdirSync(at("cut"));
    for (const [id, blob] of blobs)
      writeFileSync(at(join("cut", id)), id === "file-1" ? blob.subarray(0, -9) : blob);
    expect(() =>
      run(python, "open", ...flags, ...purposes, `--blobs=${at("cut")}`, `--out=${at("none")}`),
    ).toThrow("TRUNCATED");
    expect(readdirSync(at("none"))).toEqual(["contact", "health"]);
  });

  it.runIf(hasJava)("opens in Java, byte for byte", () => {
    run(
      java,
      "open",
      at("manifest.json"),
      at("keyring.json"),
      at("blobs"),
      at("java"),
      seed,
      purpose,
      schema,
    );
    expect(sameContent("java")).toEqual(Object.keys(data));
  });
});
