import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml } from "../src/index.ts";

describe("text inside HTML", () => {
  test.each([
    ["Åsa & Bo", "Åsa &amp; Bo"],
    ["<script>", "&lt;script&gt;"],
    [`a "quoted" attribute`, "a &quot;quoted&quot; attribute"],
    ["it's", "it&#39;s"],
    ["&amp;", "&amp;amp;"],
  ])("%j becomes %j", (text, safe) => {
    expect(escapeHtml(text)).toBe(safe);
  });

  test("holds no sign that could be markup, and loses nothing", () => {
    const back: Readonly<Record<string, string>> = {
      "&amp;": "&",
      "&lt;": "<",
      "&gt;": ">",
      "&quot;": '"',
      "&#39;": "'",
    };
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const safe = escapeHtml(text);
        expect(safe).not.toMatch(/[<>"']/u);
        expect(safe.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => back[entity] ?? "")).toBe(text);
      }),
    );
  });
});
