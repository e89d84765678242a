/**
 * A request with nothing faked: asked for in own words in my pages, taken the whole way at the desk by three persons,
 * answered to the receipt with a number hidden, and opened again by the one who asked. The tests run in order.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerEverything, chooseReceivers, type Typed } from "./applicant.ts";
import { sweep } from "./canary.ts";
import { logIn, unlock } from "./caseworker.ts";
import { samplePdf } from "./sample-pdf.ts";
import { openWorld, type World } from "./world.ts";

const controller = "skinnskatteberg-ifo";
const receiver = "Skinnskattebergs kommun, individ- och familjeomsorgen";
const typed: Typed = {
  name: "Åsa Kanariefågel-Ödåker",
  phone: "070-174 06 58",
  email: "asa.kanarie@example.se",
  municipality: "Kungsör",
  identityNumber: "19121212-1212",
  motive: "Vi har ett ledigt rum mot äppelträdgården.",
  file: {
    name: "Intyg för Åsa.pdf",
    mimeType: "application/pdf",
    buffer: samplePdf(40_000, "an attachment of an answer"),
  },
};
const wish = "Jag vill se vad ni har skrivit om trädgården i Kungsör.";
const grounds = "Allt lämnas ut utom ett nummer som är en annans.";
const secrecy = "Numret går till grannen Kanarie.";

let world: World;
let mine: Page;
let receipt = "";
const at: Partial<Record<"caseworker" | "reviewer" | "decider", Page>> = {};

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

/** Someone at the desk, with the key, at the one request. */
async function atRequest(person: string): Promise<Page> {
  const page = await (await world.person()).newPage();
  await logIn(page, world.demo, person);
  await unlock(page, world.demo, controller);
  await page.getByRole("link", { name: "Begäranden" }).click();
  await page.getByRole("link", { name: "registerutdrag" }).click();
  await page.getByRole("heading", { level: 1, name: "Begäran: registerutdrag" }).waitFor();
  return page;
}

/** Opens the part of a step, fills what it asks for, takes it, and waits until it has happened. */
async function take(page: Page, step: string, happened: string, fill: Readonly<Record<string, string>> = {}) {
  const part = page.locator("details.step", { has: page.locator("summary", { hasText: step }) });
  if ((await part.getAttribute("open")) === null) await part.locator("summary").click();
  for (const [label, value] of Object.entries(fill)) await part.getByLabel(label).fill(value);
  await part.getByRole("button", { name: step, exact: true }).click();
  await page.locator(".history").getByText(happened).first().waitFor();
}

/** The others have gone on meanwhile: the same page again, the key still in memory. */
async function again(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Till begäranden" }).click();
  await page.getByRole("link", { name: "registerutdrag" }).click();
  await page.getByRole("heading", { name: "Om begäran" }).waitFor();
}

