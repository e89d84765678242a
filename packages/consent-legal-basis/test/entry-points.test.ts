import * as main from "@tillit/consent-legal-basis";
import * as dpv from "@tillit/consent-legal-basis/dpv";
import * as ledger from "@tillit/consent-legal-basis/ledger";
import * as lint from "@tillit/consent-legal-basis/lint";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/** Every source that an entry loads; what is imported as types alone is not loaded. */
function loaded(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const wants = /^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gm;
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(wants)) {
    if (from.startsWith(".")) loaded(join(dirname(file), from), seen);
    else seen.add(from);
  }
  return seen;
}

describe("The entry points", () => {
  it("The main entry has the names that other software relies on", () => {
    const names = ["checkActivity", "rightsFor", "consentAt", "toNotice", "toArticle30", "drift", "lint"];
    expect(names.filter((name) => !(name in main))).toEqual([]);
  });

  it.each([
    ["ledger", ledger],
    ["lint", lint],
  ])("/%s gives the same values as the main entry", (_, part) => {
    const whole: Readonly<Record<string, unknown>> = main;
    const differing = Object.entries(part).filter(([name, value]) => whole[name] !== value);
    expect(differing).toEqual([]);
  });

  it.each(["lint.ts", "dpv.ts"])("%s loads no schema, so that a page that uses it stays small", (entry) => {
    const sources = loaded(join(import.meta.dirname, "..", "src", entry));
    expect(sources.size).toBeGreaterThan(3);
    expect([...sources].filter((source) => source.startsWith("zod"))).toEqual([]);
  });

  it("/dpv gives the context and the export", () => {
    expect(Object.keys(dpv).toSorted()).toEqual(["dpvContext", "dpvNamespaces", "toJsonLd"]);
  });
});
