import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignmentKinds } from "../src/assignment.ts";
import { questionnaire } from "../src/questionnaire/fam-intresse-1/questionnaire.ts";
import { parseAnswers } from "../src/questionnaire/parse-answers.ts";
import type { Answers, AnswerValue, Question } from "../src/questionnaire/question.ts";
import { visibleQuestions } from "../src/questionnaire/visible.ts";
import { fromSections, isSectionDocument, sectionClasses, toDocuments, toSections } from "../src/sections.ts";

const contactPerson: Answers = {
  assignment: ["contact-person"],
  municipalities: ["skinnskatteberg-ifo"],
  protected: "no",
  "specific-child": "no",
  "age-band": "25-39",
  "home-municipality": "Skinnskatteberg",
  "household-form": "alone",
  work: "full-time",
  "weekly-time": "3-5",
  "child-ages": ["13-15"],
  languages: ["swedish"],
  "own-health": "talk",
  "registers-info": true,
  name: "Anna Andersson",
  phone: "070-123 45 67",
  "call-times": ["evening"],
};

const file = { section: "file-1", name: "intyg.pdf", type: "application/pdf", size: 5_000_000 };

/** A possible answer to a question. */
function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  const codes = question.options ?? ["skinnskatteberg-ifo", "ifo-namnd"];
  const together = codes.filter((code) => question.alone?.includes(code) !== true);
  switch (question.kind) {
    case "radio":
      return fc.constantFrom(...codes);
    case "checkbox":
      return fc.oneof(
        fc.subarray(together, { minLength: 1 }),
        fc.constantFrom(...codes).map((code) => [code]),
      );
    case "text":
      if (question.format === "phone") return fc.constantFrom("070-123 45 67", "+46 8 123 456");
      if (question.format === "email") return fc.constantFrom("anna@example.org", "å@exempel.se");
      if (question.format === "identity-number") return fc.constantFrom("19811228-9874", "8112289874");
      return fc
        .string({ minLength: 1, maxLength: 40 })
        .map((text) => text.trim())
        .filter((text) => text !== "");
    case "number":
      return fc.nat();
    case "acknowledge":
      return fc.constant(true);
    case "files":
      return fc.constant([file]);
  }
}

