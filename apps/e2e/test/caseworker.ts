/** A caseworker at the desk: logs in by OpenID Connect, unlocks the key, opens, writes, decides. */
import type { Demo } from "@tillit/demo";
import type { Page } from "playwright-core";

/** Logs in as a named person of the demo; ends in the inbox. */
export async function logIn(page: Page, demo: Demo, person: string): Promise<void> {
  await page.goto(demo.urls.desk);
  await page.getByRole("link", { name: "Logga in med tjänstelegitimation" }).click();
  await page.getByRole("button", { name: person }).click();
  await page.getByRole("heading", { level: 1, name: "Inkorg" }).waitFor();
}

export async function unlock(page: Page, demo: Demo, controller: string): Promise<void> {
  const own = demo.controllers.find(({ id }) => id === controller);
  if (own === undefined) throw new Error("no such controller in the demo");
  await page.getByRole("banner").getByRole("button", { name: "Lås upp nyckeln" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator('input[type="file"]').setInputFiles(own.keyFile);
  await dialog.getByRole("textbox", { name: "Lösenfras" }).fill(own.passphrase);
  await dialog.getByRole("button", { name: "Lås upp", exact: true }).click();
  await page.getByText("Nyckeln är upplåst").waitFor();
}

/** Opens the only case of the inbox and its answers. */
export async function openOnlyCase(page: Page): Promise<void> {
  await page.getByRole("rowheader").getByRole("link").click();
  await page.getByRole("button", { name: "Öppna och läs svaren" }).click();
}

export async function answerOf(page: Page, question: string): Promise<string> {
  const row = page.locator("dt", { hasText: question }).locator("xpath=following-sibling::dd[1]");
  return (await row.innerText()).trim();
}

export async function assess(page: Page, outcome: string, words: string): Promise<void> {
  const form = page.getByRole("form", { name: "Bedömning" });
  await form.getByRole("radio", { name: outcome }).check();
  await form.getByRole("textbox", { name: "Motivering" }).fill(words);
  await form.getByRole("button", { name: "Spara bedömningen" }).click();
  await page.getByText("Bedömningen är sparad.").waitFor();
}

export async function decide(page: Page, outcome: string, words: string): Promise<void> {
  const form = page.getByRole("form", { name: "Beslut" });
  await form.getByRole("radio", { name: outcome }).check();
  await form.getByRole("textbox", { name: "Motivering" }).fill(words);
  await form.getByRole("button", { name: "Fatta beslutet" }).click();
  await page.getByRole("button", { name: "Ja, fatta beslutet" }).click();
  await page.getByText("Beslutet är sparat.").waitFor();
}
