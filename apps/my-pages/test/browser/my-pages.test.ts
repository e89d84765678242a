import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Receipt } from "@tillit/crypto-envelope";
import { buildApp, checkPage, serveApp, type ServedApp, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld, file, type FakeWorld } from "./fake-api.ts";

let browser: Browser;
let app: ServedApp;
let world: FakeWorld;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const [folder, launched] = await Promise.all([
    buildApp(fileURLToPath(new URL("../..", import.meta.url))),
    sharedBrowser(),
  ]);
  browser = launched;
  world = await fakeWorld();
  app = await serveApp(folder, (...request) => world.api(...request));
}, 60_000);

beforeEach(async () => {
  world = await fakeWorld();
  page = await browser.newPage({ locale: "sv-SE" });
  page.setDefaultTimeout(10_000);
  faults.length = 0;
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load resource"))
      faults.push(message.text());
  });
  await page.goto(app.origin);
});

afterEach(async () => {
  await page.close();
});

afterAll(async () => {
  await app?.close();
});

async function open(): Promise<void> {
  await page.getByLabel("Kvittots nyckel").fill(world.receipt);
  await page.getByRole("button", { name: "Öppna" }).click();
  await page.getByRole("heading", { name: "Din anmälan", level: 1 }).waitFor();
}

const panel = (name: string) => page.getByRole("region", { name });

