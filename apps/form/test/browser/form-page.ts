/** Drives the form as a person does: by role and label, in Swedish. */
import { fileURLToPath } from "node:url";
import { buildApp, serveApp, type ServedApp, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { fakeWorld, type FakeWorld } from "./fake-api.ts";

export interface Stage {
  readonly browser: Browser;
  readonly app: ServedApp;
  world: FakeWorld;
  close(): Promise<void>;
}

/** The form, served beside a fake API, and a browser. */
export async function setStage(): Promise<Stage> {
  const [folder, browser, world] = await Promise.all([
    buildApp(fileURLToPath(new URL("../..", import.meta.url))),
    sharedBrowser(),
    fakeWorld(),
  ]);
  const stage: Stage = {
    browser,
    world,
    app: await serveApp(folder, (...request) => stage.world.api(...request)),
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await stage.app.close();
    },
  };
  return stage;
}

/** Faults the browser reports on a page from now on: script errors, refused policies, console errors. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load resource"))
      faults.push(message.text());
  });
  return faults;
}

/** A page with the faults that the browser reports on it. */
export async function newPage(
  stage: Stage,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const page = await stage.browser.newPage({ locale: "sv-SE", ...options });
  page.setDefaultTimeout(15_000);
  const faults = watch(page);
  page.on("dialog", (dialog) => {
    dialog.accept().catch(() => undefined);
  });
  return { page, faults };
}

export async function onward(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

const inGroup = (page: Page, group: string, label: string) =>
  page.getByRole("group", { name: group }).getByLabel(label, { exact: true });

export async function begin(page: Page, stage: Stage): Promise<void> {
  await page.goto(stage.app.origin);
  await page.getByRole("button", { name: "Börja" }).click();
  await page.getByRole("heading", { level: 1, name: "Uppdrag och mottagare" }).waitFor();
}

export async function chooseReceivers(page: Page, names: readonly string[]): Promise<void> {
  await page.getByLabel("Kontaktperson").check();
  for (const name of names) await page.getByLabel(name).check();
  await inGroup(page, "skyddade personuppgifter", "Nej").check();
  await inGroup(page, "barn du redan känner", "Nej").check();
}

export const canary: Readonly<Record<"name" | "phone" | "number" | "motive" | "place" | "file", string>> = {
  name: "Kanariefågel Åkerblom",
  phone: "070-174 06 05",
  number: "19811228-9874",
  motive: "Gulsparven sjunger i häggen",
  place: "Kanarieköping",
  file: "kanariebilaga.pdf",
};

/** From the person step to the review, as a contact person. */
export async function answerTheRest(
  page: Page,
  attachment?: Buffer,
  look: (where: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.getByLabel("25–39 år").check();
  await page.getByLabel("Vilken kommun bor du i?").fill(canary.place);
  await look("person");
  await onward(page, "Ditt hushåll");
  await page.getByLabel("Jag bor själv").first().check();
  await look("household");
  await onward(page, "Ditt hem");
  await look("home");
  await onward(page, "Din tid");
  await page.getByLabel("Arbetar heltid").check();
  await page.getByLabel("3–5 timmar").check();
  await look("time");
  await onward(page, "Barnet och språket");
  await page.getByLabel("13–15 år").check();
  await page.getByLabel("Svenska", { exact: true }).check();
  await look("child");
  await onward(page, "Din erfarenhet");
  await look("experience");
  await onward(page, "Samarbete");
  await look("cooperation");
  await onward(page, "Hälsa och ekonomi");
  await inGroup(page, "Orkar du med vardagen", "Ja").check();
  await look("health");
  await onward(page, "Varför du vill");
  await page.getByLabel("Vill du berätta mer med egna ord?").fill(canary.motive);
  await look("motive");
  await onward(page, "Kontroller längre fram");
  await page.getByLabel("Jag har läst vilka register").check();
  await look("checks");
  await onward(page, "Handlingar");
  if (attachment !== undefined) {
    const file = { name: canary.file, mimeType: "application/pdf", buffer: attachment };
    await page.getByLabel("Bifoga handlingar").setInputFiles(file);
    await page.getByText(canary.file).first().waitFor();
  }
  await look("files");
  await onward(page, "Kontakt");
  await page.getByLabel("Namn").fill(canary.name);
  await page.getByLabel("Telefonnummer").fill(canary.phone);
  await page.getByLabel("Personnummer eller samordningsnummer").fill(canary.number);
  await page.getByLabel("Kväll").check();
  await look("contact");
  await onward(page, "Granska dina svar");
}
