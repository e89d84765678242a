import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../src/css/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

function values(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function colour(name: string, tokens: Map<string, string>): string {
  const value = tokens.get(name) ?? "";
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : colour(reference, tokens);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const lightTokens = values(light);
const darkTokens = new Map([...lightTokens, ...values(dark.split("@media")[0] ?? "")]);

describe.each([
  ["light", lightTokens],
  ["dark", darkTokens],
])("the colours in %s", (_mode, tokens) => {
  it.each([
    ["ink", "paper", 7],
    ["ink", "surface", 7],
    ["ink", "brand-soft", 7],
    ["ink", "warn-soft", 7],
    ["ink", "good-soft", 7],
    ["ink", "line", 4.5],
    ["muted", "paper", 4.5],
    ["muted", "surface", 4.5],
    ["muted", "brand-soft", 4.5],
    ["brand", "paper", 4.5],
    ["brand", "surface", 4.5],
    ["brand", "brand-soft", 4.5],
    ["on-brand", "brand", 4.5],
    ["error", "surface", 4.5],
    ["error", "paper", 4.5],
    ["error", "error-soft", 4.5],
    ["control", "surface", 3],
    ["control", "paper", 3],
  ])("%s on %s have a contrast of at least %d:1", (front, back, least) => {
    expect(contrast(colour(front, tokens), colour(back, tokens))).toBeGreaterThanOrEqual(least);
  });

  it("the focus ring is seen against its own edge", () => {
    expect(contrast(colour("focus", tokens), colour("focus-edge", tokens))).toBeGreaterThanOrEqual(3);
  });
});
