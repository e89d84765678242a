/** The desk beside the cases: who a case is for, deadlines, disposal by two persons, holds, log review, Art. 30. */
import { join } from "node:path";
import { referenceNumber } from "@tillit/application-case";
import { buildApp, checkPage, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startFakeApi, type FakeApi } from "./fake-api.ts";
import { colleague, newOffice, ref, transferId } from "./fake-office.ts";
import { passphrase, sealedCase, testController, type TestController } from "./sealed-case.ts";

const record = "a".repeat(32);
let dist: string;
let own: TestController;
let api: FakeApi;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  own = await testController("provkommunen");
  const app = "0b5e0c3a-1f7e-4c58-9d42-6f3a5f1c2d10";
  const sealed = await sealedCase(app, own);
  dist = await buildApp(join(import.meta.dirname, ".."));
  api = await startFakeApi(
    dist,
    own,
    [own],
    [{ app, id: record, number: "PROV-2026-0001", status: "submitted", sealed, words: [] }],
  );
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
  const context = await browser.newContext({ locale: "sv-SE", viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load")) {
      complaints.push(message.text());
    }
  });
});

async function go(path: string, role = "caseworker"): Promise<void> {
  api.office.role = role;
  await page.goto(`${api.url}${path}`);
}

const heading = (name: string | RegExp) => page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

/** Nothing that axe sees, at 320 pixels too, and nothing the browser complains of. */
async function sound(name: string): Promise<void> {
  expect(await checkPage(page, name)).toEqual([]);
  expect(complaints).toEqual([]);
}

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

describe("the placement of a case", () => {
  it("is shown, and changed to a unit and a colleague by code", async () => {
    await go(`/arende/${record}`);
    const panel = page.getByRole("region", { name: "Placering" });
    await panel.getByText("hela organisationen").waitFor();
    await panel.getByRole("button", { name: "Ändra placeringen" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "field-placement-unit");
    await panel.getByLabel("Enhet").selectOption("norra");
    await panel.getByLabel(`handläggare ${ref.slice(0, 6)} (du)`).check();
    await sound("placement");
    await panel.getByRole("button", { name: "Spara placeringen" }).click();
    await panel.getByText("Placeringen är sparad och loggad.").waitFor();
    expect(api.office.placement).toEqual({ unit: "norra", assignees: [ref], protectedIdentity: false });
    await page.waitForFunction(() => document.activeElement?.id === "placement-title");
  });

  it("with a protected identity takes somebody, and asks before one shuts oneself out", async () => {
    await go(`/arende/${record}`);
    await press("Ändra placeringen");
    await page.getByLabel("Den sökande har skyddade personuppgifter").check();
    await press("Spara placeringen");
    await page.getByRole("alert").getByText("Utse minst en handläggare").waitFor();
    await page.getByLabel(`handläggare ${colleague.slice(0, 6)}`).check();
    await press("Spara placeringen");
    await page.getByText("Efter ändringen når du inte längre ärendet.").waitFor();
    expect(api.office.placement).toBeUndefined();
    await press("Ja, ändra ändå");
    await heading("Inkorg");
    expect(api.office.placement).toEqual({ assignees: [colleague], protectedIdentity: true });
  });

  it("is not for someone whose role does not place", async () => {
    await go(`/arende/${record}`, "privacy-officer");
    await page.getByRole("region", { name: "Placering" }).waitFor();
    expect(await page.getByRole("button", { name: "Ändra placeringen" }).count()).toBe(0);
  });
});

describe("a case whose processing is restricted", () => {
  const restriction = { requests: [`r-${"5".repeat(20)}`] };

  it("says so, asks for the purpose of a reading, and offers nothing else to do", async () => {
    await page.route(`**/api/desk/applications/${record}?*`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), status: "opened", restriction } });
    });
    const asked: string[] = [];
    await page.route(`**/api/desk/applications/${record}/envelope*`, async (route) => {
      const { searchParams } = new URL(route.request().url());
      const purpose = searchParams.get("purpose");
      asked.push(purpose ?? "none");
      if (purpose === null)
        await route.fulfill({ status: 423, json: { status: 423, code: "RECORD_RESTRICTED" } });
      else await route.continue();
    });
    await go(`/arende/${record}`, "decision-maker");
    await page.getByText("Behandlingen är begränsad").waitFor();
    await page.getByRole("link", { name: "Begäran 55555555" }).waitFor();
    await unlock();
    await press("Öppna och läs svaren");
    await page.getByRole("alert").getByText("om du först väljer ändamål").waitFor();
    await sound("restricted");
    await page.getByLabel("fastställa, göra gällande eller försvara rättsliga anspråk").check();
    await press("Öppna och läs svaren");
    await expect.poll(() => asked).toEqual(["none", "legal-claims"]);
    for (const name of ["Spara bedömningen", "Fatta beslutet", "Lämna över"]) {
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    }
  });

  it("is marked in the inbox", async () => {
    await page.route(/\/api\/desk\/applications(?:\?|$)/u, async (route) => {
      const answer = await route.fetch();
      const { applications } = (await answer.json()) as { applications: object[] };
      await route.fulfill({
        json: { applications: applications.map((row) => Object.assign(row, { restricted: true })) },
      });
    });
    await go("/");
    const marked = page.getByText("begränsad", { exact: true });
    await marked.first().waitFor();
    expect(await marked.count()).toBe(1);
    await sound("inbox with a restricted case");
  });
});

