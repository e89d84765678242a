import * as main from "@tillit/consent-legal-basis";
import * as dpv from "@tillit/consent-legal-basis/dpv";
import * as ledger from "@tillit/consent-legal-basis/ledger";
import * as lint from "@tillit/consent-legal-basis/lint";
import { describe, expect, it } from "vitest";

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

  it("/dpv gives the context and the export", () => {
    expect(Object.keys(dpv).toSorted()).toEqual(["dpvContext", "dpvNamespaces", "toJsonLd"]);
  });
});
