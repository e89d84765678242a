/**
 * The main job, once, with nothing faked: a person applies to two controllers in a real browser, caseworkers log in
 * and read, a third controller sees nothing, a decision is made, the applicant sees it, and the operator has seen
 * none of what was typed. The tests run in order and share one world.
 */
import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerEverything, chooseReceivers, type Typed } from "./applicant.ts";
import { sweep } from "./canary.ts";
import { answerOf, assess, decide, logIn, openOnlyCase, unlock } from "./caseworker.ts";
import { samplePdf } from "./sample-pdf.ts";
import { openWorld, type World } from "./world.ts";

const skinnskatteberg = "Skinnskattebergs kommun, individ- och familjeomsorgen";
const kasam = "Kasam familjehemsvård";
const pdf = samplePdf(5 * 1024 * 1024, "an attachment that nobody but the receivers may read");
const typed: Typed = {
  name: "Åsa Kanariefågel-Ödåker",
  phone: "070-174 06 58",
  email: "asa.kanarie@example.se",
  municipality: "Kungsör",
  identityNumber: "19121212-1212",
  motive: "Vi har ett ledigt rum mot äppelträdgården och gott om tålamod.",
  file: { name: "Intyg för Åsa Ödåker.pdf", mimeType: "application/pdf", buffer: pdf },
};
const assessmentWords = "Lugnt hem med plats för ett skolbarn; boka hembesök i Kungsör.";
const decisionWords = "Godkänns som familjehem efter hembesök och samtal med familjen Ödåker.";

let world: World;
let applicant: BrowserContext;
let form: Page;
let receipt = "";
let number = "";
const desks = new Map<string, Page>();

beforeAll(async () => {
  world = await openWorld();
  applicant = await world.person();
  form = await applicant.newPage();
});

afterAll(async () => {
  await world?.close();
});