describe("the deadlines of requests", () => {
  it("are said in the inbox and in the menu, in words", async () => {
    Object.assign(api.office, { late: 2, near: 1 });
    await go("/");
    await page
      .getByText("2 begäranden har passerat sista dagen. 1 begäran ska besvaras inom en vecka.")
      .waitFor();
    await page.getByRole("navigation").getByText("2 försenade").waitFor();
    expect(await page.getByRole("status").getByRole("link", { name: "Begäranden" }).count()).toBe(1);
    await sound("alerts");
  });

  it("are not mentioned when there are none", async () => {
    await go("/");
    await page.getByRole("link", { name: "PROV-2026-0001" }).waitFor();
    expect(await page.getByText("sista dagen", { exact: false }).count()).toBe(0);
  });
});

describe("taking in a request", () => {
  it("proposes the day the law counts from, with its reason, and sends one key until the answer has come", async () => {
    const sent: { readonly key: string | undefined; readonly body: unknown }[] = [];
    await page.route("**/api/desk/requests", async (route) => {
      const request = route.request();
      if (request.method() !== "POST") return route.continue();
      sent.push({ key: request.headers()["idempotency-key"], body: request.postDataJSON() });
      return sent.length === 1 ? route.abort() : route.fulfill({ status: 201, json: { id: "r1" } });
    });
    await go("/begaran");
    await page.getByText("Ta emot en begäran som kom på annat sätt").click();
    const day = page.getByLabel("Inkom");
    await page.getByLabel("Nådde er den").fill("2026-11-23");
    // A Monday: by post it is presumed to have been handed in on the Friday before.
    await expect.poll(() => day.inputValue()).toBe("2026-11-20");
    await page.getByText("FL 2017:900 22 §").waitFor();
    await page.getByLabel("Hur kom den in?").selectOption("phone");
    await expect.poll(() => day.inputValue()).toBe("2026-11-23");
    await page.getByLabel("Hur kom den in?").selectOption("letter");
    await day.fill("2026-11-19");
    await sound("intake");
    await page.getByLabel("Ärende").selectOption({ index: 1 });
    await press("Ta emot begäran");
    await page.getByRole("alert").waitFor();
    await press("Ta emot begäran");
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({
      key: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      body: { application: record, right: "access", channel: "letter", receivedOn: "2026-11-19" },
    });
  });
});

