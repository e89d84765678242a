import { describe, expect, it } from "vitest";
import { assignmentKinds, type AssignmentKind } from "../src/assignment.ts";
import { exitOf } from "../src/questionnaire/exit.ts";
import { questionnaire } from "../src/questionnaire/fam-intresse-1/questionnaire.ts";
import type { Answers, Question } from "../src/questionnaire/question.ts";
import { questionIds } from "../src/questionnaire/question-id.ts";
import { stepsOf } from "../src/questionnaire/steps.ts";
import { visibleQuestions } from "../src/questionnaire/visible.ts";

const ids = (questions: readonly Question[]): string[] => questions.map((question) => question.id);
const subsets: AssignmentKind[][] = Array.from({ length: 15 }, (_, index) =>
  assignmentKinds.filter((_kind, bit) => (((index + 1) >> bit) & 1) === 1),
);

describe("the questionnaire fam-intresse/1", () => {
  it("has every id once, in the order of the id list's numbers", () => {
    expect([...ids(questionnaire.questions)].sort()).toEqual([...questionIds].sort());
  });

  it("has items 1 to 54 and no other", () => {
    const numbers = new Set(questionnaire.questions.map((question) => question.number));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  it.each(questionnaire.questions.map((question) => [question.id, question] as const))(
    "%s has codes exactly where it needs them, and each code once",
    (_id, question) => {
      const chooses = question.kind === "radio" || question.kind === "checkbox";
      expect((question.options !== undefined) !== (question.optionsFrom !== undefined)).toBe(chooses);
      expect(new Set(question.options).size).toBe(question.options?.length ?? 0);
      for (const code of [...(question.exit ?? []), ...(question.alone ?? [])]) {
        expect(question.options).toContain(code);
      }
    },
  );

  it.each([
    ["health", ["health", "attachments"]],
    ["economy", ["health"]],
    ["third-party", ["household"]],
    ["ordinary", ["contact", "household", "experience", "routing"]],
  ] as const)("seals answers of class %s only in %j", (wanted, sections) => {
    for (const question of questionnaire.questions.filter((each) => each.class === wanted)) {
      expect(sections).toContain(question.section);
    }
  });

  it("lets every question of the health step be left for a talk", () => {
    for (const question of questionnaire.questions.filter(({ step }) => step === "health")) {
      expect(question.options).toContain("talk");
    }
  });

  it("asks for identity last and for what may end the form first", () => {
    const order = ids(questionnaire.questions);
    expect(order.at(-1)).toBe("personnummer");
    expect(order.indexOf("protected")).toBeLessThan(3);
  });
});

describe("the graph of questions", () => {
  it.each(subsets.map((chosen) => [chosen.join(" + "), chosen] as const))(
    "%s reaches the contact step through steps that all have a question",
    (_title, assignment) => {
      const steps = stepsOf(questionnaire, { assignment });
      expect(steps[0]?.id).toBe("assignment");
      expect(steps.at(-1)?.id).toBe("contact");
      for (const step of steps) expect(step.questions.length).toBeGreaterThan(0);
    },
  );

  it("has no dead question: each is seen by someone", () => {
    for (const question of questionnaire.questions) {
      const assignment = question.appliesTo.slice(0, 1);
      const when = question.visibleWhen;
      const answers: Answers = {
        assignment,
        ...(when === undefined ? {} : { [when.question]: when.has[0] as string }),
      };
      expect(ids(visibleQuestions(questionnaire, answers))).toContain(question.id);
    }
  });

  it("has conditions that point backwards only, at codes that exist", () => {
    const order = ids(questionnaire.questions);
    for (const { id, visibleWhen } of questionnaire.questions) {
      if (visibleWhen === undefined) continue;
      const asked = questionnaire.questions.find((question) => question.id === visibleWhen.question);
      expect(order.indexOf(visibleWhen.question)).toBeLessThan(order.indexOf(id));
      for (const code of visibleWhen.has) expect(asked?.options).toContain(code);
    }
  });

  it("asks a contact person nothing about rooms, and an emergency home about short notice", () => {
    expect(ids(visibleQuestions(questionnaire, { assignment: ["contact-person"] }))).not.toContain(
      "own-room",
    );
    expect(ids(visibleQuestions(questionnaire, { assignment: ["emergency-home"] }))).toContain(
      "short-notice",
    );
  });

  it("hides what hangs on a hidden question", () => {
    const answers: Answers = { assignment: ["contact-person"], "whose-behalf": "partner-later" };
    expect(ids(visibleQuestions(questionnaire, answers))).not.toContain("partner");
  });

  it.each([
    ["contact-person", 38],
    ["contact-family", 53],
    ["family-home", 55],
    ["emergency-home", 57],
  ] as const)("shows an applicant for %s at most %i questions", (kind, most) => {
    expect(visibleQuestions(questionnaire, { assignment: [kind] }).length).toBeLessThanOrEqual(most);
  });

  it.each([
    [{ protected: "yes" }, "protected"],
    [{ protected: "unsure" }, "protected"],
    [{ "age-band": "under-18" }, "age-band"],
    [{ protected: "no", "age-band": "18-20" }, undefined],
  ] as const)("%j leads out by %s", (answers, question) => {
    expect(exitOf(questionnaire, { assignment: ["family-home"], ...answers })).toBe(question);
  });
});
