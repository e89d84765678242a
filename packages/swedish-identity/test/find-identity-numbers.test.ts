import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import { findIdentityNumbers } from "../src/index.ts";

const today = parseDate("2026-11-21");

function foundIn(text: string): string[] {
  return findIdentityNumbers(text, today).map(({ start, end }) => text.slice(start, end));
}

describe("numbers in running text", () => {
  it.each([
    ["Hon heter Ada, 811228-9874, och bor här.", ["811228-9874"]],
    ["19811228-9874 och 640883-3231", ["19811228-9874", "640883-3231"]],
    ["(8112289874)", ["8112289874"]],
    ["811228 - 9874", ["811228 - 9874"]],
    ["811228\u20139874", ["811228\u20139874"]],
    ["811228+9874", ["811228+9874"]],
    ["född 191500722390.", ["191500722390"]],
  ])("%j gives them away", (text, numbers) => {
    expect(foundIn(text)).toEqual(numbers);
  });

  it.each([
    "811228-9875",
    "order 8112289874123",
    "x8112289874",
    "2026-11-21",
    "070-123 45 67",
    "",
    "811328-9874",
  ])("%j holds none", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
