import { describe, expect, it } from "vitest";
import {
  grades,
  gradeTexts,
  isLanguage,
  languages,
  lawKey,
  leastSure,
  textIn,
  type Grade,
} from "../src/index.ts";

describe("a language", () => {
  it.each([
    ["sv", true],
    ["en", true],
    ["sv-SE", false],
    ["", false],
    [undefined, false],
    [["sv"], false],
  ])("%j is one: %s", (value, known) => {
    expect(isLanguage(value)).toBe(known);
  });

  it("that a text lacks falls back to Swedish", () => {
    expect(textIn({ sv: "gallras" }, "en")).toBe("gallras");
    expect(textIn({ sv: "gallras", en: "disposed of" }, "en")).toBe("disposed of");
  });
});

describe("a grade", () => {
  it.each<[readonly Grade[], Grade]>([
    [["V"], "V"],
    [["V", "S"], "S"],
    [["M", "V", "S"], "M"],
    [["I", "V"], "I"],
    [[], "I"],
  ])("of a conclusion that rests on %j is %s", (of, least) => {
    expect(leastSure(of)).toBe(least);
  });

  it("has a text in every language", () => {
    const texts = grades.flatMap((grade) => languages.map((language) => gradeTexts[grade][language]));
    expect(new Set(texts).size).toBe(grades.length * languages.length);
  });
});

describe("a reference", () => {
  it("has one key, with the statute's number where there is one", () => {
    expect(lawKey({ act: "SoL", sfs: "2025:400", at: "16 kap. 1 §" })).toBe("SoL 2025:400 16 kap. 1 §");
    expect(lawKey({ act: "GDPR", at: "6(1)(c)" })).toBe("GDPR 6(1)(c)");
  });
});
