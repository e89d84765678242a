import { chosenAssignments, type Answers } from "@tillit/application-case";
import type { Choice, FieldFault } from "@tillit/web-kit";
import type { Controller } from "./directory.ts";
import type { FormTexts } from "../texts/form-texts.ts";

/** Whether a receiver takes at least one of the chosen assignments; all do before any is chosen. */
function takesAny({ accepts }: Controller, answers: Answers): boolean {
  const chosen = chosenAssignments(answers);
  return chosen.length === 0 || chosen.some((kind) => accepts.includes(kind));
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
      takesAny(controller, answers) ? [] : receivers.notForYou,
    ]
      .flat()
      .join(" · "),
  }));
}

/** The faults of chosen receivers that cannot receive just now, or none of the chosen assignments. */
export function receiverFaults(
  chosen: readonly Controller[],
  answers: Answers,
  texts: FormTexts,
): readonly FieldFault[] {
  const { receivers } = texts;
  const messages = chosen
    .map((controller) => [
      controller.healthy ? [] : `${controller.name}: ${receivers.notHealthy}`,
      takesAny(controller, answers) ? [] : `${controller.name}: ${receivers.notForYou}`,
    ])
    .flat(2);
  return messages.length === 0 ? [] : [{ field: "municipalities", message: messages.join(". ") }];
}
