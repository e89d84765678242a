import { describe, expect, it } from "vitest";
import { questionnaire } from "../src/questionnaire/fam-intresse-1/questionnaire.ts";
import { stepIds } from "../src/questionnaire/question.ts";
import { describeAnswers } from "../src/texts/describe-answers.ts";
import { en } from "../src/texts/en.ts";
import { optionText, questionText } from "../src/texts/in-language.ts";
import { sv } from "../src/texts/sv.ts";

describe.each([
  ["sv", sv],
  ["en", en],
] as const)("the texts in %s", (language, texts) => {
  it.each(questionnaire.questions.map((question) => [question.id, question] as const))(
    "%s has a label, and words for exactly its options",
    (id, question) => {
      expect(texts.questions[id].label.length).toBeGreaterThan(2);
      expect(Object.keys(texts.questions[id].options ?? {}).sort()).toEqual(
        [...(question.options ?? [])].sort(),
      );
    },
  );

  it("names every step", () => {
    for (const step of stepIds) expect(texts.steps[step].title).not.toBe("");
  });

  it("has no label twice and no option words twice in one question", () => {
    const labels = questionnaire.questions.map(({ id }) => texts.questions[id].label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { id } of questionnaire.questions) {
      const words = Object.values(texts.questions[id].options ?? {});
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("gives the words by id and code", () => {
    expect(questionText(language, "name")).toBe(texts.questions.name);
    expect(optionText(language, "protected", "no")).toBe(texts.questions.protected.options?.["no"]);
    expect(optionText(language, "protected", "later-code")).toBe("later-code");
  });
});

it("says something else in English than in Swedish, except where the words are the same", () => {
  const same = questionnaire.questions.filter(({ id }) => sv.questions[id].label === en.questions[id].label);
  expect(same).toEqual([]);
});

describe("describeAnswers", () => {
  it("says the answers in words, step by step, and leaves out what was not answered", () => {
    const file = { section: "file-1", name: "intyg.pdf", type: "application/pdf", size: 1 };
    const described = describeAnswers(
      questionnaire,
      sv,
      {
        assignment: ["contact-person"],
        municipalities: ["a", "b"],
        protected: "no",
        languages: ["swedish", "later-code"],
        "registers-info": true,
        files: [file],
        name: "Anna",
        "own-room": "now",
      },
      { yes: "Ja", names: { a: "Kommun A" } },
    );
    expect(described.map(({ step }) => step)).toEqual(["assignment", "child", "checks", "files", "contact"]);
    expect(described.flatMap(({ answers }) => answers.map(({ values }) => values))).toEqual([
      [sv.questions.assignment.options?.["contact-person"]],
      ["Kommun A", "b"],
      ["Nej"],
      ["Svenska", "later-code"],
      ["Ja"],
      ["intyg.pdf"],
      ["Anna"],
    ]);
  });
});