describe("disposal", () => {
  it("is proposed by one, approved and carried out by another, and ends in a certificate", async () => {
    await go("/gallringslistor");
    await press("Sätt upp en lista över det som ska gallras nu");
    await heading(/^Gallringslista/u);
    expect(await page.getByRole("button", { name: "Godkänn listan" }).count()).toBe(0);
    await page.getByText(`${referenceNumber("b".repeat(32))}: spärrad`).waitFor();
    await page.getByRole("rowheader", { name: "PROV-2026-0001" }).waitFor();
    await page.getByRole("cell", { name: "10 § arkivlagen" }).waitFor();
    await page.getByRole("cell", { name: "Avböjd" }).waitFor();
    await page.getByRole("cell", { name: "jourhem" }).waitFor();
    await page.getByText("1 av 2 personer").waitFor();
    await sound("disposal proposed");

    const { pathname } = new URL(page.url());
    const kept = api.office;
    await go(pathname, "decision-maker");
    await press("Godkänn listan");
    await page.getByText("Listan är godkänd. Betänketiden löper.").waitFor();
    await press("Verkställ gallringen");
    await page.getByText("Det går inte att ångra. Är du säker?").waitFor();
    expect(kept.disposal).toBe("cooling-off");
    await sound("disposal to be carried out");
    await press("Ja, verkställ");
    await page.getByText("Listan är verkställd.").waitFor();
    await press("Visa intyget");
    await page.getByText("Intyget är post 42 av 42 i loggen.").waitFor();
    await sound("certificate");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Spara intyget som fil")]);
    expect(download.suggestedFilename()).toBe("gallringsintyg-44444444.json");
  });

  it("says that nothing is due", async () => {
    api.office.nothingDue = true;
    await go("/gallringslistor");
    await press("Sätt upp en lista över det som ska gallras nu");
    await page.getByText("Det finns inget att gallra i dag.").waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("holds", () => {
  it("are placed with a sealed reason, after a look at what they stop, and released after asking", async () => {
    await go("/sparrar", "decision-maker");
    await page.getByText("Det finns inga spärrar.").waitFor();
    await press("Sätt spärren");
    await page.getByRole("alert").getByText("Skriv varför spärren sätts.").waitFor();
    await page.getByLabel("Ärende", { exact: true }).selectOption({ label: "PROV-2026-0001" });
    await page.getByLabel("Skäl").fill("Kanariefågel i tillsynen");
    // A button at work keeps the focus and takes no second press.
    const pressedTwice = Promise.withResolvers<void>();
    await page.route("**/api/desk/holds", async (route) => {
      await pressedTwice.promise;
      await route.continue();
    });
    const look = page.getByRole("button", { name: "Se vad den stoppar" });
    await look.press("Enter");
    await page.keyboard.press("Enter");
    expect(await look.getAttribute("aria-disabled")).toBe("true");
    pressedTwice.resolve();
    await page.getByText("Den stoppar ett ärende som ska gallras nu och ingen gallringslista.").waitFor();
    expect(await look.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(
      api.requests.filter(({ url, method }) => method === "POST" && url === "/api/desk/holds").length,
    ).toBe(1);
    await sound("hold");
    await press("Sätt spärren");
    await page.getByText("Spärren är satt.").waitFor();
    const sent = api.requests.filter(({ url, method }) => method === "POST" && url === "/api/desk/holds");
    expect(sent.at(-1)?.body).toContain('"words"');
    expect(sent.map(({ body }) => body).join()).not.toContain("Kanariefågel");
    await page.getByRole("button", { name: "Häv" }).click();
    await page.getByRole("dialog").getByText("Spärren håller kvar ett ärende.").waitFor();
    await page.getByRole("dialog").getByText("Gäller: PROV-2026-0001").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Ja, häv spärren" }).click();
    await page.getByText("Spärren är hävd.").waitFor();
    await page.getByText("hävd 21 nov. 2026").waitFor();
    expect(api.office.holds.map(({ released }) => released)).toEqual(["2026-11-21"]);
  });
});

describe("hand-overs", () => {
  it("that wait are listed, shown with what they consist of, and cannot be accepted before they are checked", async () => {
    await go("/overlamnanden", "decision-maker");
    await page.getByText("Ni har inte erbjudit någon akt.").waitFor();
    await sound("transfers");
    await page.getByRole("rowheader").getByRole("link").click();
    await heading(`Överlämnande av akt ${referenceNumber(record)}`);
    await page.getByText("Överlämnande till nämnden enligt avtal").waitFor();
    await page.getByText("Kontrollera erbjudandet innan du tar emot det.").waitFor();
    expect(await page.getByRole("button", { name: "Ta emot akten" }).count()).toBe(0);
    await page.getByText("Avböj", { exact: true }).first().click();
    await press("Avböj");
    await page.getByRole("alert").getByText("Skriv varför ni avböjer.").waitFor();
    await sound("transfer");
    await page.emulateMedia({ colorScheme: "dark" });
    await sound("transfer in the dark");
  });

  it("of one's own can be taken back, and say when they are done", async () => {
    api.office.transfer.outgoing = true;
    await go(`/overlamnanden/${transferId}`, "decision-maker");
    await page.getByText("Mottagaren har inte svarat ännu.").waitFor();
    await press("Ta tillbaka erbjudandet");
    await page.getByRole("dialog").getByRole("button", { name: "Ja, ta tillbaka" }).click();
    await page.getByText("Erbjudandet är återtaget.").waitFor();
    expect(api.office.transfer.state).toBe("withdrawn");
    Object.assign(api.office.transfer, { state: "accepted", gone: true });
    await page.reload();
    await page.getByText("Klart: akten är mottagen och avsändarens exemplar är gallrat.").waitFor();
    await sound("transfer done");
  });

  it("are prepared with facts that the rules need and a receiver, in English too", async () => {
    await go(`/arende/${record}`, "decision-maker");
    await page.getByRole("link", { name: "Lämna över akten" }).click();
    await heading("Lämna över akten");
    await page
      .getByText("Så länge reglerna inte skickar akten till en nämnd kan den inte erbjudas.")
      .waitFor();
    await page.getByLabel("Kommunens nummer").fill("19");
    await press("Spara uppgifterna");
    await page.getByText("Skriv fyra siffror, eller lämna fältet tomt.").first().waitFor();
    await page.getByLabel("Kommunens nummer").fill("1904");
    await press("Spara uppgifterna");
    await page.getByText("Uppgifterna är sparade.").waitFor();
    await press("Visa vad som lämnas över");
    await page.getByText("Välj vem som ska ta emot akten.").first().waitFor();
    await press("In English");
    await heading("Hand the file over");
    const stated = api.requests.findLast(({ url }) => url.endsWith("/retention-facts"));
    expect(JSON.parse(stated?.body ?? "")).toEqual({ municipality: "1904" });
    await sound("offer");
  });

  it("are not for a role that does not hand over", async () => {
    await go(`/arende/${record}`);
    await page.getByRole("region", { name: "Placering" }).waitFor();
    expect(await page.getByRole("link", { name: "Lämna över akten" }).count()).toBe(0);
  });
});

describe("the log review", () => {
  it("is drawn, judged entry by entry and signed; what is not in order takes sealed words", async () => {
    await go("/logg", "privacy-officer");
    await page.getByText("Granskning saknas för norra sedan 1 sep. 2026.").waitFor();
    await press("Räkna först");
    await page.getByText("2 av 120 åtkomster skulle granskas, varav 1 valda av regler.").waitFor();
    await sound("reviews");
    await press("Starta en ny granskning");
    await heading(/^Granskning 20 okt/u);
    const first = page.getByRole("listitem").filter({ hasText: "Post 17" });
    await first.getByText("utanför arbetstid").waitFor();
    await first.getByLabel("Ska förklaras").check();
    await first.getByRole("button", { name: "Spara bedömningen" }).click();
    await first.getByRole("alert").getByText("Skriv vad som ska förklaras").waitFor();
    await first.getByLabel("Vad ska förklaras, eller varför är det anmält?").fill("Kanariefågel i loggen");
    await sound("review");
    await first.getByRole("button", { name: "Spara bedömningen" }).click();
    await page.getByText("Bedömningen är sparad.").waitFor();
    const second = page.getByRole("listitem").filter({ hasText: "Post 23" });
    await page.waitForFunction(() => document.activeElement?.id === "entry-23");
    await second.getByRole("link", { name: "PROV-2026-0001" }).waitFor();
    await second.getByText("kuvertet (nycklar, inga svar), handläggning").waitFor();
    await second.getByRole("button", { name: "Spara bedömningen" }).click();
    await second.getByRole("alert").getByText("Välj en bedömning.").waitFor();
    await second.getByLabel("I sin ordning").check();
    await second.getByRole("button", { name: "Spara bedömningen" }).click();
    await press("Skriv under granskningen");
    await page.getByText("Granskningen är underskriven.").waitFor();
    expect([...api.office.verdicts]).toEqual([
      [17, "to-be-explained"],
      [23, "in-order"],
    ]);
    expect(api.requests.map(({ body }) => body).join()).not.toContain("Kanariefågel");
    await sound("review signed");
  });
});

describe("the record of processing", () => {
  it("is readable, printable and says what is missing", async () => {
    await go("/register", "privacy-officer");
    await page.getByRole("heading", { name: "Intresseanmälan" }).waitFor();
    await page.getByText("Intresseanmälan: Tiden för gallring saknas.").waitFor();
    await page.getByText("Rättslig grund").waitFor();
    await sound("register");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Skriv ut" }).isVisible()).toBe(false);
    expect(await page.getByText("Rättslig förpliktelse").isVisible()).toBe(true);
  });

  it("speaks English too", async () => {
    await go("/register", "privacy-officer");
    await press("In English");
    await heading("Record of processing");
    await page.getByText("Legal basis").waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "Log review" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });
});

describe("the menu", () => {
  it.each([
    ["caseworker", ["Inkorg", "Gallring", "Begäranden", "Gallringslistor", "Spärrar"]],
    ["secrecy-reviewer", ["Inkorg", "Begäranden"]],
    [
      "decision-maker",
      [
        "Inkorg",
        "Gallring",
        "Begäranden",
        "Gallringslistor",
        "Spärrar",
        "Överlämnanden",
        "Registerförteckning",
        "Loggranskning",
      ],
    ],
  ])("of a %s holds what the role has use for", async (role, wanted) => {
    await go("/", role);
    const links = page.getByRole("navigation").getByRole("link");
    await links.first().waitFor();
    expect(await links.allInnerTexts()).toEqual(wanted);
  });
});
