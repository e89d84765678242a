import { describe, expect, it } from "vitest";
import { faultText } from "../src/fault-text.ts";
import { ApiProblem } from "@tillit/web-kit";
import { findReceipt } from "../src/receipt-text.ts";
import { en } from "../src/texts/en.ts";
import { sv } from "../src/texts/sv.ts";
import { dateText } from "../src/views/application-panel.tsx";

const receipt = `cenv1r.${"Ab1_-".repeat(14)}`;

describe("finding a receipt", () => {
  it.each([
    ["alone", receipt],
    ["with space around", `\n  ${receipt}\t`],
    ["in a sentence", `Nyckel: ${receipt} (visa ingen)`],
    ["in a saved file", `<code>${receipt}</code>`],
    ["broken over lines", `${receipt.slice(0, 30)}\n${receipt.slice(30, 60)}\r\n${receipt.slice(60)}`],
  ])("%s", (_where, text) => {
    expect(findReceipt(text)).toBe(receipt);
  });

  it.each([["hej"], [""], [receipt.slice(0, -1)], [`xenv1r.${"A".repeat(70)}`]])("none in %j", (text) => {
    expect(findReceipt(text)).toBeUndefined();
  });
});

describe("words", () => {
  it.each([
    [new ApiProblem("OFFLINE", 0), sv.open.offline],
    [new ApiProblem("RATE_LIMITED", 429), sv.open.failed("RATE_LIMITED")],
    [new TypeError("secret"), sv.open.failed("BROWSER")],
  ])("of a failure say what it was and never more", (error, words) => {
    expect(faultText(error, sv)).toBe(words);
  });

  it("name the same states and outcomes in both languages", () => {
    for (const part of ["statuses", "outcomes", "requestStatuses"] as const) {
      expect(Object.keys(en[part])).toEqual(Object.keys(sv[part]));
    }
  });

  it.each([
    ["2026-12-21", "21 december 2026"],
    ["2026-11-21T23:30:00Z", "22 november 2026"],
  ])("write %s as the Swedish day %s", (value, words) => {
    expect(dateText(value, "sv")).toBe(words);
  });
});