describe("my pages", () => {
  it("opens with a pasted receipt and says in plain words where each application stands", async () => {
    await open();
    expect(await panel("Skinnskattebergs kommun").getByText("Mottagen, inte öppnad än").count()).toBe(1);
    expect(await panel("Kasam familjehemsvård").getByText("Kontaktperson").count()).toBe(1);
    expect(await page.title()).toBe("Din anmälan – Mina sidor – Tillit");
    expect(page.url()).toBe(`${app.origin}/`);
    expect(faults).toEqual([]);
  });

  it("opens with a saved receipt file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "receipt-"));
    const path = join(folder, "tillit-kvitto.html");
    await writeFile(path, `<!doctype html><p>Nyckel</p><code>${world.receipt}</code>`);
    await page.getByLabel("Eller välj kvittofilen").setInputFiles(path);
    await page.getByRole("heading", { name: "Din anmälan", level: 1 }).waitFor();
    await rm(folder, { recursive: true });
    expect(faults).toEqual([]);
  });

  it.each([
    ["nothing", () => "", "Klistra in kvittots nyckel"],
    ["something else", () => "hej", "Nyckeln är inte hel"],
    ["a receipt with a typing error", () => mistyped(world.receipt), "Nyckeln är inte hel"],
    [
      "a receipt of another application",
      () => Receipt.create(crypto.randomUUID()).toString(),
      "ingen anmälan",
    ],
    [
      "another receipt of the same application",
      () => Receipt.create("0f8fad5b-d9cb-469f-a165-70867728950e").toString(),
      "stämmer inte med anmälan",
    ],
  ])("refuses %s with words that help, and moves focus there", async (_what, receipt, words) => {
    await page.getByLabel("Kvittots nyckel").fill(receipt());
    await page.getByRole("button", { name: "Öppna" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText(words).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "alert");
    expect(await page.title()).toMatch(/^Fel: /);
  });

  it("says when the service cannot be reached", async () => {
    world.down = true;
    await page.getByLabel("Kvittots nyckel").fill(world.receipt);
    await page.getByRole("button", { name: "Öppna" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("UNAVAILABLE");
  });

  it("opens the answers in the browser and gives the file back byte for byte", async () => {
    await open();
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Läs mina svar" }).click();
    await page.getByRole("heading", { name: "Dina svar till Skinnskattebergs kommun" }).waitFor();
    await page.getByText("Anna Kanariefågel").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Ladda ner intyg.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("intyg.pdf");
    expect(new Uint8Array(await readFile(await download.path()))).toEqual(file);
    await page.goBack();
    await page.getByRole("heading", { name: "Din anmälan", level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  it("shows nothing of content that the server has changed, and says so", async () => {
    world.records[0]?.blobs.get("contact")?.fill(0, 100, 200);
    await open();
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Läs mina svar" }).click();
    await page.getByText("inte det du skickade").waitFor();
    expect(await page.getByText("Anna").count()).toBe(0);
  });

  it("withdraws one application after asking, and leaves the other", async () => {
    await open();
    await panel("Kasam familjehemsvård").getByRole("button", { name: "Ta tillbaka anmälan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Avbryt" }).click();
    expect(world.records.map(({ status }) => status)).toEqual(["submitted", "submitted"]);
    await panel("Kasam familjehemsvård").getByRole("button", { name: "Ta tillbaka anmälan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ja, ta tillbaka anmälan" }).click();
    await page.getByText("Anmälan hos Kasam familjehemsvård är återkallad").waitFor();
    expect(world.records.map(({ status }) => status)).toEqual(["submitted", "withdrawn"]);
    expect(await panel("Kasam familjehemsvård").getByRole("button", { name: "Ta tillbaka" }).count()).toBe(0);
  });

  it("makes an access request to one receiver and shows its last day", async () => {
    await open();
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Begär ut mina uppgifter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Skicka begäran" }).click();
    await page.getByText("senast 21 december 2026").first().waitFor();
    expect(world.records.map(({ requests }) => requests.length)).toEqual([1, 0]);
  });

  it("says in both languages that it is set up wrongly, and sends no request then", async () => {
    const json = { pins: {}, logKeys: { "skinnskatteberg-ifo": ["no key"] } };
    await page.route("**/tillit-config.json", (route) => route.fulfill({ json }));
    await page.goto(app.origin);
    const said = page.getByRole("alert").filter({ hasText: "DEPLOYMENT_LOG_KEYS" });
    await said.getByText("Sidan är felaktigt inställd").waitFor();
    await open();
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Begär ut mina uppgifter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Skicka begäran" }).click();
    await page.getByText("DEPLOYMENT_LOG_KEYS").nth(1).waitFor();
    await page.getByRole("button", { name: "In English" }).click();
    await said.getByText("This site is set up wrongly").waitFor();
    expect(world.records.map(({ requests }) => requests.length)).toEqual([0, 0]);
  });

  it("says so when the application was decided meanwhile, and renews a token that has run out", async () => {
    await open();
    world.tokens = 1;
    const [first] = world.records;
    if (first !== undefined) first.status = "decided";
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Ta tillbaka anmälan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ja, ta tillbaka anmälan" }).click();
    await page.getByText("redan beslutad och kan inte tas tillbaka").waitFor();
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Läs mina svar" }).click();
    await page.getByText("Anna Kanariefågel").waitFor();
    expect(faults).toEqual([]);
  });

  it("locks: the key and the answers are gone from the page", async () => {
    await open();
    await page.getByRole("button", { name: "Lås och lämna" }).click();
    await page.getByText("Sidan är låst").waitFor();
    expect(await page.content()).not.toContain("cenv1r.A");
    expect(await page.getByLabel("Kvittots nyckel").inputValue()).toBe("");
  });

  it("locks itself when nothing is done for a quarter of an hour", async () => {
    await page.clock.install();
    await page.reload();
    await open();
    await page.clock.fastForward("14:00");
    await page.keyboard.press("Tab");
    await page.clock.fastForward("14:00");
    expect(await page.getByRole("heading", { name: "Din anmälan", level: 1 }).count()).toBe(1);
    await page.clock.fastForward("02:00");
    await page.getByText("Sidan är låst").waitFor();
    expect(await page.content()).not.toContain("Skinnskatteberg");
  });

  it("has no fault that axe sees on any page, and fits 320 px with targets of 44 px", async () => {
    const found = [...(await checkPage(page, "open"))];
    await page.getByRole("button", { name: "Öppna" }).click();
    await page.getByRole("alert").waitFor();
    found.push(...(await checkPage(page, "open with a fault")));
    await open();
    found.push(...(await checkPage(page, "overview")));
    await panel("Kasam familjehemsvård").getByRole("button", { name: "Ta tillbaka anmälan" }).click();
    found.push(...(await checkPage(page, "dialog")));
    await page.keyboard.press("Escape");
    await panel("Kasam familjehemsvård").getByRole("button", { name: "Läs mina svar" }).click();
    await page.getByText("Anna Kanariefågel").waitFor();
    found.push(...(await checkPage(page, "answers")));
    expect(found).toEqual([]);
  });

  it("speaks English too", async () => {
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByRole("heading", { name: "Open My pages" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });
});

function mistyped(receipt: string): string {
  const last = receipt.at(-5) === "A" ? "B" : "A";
  return `${receipt.slice(0, -5)}${last}${receipt.slice(-4)}`;
}

describe("e-identification", () => {
  it("is not mentioned where it is not offered", async () => {
    await page.getByLabel("Kvittots nyckel").waitFor();
    expect(await page.getByText("e-legitimation", { exact: false }).count()).toBe(1);
    await open();
    expect(await page.getByRole("heading", { name: "E-legitimation" }).count()).toBe(0);
  });

  it("is a second way in, to where things stand and not to the answers", async () => {
    world.eid = { ready: true, linked: true };
    await page.goto(`${app.origin}/?x#eid=ready`);
    await page.getByRole("heading", { name: "Dina anmälningar", level: 1 }).waitFor();
    expect(page.url()).toBe(`${app.origin}/`);
    expect(await panel("Skinnskattebergs kommun").getByText("Mottagen, inte öppnad än").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Läs mina svar" }).count()).toBe(0);
    expect(await checkPage(page, "my-pages-eid")).toEqual([]);
    await panel("Kasam familjehemsvård").getByRole("button", { name: "Ta tillbaka anmälan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ja, ta tillbaka anmälan" }).click();
    await page.getByText("Anmälan hos Kasam familjehemsvård är återkallad.").waitFor();
    expect(world.records.map(({ status }) => status)).toEqual(["submitted", "withdrawn"]);
    await panel("Skinnskattebergs kommun").getByRole("button", { name: "Begär ut mina uppgifter" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Skicka begäran" }).click();
    await page.getByText("Din begäran har kommit in till Skinnskattebergs kommun.").waitFor();
    await page.getByRole("button", { name: "Lås och lämna" }).click();
    await page.getByRole("heading", { name: "Öppna Mina sidor", level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    ["linked", "Din e-legitimation är kopplad."],
    ["ready", "inte kopplad till någon anmälan"],
    ["LOGIN_TOO_WEAK", "E-legitimationen räckte inte till."],
    ["LOGIN_INVALID", "Inloggningen gick inte att slutföra."],
  ])("says what came of the way there: %s", async (outcome, words) => {
    world.eid = { ready: outcome === "ready", linked: false };
    await page.goto(`${app.origin}/?x#eid=${outcome}`);
    await page.getByText(words).waitFor();
    expect(await page.getByRole("link", { name: "Logga in med e-legitimation" }).getAttribute("href")).toBe(
      "/api/mine/eid/login",
    );
    expect(await checkPage(page, `my-pages-eid-${outcome}`)).toEqual([]);
  });

  it("is linked and cut loose with the receipt open", async () => {
    world.eid = { ready: false, linked: true };
    await page.reload();
    await open();
    await page.getByRole("button", { name: "Ta bort kopplingen" }).click();
    await page.getByText("Nu är kvittot den enda vägen in.").waitFor();
    expect(world.eid.linked).toBe(false);
    expect(await checkPage(page, "my-pages-eid-link")).toEqual([]);
    await page.getByRole("button", { name: "Koppla min e-legitimation" }).click();
    await page.getByText("Din e-legitimation är kopplad.").waitFor();
    expect(faults).toEqual([]);
  });
});