/** Answers to a random set of questions, visible or not; the required ones always. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(questionnaire.questions.map((question) => [question.id, answerTo(question)])), {
    requiredKeys: questionnaire.questions.filter((each) => each.required).map((each) => each.id),
  })
  .map((answers) => answers as Answers);

describe("parseAnswers", () => {
  it("accepts a whole interest in being a contact person", () => {
    expect(parseAnswers(questionnaire, contactPerson)).toEqual({ ok: true, answers: contactPerson });
  });

  it.each([
    ["a list", [], { question: "fam-intresse/1", code: "NOT_AN_OBJECT" }],
    ["null", null, { question: "fam-intresse/1", code: "NOT_AN_OBJECT" }],
  ])("refuses %s", (_title, raw, problem) => {
    expect(parseAnswers(questionnaire, raw)).toEqual({ ok: false, problems: [problem] });
  });

  it.each([
    ["an unknown question", { shoe: "41" }, "fam-intresse/1", "UNKNOWN_QUESTION"],
    ["no name", { name: "  " }, "name", "REQUIRED"],
    ["an empty list", { languages: [] }, "languages", "REQUIRED"],
    ["an acknowledgement not given", { "registers-info": false }, "registers-info", "REQUIRED"],
    ["a code of no option", { protected: "maybe" }, "protected", "UNKNOWN_OPTION"],
    ["a number for a text", { name: 7 }, "name", "WRONG_TYPE"],
    ["a list for a radio", { protected: ["no"] }, "protected", "UNKNOWN_OPTION"],
    ["a code twice", { languages: ["swedish", "swedish"] }, "languages", "REPEATED_OPTION"],
    ["none together with some", { animals: ["none", "dog"] }, "animals", "STANDS_ALONE"],
    ["too long a text", { "motive-text": "x".repeat(601) }, "motive-text", "TOO_LONG"],
    ["letters in a phone number", { phone: "ring mig" }, "phone", "MALFORMED"],
    ["an e-mail without @", { email: "anna.example.org" }, "email", "MALFORMED"],
    ["a number of the wrong shape", { personnummer: "1234" }, "personnummer", "MALFORMED"],
    ["a receiver that cannot be an id", { municipalities: ["<b>"] }, "municipalities", "MALFORMED"],
    ["six files", { files: Array.from({ length: 6 }, () => file) }, "files", "TOO_MANY"],
    ["a file of another kind", { files: [{ ...file, type: "text/html" }] }, "files", "MALFORMED"],
    ["too large a file", { files: [{ ...file, size: 10 * 1024 * 1024 + 1 }] }, "files", "TOO_LARGE"],
  ])("refuses %s", (_title, change, question, code) => {
    const parsed = parseAnswers(questionnaire, { ...contactPerson, ...change });
    expect(parsed).toEqual({ ok: false, problems: [{ question, code }] });
  });

  it("trims texts", () => {
    const parsed = parseAnswers(questionnaire, { ...contactPerson, name: "  Anna Andersson " });
    expect(parsed).toEqual({ ok: true, answers: contactPerson });
  });

  it("gives problems in the order of the questions, and never the input", () => {
    const parsed = parseAnswers(questionnaire, { ...contactPerson, phone: "SECRET", protected: "SECRET" });
    expect(parsed).toMatchObject({ problems: [{ question: "protected" }, { question: "phone" }] });
    expect(JSON.stringify(parsed)).not.toContain("SECRET");
  });

  it("drops answers of questions that are no longer visible", () => {
    const raw = {
      ...contactPerson,
      "own-room": "now",
      "short-notice": "hours",
      "languages-other": "Klingon",
    };
    expect(parseAnswers(questionnaire, raw)).toEqual({ ok: true, answers: contactPerson });
  });

  it("accepts any answers to the visible questions and keeps exactly those", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const parsed = parseAnswers(questionnaire, answers);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const visible = visibleQuestions(questionnaire, answers).map(({ id }) => id as string);
        expect(Object.keys(parsed.answers).sort()).toEqual(
          visible.filter((id) => Object.hasOwn(answers, id)).sort(),
        );
        expect(parseAnswers(questionnaire, parsed.answers)).toEqual(parsed);
      }),
      { numRuns: 100 },
    );
  });

  it("never throws, whatever it is given", () => {
    const keys = fc.constantFrom(...questionnaire.questions.map(({ id }) => id as string), "__proto__", "x");
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (raw) => {
        const assignment = fc.sample(fc.subarray([...assignmentKinds]), 1)[0];
        expect(parseAnswers(questionnaire, { assignment, ...raw })).toHaveProperty("ok");
      }),
      { numRuns: 100 },
    );
  });
});

describe("sections", () => {
  it("seal who receives the application nowhere", () => {
    expect(JSON.stringify(toSections(contactPerson))).not.toContain("skinnskatteberg-ifo");
  });

  it("gather back what was spread, except the receivers", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { municipalities: _, ...rest } = answers;
        expect(fromSections(toSections(answers))).toEqual(rest);
      }),
      { numRuns: 50 },
    );
  });

  it("become documents that name the questionnaire, and the files in attachments only", () => {
    const documents = toDocuments({ ...contactPerson, files: [file] });
    expect(Object.keys(documents)).toEqual(Object.keys(sectionClasses));
    expect(documents.attachments).toEqual({
      questionnaire: "fam-intresse/1",
      answers: { files: [file] },
      files: [file],
    });
    expect(documents.contact).not.toHaveProperty("files");
    expect(Object.values(documents).every(isSectionDocument)).toBe(true);
  });

  it.each([
    [null],
    ["text"],
    [{ questionnaire: "other/1", answers: {} }],
    [{ questionnaire: "fam-intresse/1" }],
    [{ questionnaire: "fam-intresse/1", answers: { shoe: 1 } }],
  ])("do not take %j for a document", (value) => {
    expect(isSectionDocument(value)).toBe(false);
  });

  it("open one by one: what cannot be opened is absent", () => {
    const { contact } = toSections(contactPerson);
    expect(fromSections({ contact })).toEqual(contact);
  });
});
