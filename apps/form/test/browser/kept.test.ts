/** What is on the device from "Skicka" on: for one page at a time, told and removable, and not needed for sending. */
import { checkPage } from "@tillit/web-kit/testing";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld } from "./fake-api.ts";
import { canary, setStage, watch, type Stage } from "./form-page.ts";
import { databases } from "./on-device.ts";
import { heading, hold, kill, never, send, toReview } from "./on-its-way.ts";

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
});

afterEach(async () => {
  await context.close();
});

afterAll(async () => {
  await stage.close();
});

const kommun = "Skinnskattebergs kommun";
const received = "Din anmälan är mottagen";
const submit = /\/api\/applications$/u;

describe("another page of the form", () => {
  it("waits while one sends, shows the same receipt, and ends with it when that is saved", async () => {
    await toReview(page, stage, false);
    const reached = await hold(page, submit, never);
    await send(page);
    await reached();
    const other = await context.newPage();
    const posts: string[] = [];
    other.on("request", (request) => posts.push(request.method()));
    await other.goto(stage.app.origin);
    await other.getByRole("status").getByText("Anmälan skickas från en annan flik").waitFor();
    expect(await checkPage(other, "sent elsewhere")).toEqual([]);
    expect(posts).not.toContain("POST");
    await kill(context, page);
    await heading(other, received);
    expect(await checkPage(other, "receipt of a sending that went on")).toEqual([]);
    const third = await context.newPage();
    await third.goto(stage.app.origin);
    await heading(third, received);
    await other.bringToFront();
    await other.getByLabel("Jag har sparat kvittot").check();
    await heading(third, "Klart");
    expect(await databases(other)).toBe(0);
    expect(stage.world.applications.size).toBe(1);
  });

  it("does not send another application over one whose receipt is not saved", async () => {
    const other = await context.newPage();
    await toReview(other, stage, false);
    await page.bringToFront();
    await toReview(page, stage, false);
    await send(page);
    await heading(page, received);
    await other.bringToFront();
    await send(other);
    await other.getByRole("alert").getByText("kvittot är inte sparat").waitFor();
    expect(await checkPage(other, "taken")).toEqual([]);
    expect(stage.world.applications.size).toBe(1);
    await other.getByRole("button", { name: "Tillbaka till granskningen" }).click();
    await heading(other, "Granska dina svar");
    expect(await databases(page)).toBe(1);
    await page.bringToFront();
    await page.getByLabel("Jag har sparat kvittot").check();
    await expect.poll(() => databases(page)).toBe(0);
    await other.bringToFront();
    await send(other);
    await heading(other, received);
    expect(stage.world.applications.size).toBe(2);
  });
});

describe("what was to be sent", () => {
  it("is forgotten with the way back to the review: opened again, nothing is sent and nothing is there", async () => {
    await toReview(page, stage, false);
    stage.world.rejects = "skinnskatteberg-ifo";
    await send(page);
    await heading(page, "Anmälan kunde inte skickas");
    await page.getByRole("button", { name: "Tillbaka till granskningen" }).click();
    await heading(page, "Granska dina svar");
    await expect.poll(() => databases(page)).toBe(0);
    stage.world.rejects = undefined;
    await kill(context, page);
    const again = await context.newPage();
    await again.goto(stage.app.origin);
    await again.getByLabel("Spara ett utkast").waitFor();
    expect(stage.world.applications.size).toBe(0);
  });

  it("leads back to the review with the answers when a notice changed before it was sealed", async () => {
    await toReview(page, stage, false);
    const reached = await hold(page, /\/keys$/u, never);
    await send(page);
    await reached();
    await kill(context, page);
    stage.world.noticeVersions.set("skinnskatteberg-ifo", "skinnskatteberg-ifo/2");
    const again = await context.newPage();
    await again.goto(stage.app.origin);
    await heading(again, "Så behandlas dina uppgifter");
    await again.getByText(`${kommun} har ändrat sin information`).waitFor();
    await again.getByText("Nyckelns ord").waitFor();
    await again.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await heading(again, "Granska dina svar");
    await again.getByText(canary.motive).waitFor();
    await send(again);
    await heading(again, received);
    expect(stage.world.applications.size).toBe(1);
  });

  it("is sent on request only when it was left long ago", async () => {
    await toReview(page, stage, false);
    const reached = await hold(page, submit, never);
    await send(page);
    await reached();
    await kill(context, page);
    const open = async (): Promise<Page> => {
      const later = await context.newPage();
      await later.clock.setFixedTime(Date.now() + 15 * 86_400_000);
      await later.goto(`${stage.app.origin}/?lang=en`);
      return later;
    };
    const later = await open();
    await later.getByText("that has not arrived").waitFor();
    expect(stage.world.applications.size).toBe(0);
    await later.getByRole("button", { name: "Continue sending" }).click();
    await heading(later, "Your application has been received");
    expect(stage.world.applications.size).toBe(1);
    await later.getByLabel("I have saved the receipt").check();
    await expect.poll(() => databases(later)).toBe(0);
  });
});

describe("a browser that keeps nothing", () => {
  it.each([
    ["refuses to open a database", "open"],
    ["has no room for what is written", "put"],
  ])("and %s sends all the same, and says that the page must stay open", async (_what, breaks) => {
    await context.addInitScript((method) => {
      const refuse = (): never => {
        throw new DOMException("refused", "QuotaExceededError");
      };
      if (method === "open") IDBFactory.prototype.open = refuse;
      else IDBObjectStore.prototype.put = refuse;
    }, breaks);
    await toReview(page, stage, false);
    const reached = await hold(page, submit, (route) =>
      page
        .getByText("Stäng inte sidan innan du har sparat kvittot. Webbläsaren kan inte")
        .waitFor()
        .then(() => route.continue()),
    );
    await send(page);
    await reached();
    await heading(page, received);
    await page.getByText("Webbläsaren kan inte spara kvittot på den här enheten").waitFor();
    expect(await checkPage(page, "receipt that is not kept")).toEqual([]);
    await page.getByLabel("Jag har sparat kvittot").check();
    await page.getByRole("button", { name: "Avsluta" }).click();
    await heading(page, "Klart");
    expect(stage.world.applications.size).toBe(1);
    expect(faults).toEqual([]);
  });
});
