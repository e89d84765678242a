/** The page about one's rights: a request with words that only the receiver opens, the answer, consents, who opened. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  decapsulatorFromSeed,
  fromBase64Url,
  memorySink,
  open as openEnvelope,
  Receipt,
  seal,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { buildApp, checkPage, serveApp, type ServedApp } from "@tillit/web-kit/testing";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBrowser, launchOptions } from "../../../../scripts/find-browser.ts";
import { fakeWorld, type FakeWorld } from "./fake-api.ts";

const wish = "Mitt telefonnummer är Kanariefågelns gamla";
let browser: Browser;
let app: ServedApp;
let world: FakeWorld;
let page: Page;
const faults: string[] = [];
const sent: string[] = [];

beforeAll(async () => {
  const path = findBrowser();
  if (path === undefined) throw new Error("No Chromium: node scripts/ensure-browser.ts says what to do.");
  const [folder, launched] = await Promise.all([
    buildApp(fileURLToPath(new URL("../..", import.meta.url))),
    chromium.launch(launchOptions(path)),
  ]);
  browser = launched;
  world = await fakeWorld();
  app = await serveApp(folder, (method, url, body, headers) => {
    sent.push(`${url} ${body.toString()}`);
    return world.api(method, url, body, headers);
  });
}, 60_000);

beforeEach(async () => {
  world = await fakeWorld();
  sent.length = 0;
  page = await browser.newPage({ locale: "sv-SE" });
  page.setDefaultTimeout(10_000);
  faults.length = 0;
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(app.origin);
});

afterEach(async () => {
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function openRights(): Promise<void> {
  await page.getByLabel("Kvittots nyckel").fill(world.receipt);
  await page.getByRole("button", { name: "Öppna" }).click();
  const panel = page.getByRole("region", { name: "Skinnskattebergs kommun" });
  await panel.getByRole("button", { name: "Dina rättigheter" }).click();
  await page
    .getByRole("heading", { name: "Dina rättigheter hos Skinnskattebergs kommun", level: 1 })
    .waitFor();
  await page.getByRole("heading", { name: "Gör en begäran" }).waitFor();
}

/** An answer as the desk seals it, to the keys that the page has signed. */
async function answer(): Promise<void> {
  const [record] = world.records;
  if (record === undefined || world.keys === undefined) throw new Error("nothing has been asked");
  const data = Buffer.from(
    JSON.stringify({
      items: [
        { title: "Kontaktuppgifter", text: "Namn: Anna Kanariefågel" },
        { title: "", provision: "OSL 26 kap. 5 §" },
      ],
    }),
  );
  const sha256 = createHash("sha256").update(data).digest("hex");
  const list = { files: [{ name: "data.json", type: "application/json", size: data.length, sha256 }] };
  const { app: id } = Receipt.parse(world.receipt);
  const to = verifyKeyDocument(world.keys, {
    roots: [record.verified.applicant],
    controller: id,
    now: new Date().toISOString(),
  });
  const { sink, blobs } = memorySink();
  const { manifest, keyring } = await seal({
    context: {
      app: id,
      controllers: [record.controller],
      purpose: "data-subject-export/r1",
      schema: "export/1",
      created: "2026-11-21T12:00:00Z",
    },
    receipt: Receipt.create(id),
    to: { g1: [to] },
    sections: [
      { id: "list", class: "export", data: Buffer.from(JSON.stringify(list)), pad: "4k" },
      { id: "file-0", class: "export", data },
    ],
    sink,
  });
  world.answer = { manifest, keyring, blobs };
  world.request = {
    status: "decided",
    outcome: "partly-granted",
    export: { keptAt: "2026-11-21T12:00:00Z", expires: "2026-12-21T12:00:00Z" },
  };
}

describe("one's rights", () => {
  it("are used with words that only the receiver can open, and a key for the answer", async () => {
    await openRights();
    await page.getByLabel("Rätta något som är fel").check();
    await page.getByLabel("Vad gäller det?").fill(wish);
    await page.getByRole("button", { name: "Skicka begäran" }).click();
    await page.getByText("Din begäran har kommit in.").waitFor();
    await page.getByText("Du har skrivit vad det gäller.").waitFor();
    expect(sent.join("\n")).not.toContain("Kanariefågel");
    const [record] = world.records;
    const [said] = world.sent;
    if (record === undefined || said === undefined) throw new Error("nothing was sent");
    const verified = verify(said.words.manifest, {
      controller: record.controller,
      purpose: "data-subject-request/r1",
      schemas: ["words/1"],
    });
    expect(verified.applicant).toEqual(record.verified.applicant);
    const opened = await openEnvelope(
      verified,
      said.words.keyring,
      await decapsulatorFromSeed("x25519", record.seed),
    );
    const text = await opened.read("words", fromBase64Url(said.words.blobs.words));
    expect(JSON.parse(new TextDecoder().decode(text))).toEqual({ text: wish });
    expect(await checkPage(page, "rights")).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("give an answer that is opened here, read and saved, and nothing of one that was changed", async () => {
    await openRights();
    await page.getByRole("button", { name: "Skicka begäran" }).click();
    await page.getByText("Din begäran har kommit in.").waitFor();
    await answer();
    await page.goBack();
    await page
      .getByRole("region", { name: "Skinnskattebergs kommun" })
      .getByRole("button", { name: "Dina rättigheter" })
      .click();
    await page.getByRole("button", { name: "Öppna svaret" }).click();
    await page.getByText("Namn: Anna Kanariefågel").waitFor();
    await page.getByText("Inte allt, enligt OSL 26 kap. 5 §.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spara data.json" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("Anna Kanariefågel");
    expect(await checkPage(page, "answer")).toEqual([]);

    world.answer?.blobs.get("file-0")?.fill(0, 50, 100);
    await page.goBack();
    await page
      .getByRole("region", { name: "Skinnskattebergs kommun" })
      .getByRole("button", { name: "Dina rättigheter" })
      .click();
    await page.getByRole("button", { name: "Öppna svaret" }).click();
    await page.getByText("Något gick fel").waitFor();
    expect(await page.getByText("Anna Kanariefågel").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("say that there are no consents, or let one be taken back with one press", async () => {
    await openRights();
    await page.getByText("Det finns inget att ta tillbaka.").waitFor();
    world.consent = { state: "unknown" };
    await page.reload();
    await openRights();
    await page.getByRole("button", { name: "Säg ja" }).click();
    await page.getByText("Du har sagt ja till nyhetsbrev.").waitFor();
    await page.getByRole("button", { name: "Ta tillbaka" }).click();
    await page.getByText("nyhetsbrev: Upphör genast.").waitFor();
    expect(world.consent.state).toBe("withdrawn");
    expect(await checkPage(page, "consents")).toEqual([]);
  });

  it("show who has opened, once for each reading, by role", async () => {
    await openRights();
    const list = page.getByRole("region", { name: "Vem har öppnat?" });
    await list.getByText("handläggare, för att handlägga anmälan").waitFor();
    expect(await list.getByRole("listitem").count()).toBe(1);
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByText("caseworker, to handle the application").waitFor();
    expect(faults).toEqual([]);
  });
});
