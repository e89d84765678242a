import {
  assignmentsFor,
  assignmentsWithoutReceiver,
  chosenAssignments,
  type Answers,
  type AssignmentKind,
} from "@tillit/application-case";
import type { Choice, FieldFault } from "@tillit/web-kit";
import type { Controller } from "./directory.ts";
import type { FormTexts } from "../texts/form-texts.ts";
import type { AllTexts } from "../texts/load-texts.ts";

/** Kinds of assignment in running text: "familjehem och jourhem". */
export function kindsText(kinds: readonly AssignmentKind[], texts: FormTexts): string {
  return texts.list(kinds.map((kind) => texts.kinds[kind]));
}

/** Whether a receiver takes none of the chosen assignments; none does so before any is chosen. */
function takesNone({ accepts }: Controller, answers: Answers): boolean {
  return chosenAssignments(answers).length > 0 && assignmentsFor(answers, accepts).length === 0;
}

/** What is to be said of the kinds a receiver takes: nothing where it takes all that are chosen. */
function takesText({ accepts }: Controller, answers: Answers, texts: FormTexts): readonly string[] {
  const kinds = assignmentsFor(answers, accepts);
  if (kinds.length === chosenAssignments(answers).length) return [];
  return [
    kinds.length === 0 ? texts.receivers.notForYou : texts.receivers.takesOnly(kindsText(kinds, texts)),
  ];
}

/** The receivers as choices: name, kind, place, and whether it can receive this application just now. */
export function receiverChoices(
  controllers: readonly Controller[],
  answers: Answers,
  texts: FormTexts,
): readonly Choice[] {
  const { receivers } = texts;
  return controllers.map((controller) => ({
    value: controller.id,
    label: controller.name,
    hint: [
      controller.kind === "public-authority" ? receivers.publicAuthority : receivers.privateProvider,
      controller.place ?? [],
      controller.healthy ? [] : receivers.notHealthy,
      takesText(controller, answers, texts),
    ]
      .flat()
      .join(" · "),
  }));
}

/**
 * The faults of chosen receivers that cannot receive just now, or none of the chosen assignments; and a kind that none
 * of them takes, which would reach nobody.
 */
export function receiverFaults(
  chosen: readonly Controller[],
  answers: Answers,
  texts: FormTexts,
): readonly FieldFault[] {
  const { receivers } = texts;
  const messages = chosen
    .map((controller) => [
      controller.healthy ? [] : `${controller.name}: ${receivers.notHealthy}`,
      takesNone(controller, answers) ? `${controller.name}: ${receivers.notForYou}` : [],
    ])
    .flat(2);
  const left = assignmentsWithoutReceiver(
    answers,
    chosen.map(({ accepts }) => accepts),
  );
  if (messages.length === 0 && chosen.length > 0 && left.length > 0) {
    messages.push(receivers.kindsLeft(kindsText(left, texts)));
  }
  return messages.length === 0 ? [] : [{ field: "municipalities", message: messages.join(". ") }];
}

/** The fault that no chosen receiver is there: the list has not come, or none of them is in it any more. */
export function absentFaults(
  chosen: readonly Controller[],
  list: readonly Controller[] | "failed" | undefined,
  { form, questions }: AllTexts,
): readonly FieldFault[] {
  if (chosen.length > 0) return [];
  const { receivers } = form;
  const message =
    list === undefined
      ? receivers.loading
      : list === "failed"
        ? receivers.failed
        : form.requiredChoice(questions.questions.municipalities.label);
  return [{ field: "municipalities", message }];
}
