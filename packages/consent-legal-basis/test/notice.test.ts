import {
  checkActivity,
  ConsentBasisError,
  noticeHtml,
  noticeMarkdown,
  type NoticeOptions,
  type ProcessingActivity,
  toNotice,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities, soundActivities } from "./arbitraries.ts";
import { national } from "./national.ts";
import { casework, newsletter, provider, today } from "./sample-activity.ts";

const levels = ["short", "full", "easy-read"] as const;
const shapes = [13, 14].flatMap((article) => levels.map((level) => ({ article: article as 13 | 14, level })));
const everything = {
  13: ["1.a", "1.b", "1.c", "1.e", "1.f", "2.a", "2.b", "2.c", "2.d", "2.e", "2.f", "3"],
  14: ["1.a", "1.b", "1.c", "1.d", "1.e", "1.f", "2.a", "2.c", "2.d", "2.e", "2.f", "2.g", "4"],
};

function both(register: readonly ProcessingActivity[], shape: Pick<NoticeOptions, "article" | "level">) {
  const sv = toNotice(register, { ...shape, locale: "sv", national, on: today });
  const en = toNotice(register, { ...shape, locale: "en", national, on: today });
  return { sv, en };
}

describe("toNotice", () => {
  it.each(shapes)("Article $article, $level: every mandatory item is there", ({ article, level }) => {
    const { sv } = both([casework, newsletter], { article, level });
    expect(sv.covers.map((ref) => ref.slice(3)).toSorted()).toEqual(everything[article].toSorted());
    expect(sv.missing).toEqual([]);
  });

  it.each(shapes)("Article $article, $level: both languages have the same blocks", ({ article, level }) => {
    const { sv, en } = both([casework, newsletter], { article, level });
    const skeleton = (notice: typeof sv): string[] => notice.blocks.map(({ kind, ref }) => `${kind} ${ref}`);
    expect(skeleton(en)).toEqual(skeleton(sv));
    expect(en.sourceHash).toBe(sv.sourceHash);
    expect(en.title).not.toBe(sv.title);
  });

  it("The three lengths differ in length, and the easy one has short sentences", () => {
    const words = (level: (typeof levels)[number]): number =>
      noticeMarkdown(both([casework, newsletter], { article: 13, level }).sv).split(/\s+/).length;
    expect(words("short")).toBeLessThan(words("full"));
    const { blocks } = both([newsletter], { article: 13, level: "easy-read" }).sv;
    const sentences = blocks.flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n/));
    const mean = sentences.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / sentences.length;
    expect(mean).toBeLessThan(12);
  });

  it("An activity without errors gives a notice without a gap, in every shape and length", () => {
    fc.assert(
      fc.property(soundActivities, fc.constantFrom(...shapes), (activity, shape) => {
        const errors = checkActivity(activity, today, { national }).filter(
          ({ severity }) => severity === "error",
        );
        fc.pre(errors.length === 0);
        expect(both([activity], shape).sv.missing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("A gap in the model is a finding with its article, and never a made-up sentence", () => {
    const open: ProcessingActivity = {
      ...casework,
      controller: { ...casework.controller, contact: {} },
      transfers: { assessed: false },
      retentionRule: "",
    };
    const { sv } = both([open], { article: 13, level: "full" });
    expect(sv.missing.map(({ code, law }) => `${code} ${law[0]?.at ?? ""}`)).toEqual([
      "CLB101 13(1)(a)",
      "CLB107 13(1)(f)",
      "CLB108 13(2)(a)",
    ]);
    expect(sv.blocks.some(({ ref }) => ref === "13.1.f")).toBe(false);
  });

  it("An answer for one activity does not hide that another has none", () => {
    const { requirement: _, ...unsaid } = newsletter;
    for (const [other, code] of [
      [{ ...newsletter, retentionRule: " " }, "CLB108"],
      [unsaid, "CLB112"],
    ] as const) {
      const { sv } = both([casework, other], { article: 13, level: "full" });
      expect(sv.missing.map((finding) => finding.code)).toEqual([code]);
    }
  });

  it("Easy reading tells how to leave a use that rests on consent, and never that nobody can say no to it", () => {
    const texts = (register: readonly ProcessingActivity[]) => {
      const { sv, en } = both(register, { article: 13, level: "easy-read" });
      return { sv: noticeMarkdown(sv), en: noticeMarkdown(en) };
    };
    const alone = texts([newsletter]);
    expect(alone.sv).toContain("Du kan ändra dig och behöver inte säga varför.");
    expect(alone.en).toContain("You can change your mind and need not say why.");
    expect(alone.sv + alone.en).not.toMatch(/Du kan inte säga nej|You cannot say no/);
    expect(texts([casework, newsletter]).sv).toContain("Nyhetsbrev: Vi gör det här bara om du säger ja.");
  });

  it("A supervisory authority known by name alone is named once", () => {
    const { blocks } = toNotice([newsletter], { article: 13, locale: "sv", level: "full" });
    expect(blocks.filter(({ ref }) => ref === "13.2.d").map(({ text }) => text)).toContain(
      "Du kan klaga hos Integritetsskyddsmyndigheten. Du kan också vända dig till domstol.",
    );
  });

  it("The same model and language give the same bytes", () => {
    fc.assert(
      fc.property(activities, fc.constantFrom(...shapes), (activity, shape) => {
        const copy = structuredClone(activity);
        const once = noticeHtml(both([activity], shape).sv);
        expect(noticeHtml(both([copy], shape).sv)).toBe(once);
      }),
      { numRuns: 15 },
    );
  });

  it("HTML is escaped, in text and in the title", () => {
    const sly: ProcessingActivity = { ...casework, controller: { ...casework.controller, name: '<b>"&' } };
    const html = noticeHtml(both([sly], { article: 13, level: "full" }).sv);
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;b&gt;&quot;&amp;");
  });

  it("Activities of two controllers, or none at all, make no notice", () => {
    const options: NoticeOptions = { article: 13, locale: "sv", level: "full" };
    expect(() => toNotice([casework, provider], options)).toThrow(
      expect.objectContaining({ code: "REGISTER_MIXED_CONTROLLERS" }),
    );
    expect(() => toNotice([], options)).toThrow(ConsentBasisError);
  });
});
