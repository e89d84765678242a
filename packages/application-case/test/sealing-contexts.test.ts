import { expect, it } from "vitest";
import { questionnaire, sealingContexts } from "../src/index.ts";

const all = Object.values(sealingContexts).map((context) =>
  typeof context === "function" ? context("r-1") : context,
);

it("No two kinds of content are sealed for the same purpose", () => {
  expect(new Set(all.map(({ purpose }) => purpose)).size).toBe(all.length);
});

it("What is about one matter is bound to it, and to no other", () => {
  for (const context of Object.values(sealingContexts)) {
    if (typeof context !== "function") continue;
    expect(context("r-1").purpose).toMatch(/\/r-1$/u);
    expect(context("r-1").purpose).not.toBe(context("r-2").purpose);
  }
});

it("An application is sealed with the questionnaire's own schema", () => {
  expect(sealingContexts.application.schemas).toEqual([questionnaire.id]);
});