async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env["TILLIT_PICTURES"];
  if (folder === undefined) return;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/${name}.png` });
}

describe("an applicant", () => {
  test("fills in the form in Swedish for two controllers, attaches a PDF of 5 MB and gets a receipt", async () => {
    await chooseReceivers(form, world.demo.urls.form, [skinnskatteberg, kasam]);
    await answerEverything(form, typed, [skinnskatteberg, kasam]);
    await form
      .getByRole("group", { name: /När får vi ringa/ })
      .getByRole("checkbox")
      .first()
      .check();
    await form.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await form.getByRole("heading", { level: 1, name: "Granska dina svar" }).waitFor();
    await form.getByRole("button", { name: "Ändra Ditt hem" }).click();
    await form.getByRole("heading", { level: 1, name: "Ditt hem" }).waitFor();
    await pictured(form, "form");
    await form.goBack();
    await form.getByRole("heading", { level: 1, name: "Granska dina svar" }).waitFor();
    await form.getByRole("button", { name: "Försegla och skicka" }).click();
    await form
      .getByRole("heading", { level: 1, name: "Din anmälan är mottagen" })
      .waitFor({ timeout: 60_000 });
    receipt = await form.getByRole("status", { name: "Nyckel som text" }).innerText();
    number = await form
      .locator("dt", { hasText: skinnskatteberg })
      .locator("xpath=following-sibling::dd[1]")
      .innerText();
    expect(receipt).toMatch(/^cenv1r\.[A-Za-z0-9_-]+$/);
    expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  });

  test("leaves nothing in the address or in cookies, and in storage only the sealed receipt until it is saved", async () => {
    expect(form.url()).not.toContain(encodeURIComponent("Åsa"));
    expect(await applicant.cookies()).toEqual([]);
    expect(await form.evaluate(async () => [Object.keys(localStorage), sessionStorage.length])).toEqual([
      ["tillit-key-log"],
      0,
    ]);
    const databases = () => form.evaluate(async () => (await indexedDB.databases()).length);
    expect(await databases()).toBe(1);
    await form.getByLabel("Jag har sparat kvittot").check();
    await expect.poll(databases).toBe(0);
    const seen = await form.evaluate(() => localStorage.getItem("tillit-key-log"));
    expect(JSON.parse(seen ?? "")).toEqual({
      key: expect.stringMatching(/^tillit\/~keys\+/u),
      root: expect.stringMatching(/^[\w-]{43}$/u),
      size: 5,
    });
  });
});

describe("a caseworker", () => {
  test.each([
    ["skinnskatteberg-ifo", "Maja Forsling"],
    ["kasam-familjehemsvard", "Sofia Karlberg"],
  ])(
    "of %s logs in through OpenID Connect, opens, and reads exactly what was entered",
    async (controller, person) => {
      const page = await (await world.person()).newPage();
      desks.set(controller, page);
      await logIn(page, world.demo, person);
      await unlock(page, world.demo, controller);
      await openOnlyCase(page);
      await page.getByText("Kuvertet är kontrollerat").waitFor();
      expect({
        name: await answerOf(page, "Namn"),
        phone: await answerOf(page, "Telefonnummer"),
        email: await answerOf(page, "E-postadress"),
        municipality: await answerOf(page, "Vilken kommun bor du i?"),
        identityNumber: await answerOf(page, "Personnummer eller samordningsnummer"),
        motive: await answerOf(page, "Vill du berätta mer med egna ord?"),
        alcohol: await answerOf(page, "Hur ofta dricker du alkohol?"),
        home: await answerOf(page, "Hur bor du?"),
      }).toEqual({
        name: typed.name,
        phone: typed.phone,
        email: typed.email,
        municipality: typed.municipality,
        identityNumber: typed.identityNumber,
        motive: typed.motive,
        alcohol: "Det berättar jag hellre i samtal",
        home: "Gård",
      });
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: `Hämta ${typed.file.name}` }).click();
      const file = await readFile(await (await waiting).path());
      expect(file.equals(pdf)).toBe(true);
      await pictured(page, `desk-${controller}`);
    },
  );

  test("is not told which other controllers the applicant chose", async () => {
    for (const [controller, page] of desks) {
      const other = controller === "skinnskatteberg-ifo" ? "Kasam" : "Skinnskatteberg";
      expect(await page.locator("main").innerText()).not.toContain(other);
    }
  });

  test("sees the number that stands on the applicant's receipt", async () => {
    expect(await answerOf(desks.get("skinnskatteberg-ifo") as Page, "Kvittonummer")).toBe(number);
  });

  test("of a third controller sees an empty inbox, and 404 for the others' case and envelope", async () => {
    const page = await (await world.person()).newPage();
    await logIn(page, world.demo, "Elin Wiberg");
    expect(await page.getByRole("rowheader").count()).toBe(0);
    const foreign = new URL(desks.get("skinnskatteberg-ifo")?.url() ?? "").pathname.split("/").at(-1) ?? "";
    expect(foreign).toMatch(/^[0-9a-f]{32}$/);
    for (const path of ["", "/envelope", "/blobs/contact", "/blobs/file-1"]) {
      const answer = await page.evaluate(async (address) => {
        const { status, headers } = await fetch(address);
        return { status, type: headers.get("content-type") };
      }, `/api/desk/applications/${foreign}${path}`);
      expect([path, answer]).toEqual([path, { status: 404, type: "application/problem+json" }]);
    }
  });

  test("records an assessment, and a decision-maker decides, both in sealed words", async () => {
    await assess(desks.get("skinnskatteberg-ifo") as Page, "Gå vidare", assessmentWords);
    const page = await (await world.person()).newPage();
    await logIn(page, world.demo, "Olle Hedin");
    await unlock(page, world.demo, "skinnskatteberg-ifo");
    await openOnlyCase(page);
    await page.getByRole("button", { name: "Läs texten" }).click();
    await page.getByText(assessmentWords).waitFor();
    await decide(page, "Godkänd", decisionWords);
    await page.getByText("Beslutad", { exact: true }).first().waitFor();
    expect(await page.locator("main").innerText()).toContain(assessmentWords);
  });

  test("sees the date window of retention with its citation", async () => {
    const page = desks.get("skinnskatteberg-ifo") as Page;
    await page.getByRole("link", { name: "Gallring", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Gallring" }).waitFor();
    await page.getByText("Hämtar …").waitFor({ state: "detached" });
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/20\d\d/);
    expect(text).toMatch(/\d+ §/);
    await pictured(page, "retention");
  });
});

describe("the applicant, back with the receipt", () => {
  let page: Page;

  test("sees the new state at each controller", async () => {
    page = await (await world.person()).newPage();
    await page.goto(world.demo.urls.myPages);
    await page.getByRole("textbox", { name: "Kvittots nyckel" }).fill(receipt);
    await page.getByRole("button", { name: "Öppna", exact: true }).click();
    const region = (name: string) => page.getByRole("region", { name });
    await region(skinnskatteberg).waitFor();
    expect(await region(skinnskatteberg).innerText()).toMatch(/Läge:\s+Beslutad/);
    expect(await region(kasam).innerText()).toMatch(/Läge:\s+Öppnad/);
    await pictured(page, "my-pages");
  });

  test("asks for access and is told the last day", async () => {
    await page.getByRole("button", { name: `Begär ut mina uppgifter hos ${kasam}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Skicka begäran" }).click();
    await page
      .getByRole("region", { name: kasam })
      .getByText(/senast/i)
      .first()
      .waitFor();
    const desk = desks.get("kasam-familjehemsvard") as Page;
    await desk.getByRole("link", { name: "Begäranden" }).click();
    await desk.getByRole("heading", { level: 1, name: "Begäranden" }).waitFor();
    await expect.poll(() => desk.locator("main").innerText()).toMatch(/20\d\d/);
  });

  test("withdraws from one controller, and only that one", async () => {
    await page.getByRole("button", { name: `Ta tillbaka anmälan hos ${kasam}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ja, ta tillbaka anmälan" }).click();
    await page
      .getByRole("region", { name: kasam })
      .getByText(/Du har tagit tillbaka/)
      .waitFor();
    expect(await page.getByRole("region", { name: skinnskatteberg }).innerText()).toMatch(/Läge:\s+Beslutad/);
  });

  test("reads the own answers again, opened in the browser", async () => {
    await page.getByRole("button", { name: `Läs mina svar hos ${skinnskatteberg}` }).click();
    await page.getByText(typed.motive).waitFor();
    expect(await answerOf(page, "Namn")).toBe(typed.name);
  });
});

describe("the operator", () => {
  const digits = typed.identityNumber.replace("-", "");
  const texts = [
    typed.name,
    "Kanariefågel",
    typed.phone,
    typed.phone.replaceAll(/\D/g, ""),
    typed.email,
    typed.municipality,
    typed.identityNumber,
    digits,
    digits.slice(2),
    typed.motive,
    typed.file.name,
    assessmentWords,
    decisionWords,
  ];
  // A stretch of the file's own bytes, and its beginning as any viewer would know it.
  const bytes = [pdf.subarray(200_000, 200_032), Buffer.from("%PDF-1.7")];

  async function everywhere(): Promise<Map<string, Buffer>> {
    const places = await world.files();
    const api = world.proxy.requests.filter(({ url }) => new URL(url).pathname.startsWith("/api"));
    api.forEach((request, index) => places.set(`request ${index}: ${request.method}`, request.bytes));
    return places;
  }

  test("finds none of it in the database, its log files, or any request that reached the API", async () => {
    const places = await everywhere();
    expect([...places.keys()]).toEqual(
      expect.arrayContaining(["tillit.sqlite", "tillit.sqlite-wal", "api.log"]),
    );
    const sent = [...places]
      .filter(([place]) => place.startsWith("request"))
      .map(([, content]) => content.length);
    // Both envelopes went through: the file alone is 5 MB in each.
    expect(sent.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(2 * pdf.length);
    expect(sweep(places, [...texts, ...bytes])).toEqual([]);
  });

  test("would have been caught: a planted canary is found in the very same places", async () => {
    await form.evaluate(
      async ([name, id]) => {
        await fetch(`/api/controllers/${encodeURIComponent(name ?? "")}/keys`);
        await fetch("/api/applications", { method: "POST", body: JSON.stringify({ id }) });
      },
      [typed.name, typed.identityNumber],
    );
    const hits = sweep(await everywhere(), texts);
    expect(hits.map(({ canary }) => canary)).toEqual(
      expect.arrayContaining([typed.name, typed.identityNumber]),
    );
    expect(hits.every(({ place }) => place.startsWith("request"))).toBe(true);
    const planted = new Map(
      [...(await world.files())].map(([place, content]) => [place, Buffer.concat([content, pdf])]),
    );
    expect(sweep(planted, bytes).length).toBeGreaterThan(0);
  });
});
