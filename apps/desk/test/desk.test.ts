import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Receipt } from "@tillit/crypto-envelope";
import { applicantKeys } from "@tillit/crypto-envelope/directory";
import { buildApp, checkPage, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startFakeApi, type FakeApi, type FakeCase, keyLogOf } from "./fake-api.ts";
import { canaries, passphrase, pdf, sealedCase, testController, type TestController } from "./sealed-case.ts";

const folder = mkdtempSync(join(tmpdir(), "tillit-desk-"));
let dist: string;
const secretReason = "Namnet stämmer inte med anmälan";
const ownApp = "0b5e0c3a-1f7e-4c58-9d42-6f3a5f1c2d10";
const otherApp = "6a1d7f30-52c1-4b0e-8a39-0d7be3b1f4a2";
const cases: FakeCase[] = [];
let own: TestController;
let other: TestController;
let api: FakeApi;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let said: string[];

function keyFile(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

beforeAll(async () => {
  [own, other] = await Promise.all([testController("provkommunen"), testController("grannkommunen")]);
  const mine = await sealedCase(ownApp, own);
  const swapped = await sealedCase(otherApp, own);
  const theirs = await sealedCase(ownApp, other);
  const former = await sealedCase(ownApp, await testController("provkommunen"));
  const cut = new Map([["file-1", (mine.blobs.get("file-1") ?? new Uint8Array()).slice(0, 90_000)]]);
  const one = { app: ownApp, status: "submitted", sealed: mine };
  cases.push(
    { ...one, id: "a".repeat(32), number: "PROV-2026-0001", words: [] },
    { ...one, id: "b".repeat(32), number: "PROV-2026-0002", sealed: swapped, words: [] },
    { ...one, id: "c".repeat(32), number: "PROV-2026-0003", blobs: cut, words: [] },
    { ...one, id: "d".repeat(32), number: "PROV-2026-0004", sealed: theirs, words: [] },
    { ...one, id: "e".repeat(32), number: "PROV-2026-0005", sealed: former, words: [] },
  );
  dist = await buildApp(join(import.meta.dirname, ".."));
  api = await startFakeApi(dist, own, [own, other], cases);
  browser = await sharedBrowser();
}, 60_000);

afterAll(async () => {
  await page?.context().close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newPage(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ locale: "sv-SE", viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  complaints = [];
  said = [];
  page.on("console", (message) => {
    said.push(message.text());
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
}

beforeEach(async () => {
  api.loggedIn = true;
  api.swappedKeys = undefined;
  api.keyLog = keyLogOf([own, other]);
  api.endsAtIssuer = undefined;
  await newPage();
});

async function unlock(
  file = keyFile("own.key.json", JSON.stringify(own.keyFile)),
  words = passphrase,
): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Lås upp nyckeln" }).click();
  await page.getByLabel("Nyckelfil").setInputFiles(file);
  await page.getByLabel("Lösenfras", { exact: true }).fill(words);
  await page.getByRole("dialog").getByRole("button", { name: "Lås upp" }).click();
}

async function openCase(number: string): Promise<void> {
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Öppna och läs svaren" }).click();
}

describe("the desk", () => {
  it("shows who it is for, and nothing else, before the login", async () => {
    api.loggedIn = false;
    await page.goto(api.url);
    await expect.poll(() => page.title()).toBe("Logga in – Tillit");
    expect(await checkPage(page, "login")).toEqual([]);
    await page.getByRole("link", { name: "Logga in med tjänstelegitimation" }).click();
    await page.getByText("Maja Forsling").waitFor();
    expect(await page.getByRole("banner").innerText()).toContain("Provkommunen");
    expect(complaints).toEqual([]);
  });

  it("says in both languages why a login was refused, and that one has logged out", async () => {
    api.loggedIn = false;
    await page.goto(`${api.url}/inloggning/LOGIN_TOO_WEAK`);
    await page.getByRole("alert").getByText("Inloggningen var inte tillräckligt stark.").waitFor();
    expect(await checkPage(page, "login refused")).toEqual([]);
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByRole("alert").getByText("The login was not strong enough.").waitFor();
    await page.goto(`${api.url}/inloggning/LOGIN_NOT_ALLOWED`);
    await page.getByRole("alert").getByText("Ditt konto har ingen roll här.").waitFor();
    await page.goto(`${api.url}/utloggad`);
    await page.getByText("Du är utloggad och nyckeln är låst.").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("goes on to the identity provider when that ends the login too", async () => {
    api.endsAtIssuer = `${api.url}/utloggad?from=issuer`;
    await page.goto(api.url);
    await page.getByRole("button", { name: "Logga ut" }).click();
    await page.waitForURL(api.endsAtIssuer);
    await page.getByText("Du är utloggad och nyckeln är låst.").waitFor();
    expect(complaints).toEqual([]);
  });

  it("says in Swedish what is wrong with a key file or a passphrase", async () => {
    await page.goto(api.url);
    await unlock(keyFile("letter.json", "{}"));
    await page.getByText("Filen är ingen nyckelfil.").waitFor();
    await page
      .getByLabel("Nyckelfil")
      .setInputFiles(keyFile("other.key.json", JSON.stringify(other.keyFile)));
    await page.getByRole("dialog").getByRole("button", { name: "Lås upp" }).click();
    await page.getByText("Nyckelfilen hör inte till din organisation.").waitFor();
    await page.getByLabel("Nyckelfil").setInputFiles(keyFile("own.key.json", JSON.stringify(own.keyFile)));
    await page.getByLabel("Lösenfras", { exact: true }).fill("fel ord här");
    await page.getByRole("dialog").getByRole("button", { name: "Lås upp" }).click();
    await page.getByText("Fel lösenfras.").waitFor();
    expect(await checkPage(page, "unlock")).toEqual([]);
    await page.getByLabel("Lösenfras", { exact: true }).fill(passphrase);
    await page.getByRole("dialog").getByRole("button", { name: "Lås upp" }).click();
    await page.getByText("Nyckeln är upplåst").waitFor();
    expect(await page.getByRole("contentinfo").innerText()).toMatch(/kontrollord: ([a-z]{5} ?){8}/u);
  });

  it("opens a case with the keyboard and shows exactly what was answered, in Swedish", async () => {
    await page.goto(api.url);
    await unlock();
    await page.getByText("Nyckeln är upplåst").waitFor();
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("PROV-2026-0001");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ärende PROV-2026-0001" }).waitFor();
    await page.getByRole("button", { name: "Öppna och läs svaren" }).click();
    await page.getByText(canaries[0] ?? "").waitFor();
    const text = await page.getByRole("main").innerText();
    for (const canary of canaries) expect(text).toContain(canary);
    expect(text).toContain("Hur gammal är du?");
    expect(text).toContain("40–54");
    expect(text).not.toContain("stämmer inte helt");
    expect(text).toContain("17 kap. 1 §");
    expect(text).toContain("Fem år efter sista anteckningen");
    expect(await checkPage(page, "answers")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("saves a file byte for byte, and marks one that is not what it says", async () => {
    await page.goto(api.url);
    await unlock();
    await openCase("PROV-2026-0001");
    const first = page.waitForEvent("download");
    await page.getByRole("button", { name: `Hämta ${canaries[3]}.pdf` }).click();
    const saved = await first;
    expect(saved.suggestedFilename()).toBe(`${canaries[3]}.pdf`);
    expect(readFileSync(await saved.path()).equals(Buffer.from(pdf))).toBe(true);
    const second = page.waitForEvent("download");
    await page.getByRole("button", { name: "Hämta bild.png" }).click();
    expect((await second).suggestedFilename()).toBe("bild.png.okand");
    await page.getByText("Varning: filen säger sig vara image/png").waitFor();
  });

  it("refuses a swapped envelope, another controller's, one for another key, and a file cut short, and says so", async () => {
    await page.goto(api.url);
    await unlock();
    await openCase("PROV-2026-0002");
    await page.getByText("Kuvertet hör inte till det här ärendet.").waitFor();
    await page.getByRole("link", { name: "Till inkorgen" }).click();
    await openCase("PROV-2026-0004");
    await page.getByText("Kuvertet hör inte till det här ärendet.").waitFor();
    await page.getByRole("link", { name: "Till inkorgen" }).click();
    await openCase("PROV-2026-0005");
    await page.getByText("Kuvertet är inte stängt för den här nyckeln.").waitFor();
    await page.getByRole("link", { name: "Till inkorgen" }).click();
    await openCase("PROV-2026-0003");
    await page.getByRole("button", { name: `Hämta ${canaries[3]}.pdf` }).click();
    await page.getByText("Filen är avkortad").waitFor();
    expect(await page.content()).not.toContain("%PDF");
  });

  it("uses no key that another root has signed", async () => {
    api.swappedKeys = (await testController(own.id)).document;
    await page.goto(api.url);
    await unlock();
    await page.getByText("inte undertecknad av den huvudnyckel").waitFor();
    expect(await page.getByText("Nyckeln är låst").count()).toBe(1);
  });

  it("says in both languages that it is set up wrongly, and unlocks no key then", async () => {
    const json = { operator: "Test", pins: { [own.id]: { roots: ["AA"], threshold: "1" } }, logKeys: {} };
    await page.route("**/tillit-config.json", (route) => route.fulfill({ json }));
    await page.goto(api.url);
    const said = page.getByRole("alert").filter({ hasText: "DEPLOYMENT_PINS" });
    await said.getByText("Sidan är felaktigt inställd").waitFor();
    await unlock();
    await page.getByText("Installationen är felaktigt inställd").waitFor();
    await page.getByRole("button", { name: "Avbryt" }).click();
    expect(await page.getByText("Nyckeln är låst").count()).toBe(1);
    await page.getByRole("button", { name: "In English" }).click();
    await said.getByText("This site is set up wrongly").waitFor();
  });

  it.each([
    [
      "that are not in the public log",
      () => keyLogOf([other]),
      "Nycklarna finns inte i den offentliga nyckelloggen.",
    ],
    [
      "of a log that others are not shown",
      () => keyLogOf([other, own], "x"),
      "är en annan än den som sågs här",
    ],
  ])("seals nothing to keys %s", async (_what, logOf, sentence) => {
    Object.assign(cases[0] ?? {}, { status: "opened" });
    await page.goto(api.url);
    // What an earlier visit saw: the log as everybody is shown it.
    await page.evaluate(() =>
      localStorage.setItem("tillit-key-log", JSON.stringify({ size: 2, root: "A".repeat(43) })),
    );
    api.keyLog = logOf();
    await unlock();
    await page.getByRole("link", { name: "PROV-2026-0001" }).click();
    await page.getByRole("radio", { name: "Gå vidare" }).check();
    await page.getByLabel("Motivering").fill("Aldrig skickat");
    await page.getByRole("button", { name: "Spara bedömningen" }).click();
    await page.getByText(sentence).waitFor();
    expect(api.requests.some(({ url }) => url.endsWith("/assessment"))).toBe(false);
  });

  it("seals an assessment and a decision before they leave, and reads them again", async () => {
    Object.assign(cases[0] ?? {}, { status: "opened" });
    const reasons = "Hemligt skäl som bara kommunen får läsa";
    await page.goto(api.url);
    await unlock();
    await page.getByRole("link", { name: "PROV-2026-0001" }).click();
    await page.getByRole("button", { name: "Spara bedömningen" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    await page.getByRole("radio", { name: "Gå vidare" }).check();
    await page.getByLabel("Motivering").fill(reasons);
    await page.getByRole("button", { name: "Spara bedömningen" }).click();
    await page.getByText("Bedömningen är sparad.").waitFor();
    await page.getByText("Gör en ny bedömning").click();
    const again = page.getByRole("form", { name: "Bedömning" });
    await again.getByRole("radio", { name: "Behöver samtal" }).check();
    await again.getByLabel("Motivering").fill("Ny bedömning efter samtal");
    await again.getByRole("button", { name: "Spara bedömningen" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Läs texten" }).count()).toBe(2);
    const decision = page.getByRole("form", { name: "Beslut" });
    await page.getByRole("radio", { name: "Godkänd" }).check();
    await decision.getByLabel("Motivering").fill(`${reasons} igen`);
    await page.getByRole("button", { name: "Fatta beslutet" }).click();
    await page.getByRole("button", { name: "Ja, fatta beslutet" }).click();
    await page.getByText("Beslutet är sparat.").waitFor();
    await page.getByRole("button", { name: "Läs texten" }).nth(2).click();
    await page.getByText(`${reasons} igen`).waitFor();
    expect(api.requests.some(({ body }) => body.includes("Hemligt"))).toBe(false);
    expect(await checkPage(page, "decided")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("keeps content out of addresses, storage, cookies and the console", async () => {
    await page.goto(api.url);
    await unlock();
    await openCase("PROV-2026-0001");
    await page.getByText(canaries[0] ?? "").waitFor();
    const kept = await page.evaluate(async () =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        document.title,
        history.state as unknown,
        await indexedDB.databases(),
        await caches.keys(),
      ]),
    );
    const seen = [kept, ...said, ...api.requests.map(({ url, body }) => url + body)].join("\n");
    for (const secret of [...canaries, passphrase]) expect(seen).not.toContain(secret);
    expect(kept).toContain("[[],[],");
  });

  it("locks after ten idle minutes and takes the answers off the page", async () => {
    await page.clock.install();
    await page.goto(api.url);
    await unlock();
    await openCase("PROV-2026-0001");
    await page.getByText(canaries[0] ?? "").waitFor();
    await page.clock.runFor(9 * 60_000 + 30_000);
    await page.getByText("Nyckeln låses snart.").waitFor();
    await page.clock.runFor(60_000);
    await page.getByText("Nyckeln låstes efter tio minuter").waitFor();
    expect(await page.content()).not.toContain(canaries[0]);
  });

  it("locks at once on the button and at logout", async () => {
    await page.goto(api.url);
    await unlock();
    await openCase("PROV-2026-0001");
    await page.getByText(canaries[0] ?? "").waitFor();
    await page.getByRole("button", { name: "Lås nyckeln" }).click();
    await page.getByText("Lås upp nyckeln för att kunna läsa svaren.").waitFor();
    expect(await page.content()).not.toContain(canaries[0]);
    await page.getByRole("button", { name: "Logga ut" }).click();
    await page.getByText("Du är utloggad och nyckeln är låst.").waitFor();
    expect(api.loggedIn).toBe(false);
  });

  it("offers to try again when the server is away, and says when the login has ended", async () => {
    await page.goto(api.url);
    await page.getByRole("heading", { name: "Inkorg", level: 1 }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole("link", { name: "Gallring", exact: true }).click();
    await page.getByText("Servern går inte att nå.").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Försök igen" }).click();
    await page.getByText("Inget gallras av sig självt.").waitFor();
    api.loggedIn = false;
    await page.getByRole("link", { name: "Inkorg", exact: true }).click();
    await page.getByText("Din inloggning har gått ut. Nyckeln är låst.").waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    expect(await page.getByRole("link", { name: "Logga in med tjänstelegitimation" }).count()).toBe(1);
  });

  it("asks for file and passphrase by name, and takes the reader to what is missing", async () => {
    await page.goto(api.url);
    await page.getByRole("banner").getByRole("button", { name: "Lås upp nyckeln" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Lås upp" }).click();
    await dialog.getByRole("alert").getByText("Välj en nyckelfil.").waitFor();
    await page.waitForFunction(() => document.activeElement?.className === "error-summary");
    await dialog.getByRole("link", { name: "Skriv lösenfrasen." }).click();
    await page.waitForFunction(() => document.activeElement?.id === "field-passphrase");
    expect(await checkPage(page, "unlock with faults")).toEqual([]);
  });

  it("has no accessibility faults in any view, dark or light, and fits 320 pixels", async () => {
    const views = ["/", `/arende/${"a".repeat(32)}`, "/gallring", "/begaran", "/begaran/r1", "/finns-inte"];
    for (const view of views) {
      await page.goto(api.url + view);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expect.poll(() => page.getByText("Hämtar …").count()).toBe(0);
      expect(await checkPage(page, view)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it("shows what lies behind the first page of the inbox, and says that there is more until there is none", async () => {
    const row = (number: string, id: string) => ({
      id,
      app: `app-${id}`,
      number,
      status: "submitted",
      receivedAt: "2026-11-21T10:00:00Z",
      assignments: ["family-home"],
    });
    const asked: (string | null)[] = [];
    await page.route(/\/desk\/applications\?/u, (route) => {
      const after = new URL(route.request().url()).searchParams.get("after");
      asked.push(after);
      const first = Array.from({ length: 200 }, (_, n) => row(`J-${n}`, `${n}`.padStart(32, "0")));
      const json =
        after === null
          ? { applications: first, next: "behind" }
          : { applications: [row("G-1", "f".repeat(32))] };
      return route.fulfill({ json });
    });
    await page.goto(api.url);
    await page.getByText("200 visas hittills. Det finns fler.").waitFor();
    expect(await page.getByRole("link", { name: "G-1" }).count()).toBe(0);
    expect(await checkPage(page, "inbox with more")).toEqual([]);
    await page.getByRole("button", { name: "Visa fler" }).press("Enter");
    await page.getByRole("link", { name: "G-1" }).waitFor();
    expect(await page.getByRole("button", { name: "Visa fler" }).count()).toBe(0);
    expect(asked).toEqual([null, "behind"]);
  });

  it("shows what lies behind the first page of requests and of the plan, and counts every alert", async () => {
    const numbered = (n: number): string => `r-${String(n).padStart(20, "0")}`;
    const request = (n: number) => ({
      id: numbered(n),
      application: "a".repeat(32),
      right: "access",
      status: "triage",
      received: "2026-11-21",
      lastDay: "2026-12-21",
    });
    const pageOf = (url: string, first: object, last: object) =>
      new URL(url).searchParams.get("after") === null ? { ...first, next: "behind" } : last;
    await page.route(/\/desk\/request-alerts\?/u, (route) => {
      const near = Array.from({ length: 1000 }, (_, n) => request(n));
      const json = pageOf(
        route.request().url(),
        { asOf: "2026-12-18", late: [], near },
        { asOf: "2026-12-18", late: [], near: near.slice(0, 5) },
      );
      return route.fulfill({ json });
    });
    await page.route(/\/desk\/requests\?/u, (route) => {
      const json = pageOf(route.request().url(), { requests: [request(1)] }, { requests: [request(2)] });
      return route.fulfill({ json });
    });
    await page.route(/\/desk\/retention\/plan\?/u, (route) => {
      const planned = (id: string) => ({ id, outcome: "keep", status: "running" });
      const json = pageOf(
        route.request().url(),
        { asOf: "2026-12-18", dispositions: [planned("a".repeat(32))] },
        { asOf: "2026-12-18", dispositions: [planned(numbered(3))] },
      );
      return route.fulfill({ json });
    });
    await page.goto(api.url);
    await page.getByText("1005 begäranden").waitFor();
    await page.goto(`${api.url}/begaran`);
    await page.getByText("1 visas hittills. Det finns fler.").waitFor();
    await page.getByRole("button", { name: "Visa fler" }).press("Enter");
    await expect.poll(() => page.getByRole("link", { name: "registerutdrag" }).count()).toBe(2);
    await page.goto(`${api.url}/gallring`);
    await page.getByRole("link", { name: "PROV-2026-0001" }).waitFor();
    expect(await checkPage(page, "plan with more")).toEqual([]);
    await page.getByRole("button", { name: "Visa fler" }).press("Enter");
    await page.getByRole("link", { name: "Begäran 00000000" }).waitFor();
    expect(await page.getByRole("button", { name: "Visa fler" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("takes an access request a step on, and seals the reasons of another", async () => {
    const near = [{ id: "r1", lastDay: "2026-12-21" }];
    await page.route(/\/request-alerts\?/u, (route) =>
      route.fulfill({ json: { asOf: "2026-12-18", late: [], near } }),
    );
    await page.route(/\/desk\/requests\?/u, async (route) => {
      const response = await route.fetch();
      const { requests } = (await response.json()) as { requests: object[] };
      await route.fulfill({
        json: { requests: requests.map((one) => Object.assign(one, { urgency: "near" })) },
      });
    });
    await page.goto(`${api.url}/begaran`);
    await page.getByText("(snart)").waitFor();
    await page.getByRole("link", { name: "registerutdrag" }).click();
    await page.getByLabel("Hur har du kontrollerat vem det är?").selectOption("id-document");
    await page.getByRole("button", { name: "Godta identiteten" }).click();
    await expect
      .poll(() => api.requests.some(({ url }) => url === "/api/desk/requests/r1/commands"))
      .toBe(true);
    const given = () => api.requests.findLast(({ url }) => url === "/api/desk/requests/r1/commands");
    expect(JSON.parse(given()?.body ?? "")).toMatchObject({ type: "AcceptIdentity", assurance: 3 });
    expect(await page.getByRole("main").innerText()).toContain("dataskyddsförordningen artikel 12.3");

    await page.getByText("Be om styrkt identitet").first().click();
    const form = page.getByRole("group").filter({ hasText: "Vad är oklart?" });
    await form.getByLabel("Svar senast").fill("2026-12-07");
    await form.getByLabel("Skäl").fill(secretReason);
    await form.getByRole("button", { name: "Be om styrkt identitet" }).click();
    await expect
      .poll(() => JSON.parse(given()?.body ?? "{}") as object)
      .toMatchObject({
        type: "AskIdentity",
        doubt: "identity",
        reason: "D".repeat(43),
        replyBy: "2026-12-07",
      });
    expect(api.requests.some(({ body }) => body.includes(secretReason))).toBe(false);
    await unlock();
    await page.getByRole("button", { name: "Läs: skäl" }).click();
    await page.getByText(secretReason).waitFor();
    expect(await checkPage(page, "request")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("answers for a source elsewhere with the digest of what was found there", async () => {
    const sources = [{ source: "paper-archive", status: "open" }];
    api.request = { status: "collecting", yours: ["AnswerSource", "WriteOffSource"], sources };
    await page.goto(`${api.url}/begaran/r1`);
    const part = page.locator("details.step", { hasText: "Svara för en annan källa" });
    await part.getByLabel("Det som fanns där").setInputFiles({
      name: "pärm.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("hej"),
    });
    await part.getByRole("button", { name: "Svara för en annan källa" }).click();
    const sha256 = createHash("sha256").update("hej").digest("hex");
    await expect
      .poll(() => {
        const given = api.requests.findLast(({ url }) => url.endsWith("/commands"));
        return JSON.parse(given?.body ?? "{}") as object;
      })
      .toEqual({
        type: "AnswerSource",
        source: "paper-archive",
        items: [{ id: "paper-archive", section: "paper-archive", sha256 }],
      });
    expect(complaints).toEqual([]);
    api.request = {};
  });

  it("writes a letter from the request's facts, and lets nobody but the page see it", async () => {
    await page.goto(`${api.url}/begaran/r1`);
    await page.getByRole("button", { name: "Brev" }).click();
    await page.getByText("Ett brev ska skickas nu: Vi har fått din begäran.").waitFor();
    // Nothing is decided, and it is a request under the GDPR: no decision and no answer on records is offered.
    const choices = await page
      .getByLabel("Vilket brev?")
      .locator("option")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(choices).toEqual(expect.arrayContaining(["M01", "M02", "M03", "M08"]));
    for (const none of ["M04", "M05", "M06", "M07", "M18", "M24"]) expect(choices).not.toContain(none);
    await page.getByLabel("Vilket brev?").selectOption("M03");
    await page.getByLabel("Skälen").fill(secretReason);
    await page.getByLabel("Ny sista dag").fill("2027-02-22");
    await page.getByRole("button", { name: "Skriv brevet" }).click();
    await page.getByRole("heading", { name: "Vi behöver mer tid" }).waitFor();
    await page.getByText("klagomål till Integritetsskyddsmyndigheten (IMY)").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Spara som webbsida" }).click();
    expect((await download).suggestedFilename()).toBe("M03.html");
    await page.getByRole("button", { name: "Spara i ärendet" }).click();
    await page.getByText("Brevet är krypterat och sparat i begäran.").waitFor();
    expect(api.requests.some(({ body }) => body.includes(secretReason))).toBe(false);
    expect(await checkPage(page, "letter")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("reviews an item by marking what is hidden, and seals the answer to the applicant's own key alone", async () => {
    const mine = cases[0]?.sealed;
    const section = { id: "contact", section: "ordinary", sha256: "A".repeat(43) };
    api.request = {
      status: "reviewing",
      yours: ["AssessItem"],
      items: [section],
      keys: await applicantKeys(mine?.receipt as Receipt, {
        from: "2026-01-01T00:00:00Z",
        until: "2099-01-01T00:00:00Z",
      }),
    };
    await page.goto(`${api.url}/begaran/r1`);
    await unlock();
    await page.getByRole("button", { name: "Läs kontaktuppgifter" }).click();
    const text = page.getByLabel("Innehåll");
    await expect.poll(() => text.inputValue()).toContain(canaries[0]);
    const phone = (await text.inputValue()).indexOf(canaries[1] ?? "");
    await text.evaluate((area, at) => (area as HTMLTextAreaElement).setSelectionRange(at, at + 13), phone);
    await page.getByRole("button", { name: "Dölj det markerade" }).click();
    await page.getByText("Ett ställe är markerat.").waitFor();
    await page.getByLabel("Vad blir det?").selectOption("redact");
    await page.getByLabel("Skäl").fill("Numret är en annans.");
    await page.getByRole("button", { name: "Spara prövningen" }).click();
    const span = { from: phone, to: phone + 13, protects: "p1" };
    await expect
      .poll(() => {
        const given = api.requests.findLast(({ url }) => url.endsWith("/commands"));
        return JSON.parse(given?.body ?? "{}") as object;
      })
      .toMatchObject({ type: "AssessItem", outcome: { kind: "redact", spans: [span] } });

    const harm = { provision: "osl-26-1", test: "reverse" };
    api.request = {
      ...api.request,
      status: "decided",
      yours: ["SealPackage"],
      items: [{ ...section, outcome: "redact", spans: [span], harm }],
      decision: {
        digest: "b".repeat(64),
        outcome: "partly-granted",
        signedOn: "2026-11-21",
        delegation: "d",
        findings: [],
      },
    };
    await page.reload();
    await unlock();
    await page.getByRole("button", { name: "Kryptera och lämna in svaret" }).click();
    await expect
      .poll(
        () => api.requests.filter(({ url, method }) => method === "PUT" && url.includes("/export/")).length,
      )
      .toBeGreaterThan(2);
    const sent = api.requests.find(({ url }) => url === "/api/desk/requests/r1/export");
    const { keyring } = JSON.parse(sent?.body ?? "{}") as { keyring: { stanzas: { kid: string }[] } };
    const kids = keyring.stanzas.map(({ kid }) => kid);
    const theirs = await mine?.receipt.publicKey("xwing");
    expect(kids).toContain(theirs?.kid);
    expect(kids).not.toContain(own.publicKid);
    const seen = api.requests.map(({ body, url }) => body + url).join("\n");
    for (const secret of canaries) expect(seen).not.toContain(secret);
    expect(complaints).toEqual([]);
    api.request = {};
  });

  it("speaks English by switch without losing the key", async () => {
    await page.goto(api.url);
    await unlock();
    await page.getByText("Nyckeln är upplåst").waitFor();
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByText("The key is unlocked").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.getByRole("link", { name: "Retention" }).click();
    await page.getByRole("heading", { name: "Retention" }).waitFor();
  });
});
