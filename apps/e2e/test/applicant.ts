/** An applicant who fills in the form in Swedish, step by step, as a person would: by labels and buttons. */
import type { Locator, Page } from "playwright-core";

/** What is typed and attached; each value is also a canary that must never reach the operator. */
export interface Typed {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly municipality: string;
  readonly identityNumber: string;
  readonly motive: string;
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
}

async function choose(scope: Page | Locator, group: RegExp, option: string): Promise<void> {
  const field = scope.getByRole("group", { name: group });
  const radio = field.getByRole("radio", { name: option, exact: true });
  await (
    (await radio.count()) > 0 ? radio : field.getByRole("checkbox", { name: option, exact: true })
  ).check();
}

async function onward(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** From the start page to the step where the notices are read. */
export async function chooseReceivers(page: Page, form: string, receivers: readonly string[]): Promise<void> {
  await page.goto(form);
  await page.getByRole("button", { name: "Börja" }).click();
  await page.getByRole("checkbox", { name: /^Familjehem:/ }).check();
  for (const receiver of receivers) await page.getByRole("checkbox", { name: receiver }).check();
  await choose(page, /skyddade personuppgifter/, "Nej");
  await choose(page, /ett barn du redan känner/, "Nej");
  await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
}

/** Answers every step; stops at the review. */
export async function answerEverything(
  page: Page,
  typed: Typed,
  receivers: readonly string[],
): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Så behandlas dina uppgifter" }).waitFor();
  // Going on before every notice and verified key has arrived is refused, so wait as a reader would.
  for (const receiver of receivers) {
    await page
      .getByRole("region", { name: receiver })
      .getByText(/^Nyckelns ord:/)
      .waitFor();
  }
  await onward(page, "Om dig");
  await choose(page, /Vem svarar/, "Jag svarar ensam");
  await choose(page, /Hur gammal är du/, "40–54 år");
  await page.getByLabel("Vilken kommun bor du i?").fill(typed.municipality);
  await onward(page, "Ditt hushåll");
  await choose(page, /hushåll ut/, "Jag bor med en partner");
  await choose(page, /Hur många vuxna/, "Två");
  await choose(page, /Vilka barn bor hemma/, "7–12 år");
  await choose(page, /med på idén/, "Ja");
  await onward(page, "Ditt hem");
  await choose(page, /Hur bor du/, "Gård");
  await choose(page, /eget rum/, "Ja, nu");
  await onward(page, "Din tid");
  await choose(page, /Vad gör du om dagarna/, "Arbetar deltid");
  await choose(page, /vara hemma på dagtid/, "Ja, alltid");
  await onward(page, "Barnet och språket");
  await choose(page, /Vilka åldrar passar/, "6–12 år");
  await choose(page, /Vilka språk/, "Svenska");
  await onward(page, "Din erfarenhet");
  await onward(page, "Samarbete");
  await choose(page, /träffar sin egen familj/, "Det är viktigt, och jag kan bidra");
  await onward(page, "Hälsa och ekonomi");
  await choose(page, /Orkar du med vardagen/, "Ja, oftast");
  await choose(page, /Hur ofta dricker/, "Det berättar jag hellre i samtal");
  await choose(page, /Går din ekonomi ihop/, "Ja");
  await onward(page, "Varför du vill");
  await page.getByLabel(/med egna ord/).fill(typed.motive);
  await onward(page, "Kontroller längre fram");
  await page.getByRole("checkbox", { name: /Jag har läst vilka register/ }).check();
  await onward(page, "Handlingar");
  await page.locator('input[type="file"]').setInputFiles(typed.file);
  await page.getByText(typed.file.name).first().waitFor();
  await onward(page, "Kontakt");
  await page.getByLabel(/namn/i).first().fill(typed.name);
  await page
    .getByLabel(/telefon/i)
    .first()
    .fill(typed.phone);
  await page
    .getByLabel(/e-post/i)
    .first()
    .fill(typed.email);
  await page
    .getByLabel(/personnummer/i)
    .first()
    .fill(typed.identityNumber);
}