describe("a request of one's own data", () => {
  test("is made in own words, with a key for the answer", async () => {
    const form = await (await world.person()).newPage();
    await chooseReceivers(form, world.demo.urls.form, [receiver]);
    await answerEverything(form, typed, [receiver]);
    await form
      .getByRole("group", { name: /När får vi ringa/ })
      .getByRole("checkbox")
      .first()
      .check();
    await form.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await form.getByRole("button", { name: "Försegla och skicka" }).click();
    await form
      .getByRole("heading", { level: 1, name: "Din anmälan är mottagen" })
      .waitFor({ timeout: 60_000 });
    receipt = await form.getByRole("status", { name: "Nyckel som text" }).innerText();

    mine = await (await world.person()).newPage();
    await mine.goto(world.demo.urls.myPages);
    await mine.getByRole("textbox", { name: "Kvittots nyckel" }).fill(receipt);
    await mine.getByRole("button", { name: "Öppna", exact: true }).click();
    await mine.getByRole("button", { name: `Dina rättigheter hos ${receiver}` }).click();
    await mine.getByLabel("Vad gäller det?").fill(wish);
    await mine.getByRole("button", { name: "Skicka begäran" }).click();
    await mine.getByText("Din begäran har kommit in.").waitFor();
    expect(await mine.locator("main").innerText()).toContain("Ingen har öppnat något.");
  });

  test("is collected by a caseworker who reads what it is about", async () => {
    const page = await atRequest("Maja Forsling");
    at.caseworker = page;
    await page.getByRole("button", { name: "Läs: vad den sökande vill" }).click();
    await page.getByText(wish).waitFor();
    await take(page, "Godta identiteten", "Identiteten godtogs");
    await take(page, "Börja samla in", "Insamlingen började");
    await page.getByRole("button", { name: "Samla in från den här tjänsten" }).click();
    await page.locator(".history").getByText("En källa svarade").waitFor();
    await take(page, "Allt är insamlat", "Allt är insamlat");
    const items = page.getByRole("region", { name: "Det som har samlats in" });
    expect(await items.getByText("Inte prövad").count()).toBeGreaterThan(4);
  });

  test("is reviewed item by item by another, who hides a number", async () => {
    const page = await atRequest("Yusuf Demir");
    at.reviewer = page;
    const items = page.getByRole("region", { name: "Det som har samlats in" }).locator(".words-list > li");
    const contact = items.filter({ has: page.getByRole("heading", { name: "Kontaktuppgifter" }) });
    await contact.getByRole("button", { name: "Läs kontaktuppgifter" }).click();
    const text = contact.getByLabel("Innehåll");
    await expect.poll(() => text.inputValue()).toContain(typed.name);
    const from = (await text.inputValue()).indexOf(typed.phone);
    const span = [from, from + typed.phone.length] as const;
    await text.evaluate((area, [start, end]) => {
      (area as HTMLTextAreaElement).setSelectionRange(start, end);
    }, span);
    await contact.getByRole("button", { name: "Dölj det markerade" }).click();
    await contact.getByLabel("Vad blir det?").selectOption("redact");
    await contact.getByLabel("Skäl").fill(secrecy);
    await contact.getByRole("button", { name: "Spara prövningen" }).click();
    await contact.getByText("Lämnas ut med dolda delar (").waitFor();
    const open = items.filter({ hasText: "Inte prövad" });
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().getByRole("button", { name: "Spara prövningen" }).click();
      await expect.poll(() => open.count()).toBe(left - 1);
    }
    await take(page, "Prövningen är klar", "Prövningen är klar");
    expect(await open.count()).toBe(0);
  });

  test("is decided by a third, and answered to the receipt", async () => {
    const page = at.caseworker as Page;
    await again(page);
    await take(page, "Föreslå beslut", "Beslut föreslogs", { "Skäl för beslutet": grounds });
    const decider = await atRequest("Olle Hedin");
    await take(decider, "Underteckna beslutet", "Beslutet undertecknades", { Delegation: "del-7" });
    await again(page);
    await page.getByRole("button", { name: "Brev", exact: true }).click();
    await page.getByText("Ett brev ska skickas nu:").waitFor();
    await page.getByLabel("Vilket brev?").selectOption("M04");
    await page.getByRole("button", { name: "Skriv brevet" }).click();
    await page.getByRole("heading", { name: "Dina personuppgifter (registerutdrag)" }).waitFor();
    await page.getByRole("button", { name: "Spara i ärendet" }).click();
    await page.getByText("Det följer med svaret.").waitFor();
    await page.getByRole("button", { name: "Kryptera och lämna in svaret" }).click();
    await page.locator(".history").getByText("Svaret krypterades").waitFor();
    await take(page, "Lämna ut", "Lämnades ut");
    expect(await page.locator("main").innerText()).toContain("väntar på att hämtas");
  });

  test("is opened by the one who asked, with the number hidden and the file as it was sent", async () => {
    await mine.goBack();
    await mine.getByRole("button", { name: `Dina rättigheter hos ${receiver}` }).click();
    await mine.getByText("Delvis beviljad").waitFor();
    await mine.getByRole("button", { name: "Öppna svaret" }).click();
    await mine.getByText(typed.motive).first().waitFor();
    await mine.getByText(`Svaret kommer från ${receiver}.`).waitFor();
    const shown = await mine.locator("main").innerText();
    expect(shown).toContain(typed.name);
    expect(shown).toContain("█████");
    expect(shown).not.toContain(typed.phone);
    await mine.getByRole("button", { name: "Spara brev-1.txt" }).waitFor();
    const waiting = mine.waitForEvent("download");
    await mine.getByRole("button", { name: "Spara file-1" }).click();
    expect((await readFile(await (await waiting).path())).equals(typed.file.buffer)).toBe(true);
  });

  test("left nothing of what was typed with the operator", async () => {
    const places = await world.files();
    const api = world.proxy.requests.filter(({ url }) => new URL(url).pathname.startsWith("/api"));
    api.forEach((request, index) => places.set(`request ${index}: ${request.method}`, request.bytes));
    const texts = [
      typed.name,
      typed.phone,
      typed.email,
      typed.motive,
      wish,
      grounds,
      secrecy,
      "Kanariefågel",
    ];
    expect(sweep(places, texts)).toEqual([]);
  });
});
