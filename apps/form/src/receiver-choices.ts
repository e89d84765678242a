import type { Choice } from "@tillit/web-kit";
import type { Controller } from "./directory.ts";
import type { FormTexts } from "./texts/form-texts.ts";

/** The receivers as choices: name, kind, place, and whether it can receive just now. */
export function receiverChoices(controllers: readonly Controller[], texts: FormTexts): readonly Choice[] {
  const { receivers } = texts;
  return controllers.map(({ id, name, kind, place, healthy }) => ({
    value: id,
    label: name,
    hint: [
      kind === "public-authority" ? receivers.publicAuthority : receivers.privateProvider,
      place ?? [],
      healthy ? [] : receivers.notHealthy,
    ]
      .flat()
      .join(" · "),
  }));
}
