/** The draft that a person asks for: where it opens, what is in it, and that it goes. */
import { checkPage } from "@tillit/web-kit/testing";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld } from "./fake-api.ts";
import { answerTheRest, canary, chooseReceivers, onward, setStage, watch, type Stage } from "./form-page.ts";
import { databases, onDevice } from "./on-device.ts";

let stage: Stage;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  stage = await setStage();
}, 60_000);

beforeEach(async () => {
  stage.world = await fakeWorld();
  context = await stage.browser.newContext({ locale: "sv-SE" });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  faults = watch(page);
  page.on("dialog", (dialog) => {
    dialog.accept().catch(() => undefined);
  });
});

afterEach(async () => {
  await context.close();
});

afterAll(async () => {
  await stage.close();
});

const kommun = "Skinnskattebergs kommun";
const notices = "Så behandlas dina uppgifter";
const attachment = Buffer.from("%PDF-1.7\nkanariebilagans innehåll\n");
const heading = (name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name }).waitFor();
const back = "Du är tillbaka där du var";

async function beginWithDraft(): Promise<void> {
  await page.goto(stage.app.origin);
  await page.getByLabel("Spara ett utkast").check();
  await page.getByRole("button", { name: "Börja" }).click();
  await heading("Uppdrag och mottagare");
}

async function toPerson(): Promise<void> {
  await beginWithDraft();
  await chooseReceivers(page, [kommun]);
  await onward(page, notices);
  await page.getByText("Nyckelns ord").waitFor();
  await onward(page, "Om dig");
}

describe("the draft", () => {
  it("opens the same step with the answers after a reload, says so, and leads on from there", async () => {
    await toPerson();
    await page.getByLabel("25–39 år").check();
    await page.getByLabel("Vilken kommun bor du i?").fill(canary.place);
    await page.reload();
    await heading("Om dig");
    await page.getByRole("status").getByText(back).waitFor();
    expect(page.url()).toBe(`${stage.app.origin}/?steg=person`);
    expect(await page.getByLabel("25–39 år").isChecked()).toBe(true);
    expect(await page.getByLabel("Vilken kommun bor du i?").inputValue()).toBe(canary.place);
    expect(await checkPage(page, "person after a reload")).toEqual([]);
    await onward(page, "Ditt hushåll");
    expect(await page.getByText(back).count()).toBe(0);
    await page.reload();
    await heading("Ditt hushåll");
    await page.goBack();
    await heading("Om dig");
    expect(await page.getByLabel("25–39 år").isChecked()).toBe(true);
    expect(faults).toEqual([]);
  });

  it("opens the first step too, in the language of the page, with what was ticked there", async () => {
    await page.goto(`${stage.app.origin}/?lang=en`);
    await page.getByLabel("Save a draft").check();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByLabel("Contact person").check();
    await page.reload();
    await heading("Assignment and receivers");
    await page.getByRole("status").getByText("You are back where you were").waitFor();
    expect(await page.getByLabel("Contact person").isChecked()).toBe(true);
  });

  it("is offered, and nothing is begun over it, when Begin is pressed before it has been found", async () => {
    await beginWithDraft();
    await page.getByLabel("Kontaktperson").check();
    await expect.poll(() => databases(page)).toBe(1);
    let press: () => void = () => undefined;
    const pressed = new Promise<void>((resolve) => {
      press = resolve;
    });
    await page.route(/\/journey-[^/]+\.js$/u, async (route) => {
      await pressed;
      await route.continue();
    });
    await page.goto(stage.app.origin);
    await page.getByRole("button", { name: "Börja" }).click();
    press();
    await page.getByRole("button", { name: "Fortsätt med utkastet" }).click();
    await heading("Uppdrag och mottagare");
    expect(await page.getByLabel("Kontaktperson").isChecked()).toBe(true);
  });

  it("does not skip a notice that changed while the page was closed", async () => {
    await toPerson();
    await answerTheRest(page);
    stage.world.noticeVersions.set("skinnskatteberg-ifo", "skinnskatteberg-ifo/2");
    await page.reload();
    await heading(notices);
    await page.getByText(`${kommun} har ändrat sin information`).waitFor();
    await page.getByText("Nyckelns ord").waitFor();
    await onward(page, "Granska dina svar");
    expect(await page.getByText(canary.motive).count()).toBe(1);
  });

  it("is sent to nobody before the list of receivers has come, and to them when it is there", async () => {
    await toPerson();
    await answerTheRest(page);
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/\/api\/controllers$/u, async (route) => {
      await coming;
      await route.continue();
    });
    await page.reload();
    await heading("Granska dina svar");
    const send = page.getByRole("button", { name: "Försegla och skicka" });
    await send.click();
    await page.getByRole("alert").getByText("Hämtar mottagare").waitFor();
    expect(stage.world.applications.size).toBe(0);
    come();
    await page.goto(`${stage.app.origin}/?steg=review`);
    await page.getByRole("region", { name: "Det här skickas" }).getByText(kommun).waitFor();
    await send.click();
    await heading("Din anmälan är mottagen");
    expect(stage.world.applications.size).toBe(1);
  });

  it("is kept, encrypted, with files; refused files and numbers are told, and it opens from the first page", async () => {
    await toPerson();
    await answerTheRest(page, attachment);
    await page.getByRole("button", { name: "Ändra Handlingar" }).click();
    const disguised = {
      name: "bild.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("<html>hej</html>"),
    };
    await page.getByLabel("Bifoga handlingar").setInputFiles(disguised);
    await page.getByRole("alert").getByText("bild.pdf är inte en PDF").waitFor();
    await onward(page, "Granska dina svar");
    await page.getByRole("button", { name: "Ändra Kontakt" }).click();
    await page.getByLabel("Personnummer eller samordningsnummer").fill("19811228-9875");
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await page.getByRole("alert").getByText("Numret stämmer inte").waitFor();
    await page.getByLabel("Personnummer eller samordningsnummer").fill(canary.number);
    await onward(page, "Granska dina svar");
    const { extractable, text } = await onDevice(page);
    expect(extractable).toBe(false);
    for (const value of [...Object.values(canary), "kanariebilagans"]) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString("latin1"));
    }
    await page.reload();
    await heading("Granska dina svar");
    await page.goto(stage.app.origin);
    await page.getByRole("button", { name: "Fortsätt med utkastet" }).click();
    await heading("Granska dina svar");
    await page.getByText(canary.file).waitFor();
  });

  it("leaves nothing on the device when it is deleted, and no other open page brings it back", async () => {
    await beginWithDraft();
    await page.getByLabel("Kontaktperson").check();
    await expect.poll(() => databases(page)).toBe(1);
    const other = await context.newPage();
    await other.goto(`${stage.app.origin}/?steg=assignment`);
    await other.getByRole("status").getByText(back).waitFor();
    await page.getByRole("button", { name: "Ta bort utkastet" }).click();
    await page.getByText("Utkastet är borttaget").waitFor();
    await expect.poll(() => databases(page)).toBe(0);
    await other.getByText("Utkastet är borttaget").waitFor();
    await other.getByLabel("Familjehem:").check();
    await other.getByLabel(kommun).check();
    expect(await databases(page)).toBe(0);
  });
});
