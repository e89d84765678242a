import { describe, expect, it } from "vitest";
import { assignmentKinds, type AssignmentKind } from "../src/assignment.ts";
import { answersFor, assignmentsFor, assignmentsWithoutReceiver } from "../src/questionnaire/receiver.ts";
import { questionnaire } from "../src/questionnaire/fam-intresse-1/questionnaire.ts";
import { parseAnswers } from "../src/questionnaire/parse-answers.ts";
import type { Answers, AnswerValue, Question } from "../src/questionnaire/question.ts";
import { visibleQuestions } from "../src/questionnaire/visible.ts";

const subsets: AssignmentKind[][] = Array.from({ length: 16 }, (_, index) =>
  assignmentKinds.filter((_kind, bit) => ((index >> bit) & 1) === 1),
);
const pairs = subsets.slice(1).flatMap((chosen) => subsets.map((accepts) => [chosen, accepts] as const));
const meet = ([chosen, accepts]: (typeof pairs)[number]): boolean =>
  chosen.some((kind) => accepts.includes(kind));

function someAnswer({ kind, options, format }: Question): AnswerValue {
  if (kind === "checkbox") return options === undefined ? ["a"] : options.slice(0, 1);
  if (kind === "radio") return options?.[0] ?? "";
  if (kind === "acknowledge") return true;
  if (kind === "files") return [{ section: "file-1", name: "a.pdf", type: "application/pdf", size: 4 }];
  const written = { phone: "070-174 06 05", email: "a@exempel.se", "identity-number": "19811228-9874" };
  return format === undefined ? "Något" : written[format];
}

/** Every question answered, hidden ones too. */
function allAnswered(assignment: readonly AssignmentKind[]): Answers {
  const all = Object.fromEntries(questionnaire.questions.map((each) => [each.id, someAnswer(each)]));
  return { ...all, assignment };
}

describe("what one receiver gets", () => {
  it.each(pairs.filter(meet))(
    "of %j to one that accepts %j: those kinds and their questions",
    (chosen, accepts) => {
      const answers = allAnswered(chosen);
      const kinds = chosen.filter((kind) => accepts.includes(kind));
      expect(assignmentsFor(answers, accepts)).toEqual(kinds);
      const own = answersFor(questionnaire, answers, accepts);
      const alone = visibleQuestions(questionnaire, { ...answers, assignment: kinds });
      expect(Object.keys(own ?? {}).sort()).toEqual(alone.map(({ id }) => id).sort());
      expect(own?.assignment).toEqual(kinds);
      expect(parseAnswers(questionnaire, own)).toEqual({ ok: true, answers: own });
    },
  );

  it.each(pairs.filter((pair) => !meet(pair)))("of %j to one that accepts %j: nothing", (chosen, accepts) => {
    expect(assignmentsFor(allAnswered(chosen), accepts)).toEqual([]);
    expect(answersFor(questionnaire, allAnswered(chosen), accepts)).toBeUndefined();
  });

  it("leaves out an answer that hangs on a question the receiver is not asked", () => {
    const answers: Answers = {
      assignment: ["family-home", "contact-person"],
      "whose-behalf": "partner-later",
      partner: "yes",
      name: "Anna",
    };
    expect(answersFor(questionnaire, answers, ["contact-person"])).toEqual({
      assignment: ["contact-person"],
      name: "Anna",
    });
  });

  it("keeps the order in which the kinds were chosen, and takes no kind that is unknown", () => {
    const answers = { assignment: ["contact-family", "family-home"] } as const;
    expect(assignmentsFor(answers, ["family-home", "farm", "contact-family"])).toEqual([
      "contact-family",
      "family-home",
    ]);
    expect(assignmentsFor({ assignment: ["farm"] }, ["farm"])).toEqual([]);
  });
});

describe("kinds that nobody among the chosen takes", () => {
  it.each([
    [["family-home", "contact-person"], [["family-home"]], ["contact-person"]],
    [["family-home", "contact-person"], [["family-home"], ["contact-person"]], []],
    [["family-home"], [[], ["emergency-home"]], ["family-home"]],
    [["family-home"], [], ["family-home"]],
    [[], [["family-home"]], []],
  ] as const)("%j with receivers of %j leaves %j", (assignment, receivers, left) => {
    expect(assignmentsWithoutReceiver({ assignment }, receivers)).toEqual(left);
  });
});
