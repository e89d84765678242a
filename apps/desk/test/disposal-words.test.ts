/** What the second person says against a disposal list: sealed in the browser, shown again with the key. */
import { join } from "node:path";
import { buildApp, checkPage, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startFakeApi, type FakeApi } from "./fake-api.ts";
import { newOffice } from "./fake-office.ts";
import { passphrase, testController, type TestController } from "./sealed-case.ts";

const list = `/gallringslistor/d-${"4".repeat(20)}`;
const secret = "Kanariefågel: forskare frågar efter akten";
let dist: string;
let own: TestController;
let api: FakeApi;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  own = await testController("provkommunen");
  dist = await buildApp(join(import.meta.dirname, ".."));
  api = await startFakeApi(dist, own, [own], []);
  browser = await sharedBrowser();
}, 60_000);

afterAll(async () => {
  await page?.context().close();
  await api?.close();
});

beforeEach(async () => {
  await page?.context().close();
  api.loggedIn = true;
  api.office = newOffice();
  Object.assign(api.office, { role: "decision-maker", disposal: "reviewing" });
  api.requests.length = 0;
  const context = await browser.newContext({ locale: "sv-SE", viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load"))
      complaints.push(message.text());
  });
});

/** Nothing that axe sees, at 320 pixels too, and nothing the browser complains of. */
async function sound(name: string): Promise<void> {
  expect(await checkPage(page, name)).toEqual([]);
  expect(complaints).toEqual([]);
}

const sent = (): string => api.requests.map(({ url, body }) => `${url} ${body}`).join("\n");

async function unlock(): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Lås upp nyckeln" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nyckelfil").setInputFiles({
    name: "nyckel.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(own.keyFile)),
  });
  await dialog.getByLabel("Lösenfras", { exact: true }).fill(passphrase);
  await dialog.getByRole("button", { name: "Lås upp" }).click();
  await dialog.waitFor({ state: "hidden" });
}

describe("a list under review", () => {
  it("has a record kept until a day, by keyboard alone, and why comes back with the key", async () => {
    await page.goto(api.url + list);
    const form = page.getByRole("form", { name: "Svara om en post" });
    await form.getByRole("button", { name: "Spara svaret" }).press("Enter");
    await page.getByRole("alert").getByText("Välj en post.").waitFor();
    await page.getByRole("alert").getByText("Skriv en dag som finns, till exempel 2027-06-30.").waitFor();
    await page.getByRole("alert").getByText("Skriv varför.").waitFor();
    await sound("answer with faults");

    await form.getByLabel("Post", { exact: true }).focus();
    await page.keyboard.type("NANA");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2030-06-01");
    await page.keyboard.press("Tab");
    await page.keyboard.type(secret);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Svaret är sparat.").waitFor();
    await page.getByRole("cell", { name: "behålls till och med 1 juni 2030" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains("state"));
    expect(api.office.said).toMatchObject([{ record: "a".repeat(32), kind: "keep", until: "2030-06-01" }]);
    expect(sent()).not.toContain("Kanariefågel");

    await page.getByText("Lås upp nyckeln för att läsa eller skriva.").waitFor();
    await unlock();
    await page.getByRole("button", { name: "Läs: Varför posten behålls (NANA-NANA-9)" }).click();
    await page.getByText(secret).waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains("words"));
    await sound("answer read");
  });

  it.each([
    ["2029-06-01", "1 juni 2029", false],
    ["2030-06-01", "1 juni 2030", true],
  ])("says until when a record is kept (%s), and what speaks against it", async (until, shown, conflict) => {
    api.office.said.push({ kind: "keep", record: "a".repeat(32), until, words: {} });
    await page.goto(api.url + list);
    const kept = page.getByRole("region", { name: "Behålls för tillfället" });
    await kept.getByText(`till och med ${shown}`).waitFor();
    await kept.getByText("Svar 15 jan. 2029 av beslutsfattare").waitFor();
    const said = kept.getByText("Enligt reglerna ska posten gallras senast 31 dec. 2029.");
    expect(await said.count()).toBe(conflict ? 1 : 0);
    await sound("kept");
    await kept.getByRole("button", { name: "Häv svaret NANA-NANA-9" }).click();
    const dialog = page.getByRole("dialog", { name: "Häv svaret om NANA-NANA-9" });
    await dialog.getByText("kommer den med på nästa lista").waitFor();
    await sound("lifting");
    await dialog.getByRole("button", { name: "Ja, häv svaret" }).click();
    await page.getByText("Svaret är hävt.").waitFor();
    await kept.waitFor({ state: "hidden" });
    expect(api.office.lifted).toStrictEqual(["a".repeat(32)]);
  });

  it("takes no day that is over", async () => {
    await page.goto(api.url + list);
    const form = page.getByRole("form", { name: "Svara om en post" });
    await form.getByLabel("Behålls till och med").fill("2020-01-01");
    await form.getByRole("button", { name: "Spara svaret" }).click();
    await page.getByRole("alert").getByText("Dagen är redan förbi.").waitFor();
    expect(api.office.said).toStrictEqual([]);
  });

  it("is stopped only after a second question, with words, and says so", async () => {
    await page.goto(api.url + list);
    const form = page.getByRole("form", { name: "Avbryt listan" });
    await form.getByRole("button", { name: "Avbryt listan" }).click();
    await page.getByRole("alert").getByText("Skriv varför.").waitFor();
    await form.getByLabel("Skäl").fill(secret);
    await form.getByRole("button", { name: "Avbryt listan" }).click();
    await page.getByText("En avbruten lista kan inte tas upp igen. Är du säker?").waitFor();
    expect(api.office.disposal).toBe("reviewing");
    await sound("stopping");
    await form.getByRole("button", { name: "Ja, avbryt listan" }).click();
    await page.getByText("Listan är avbruten.").waitFor();
    expect(api.office.disposal).toBe("aborted");
    expect(sent()).not.toContain("Kanariefågel");
    expect(await page.getByRole("form").count()).toBe(0);
    await page.getByText("Varför listan avbröts").waitFor();
  });

  it("can be objected to in English, and by nobody who may not approve", async () => {
    await page.goto(api.url + list);
    await page.getByRole("form", { name: "Avbryt listan" }).waitFor();
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByRole("form", { name: "Stop the list" }).waitFor();
    await page.getByRole("form", { name: "Answer for a record" }).getByLabel("It is of another type").check();
    expect(await page.getByLabel("Keep until").count()).toBe(0);
    await sound("English");
    api.office.role = "caseworker";
    await page.reload();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    expect(await page.getByRole("form").count()).toBe(0);
  });
});
