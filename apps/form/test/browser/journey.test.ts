import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  decapsulatorFromSeed,
  open,
  Receipt,
  verify,
  type Decapsulator,
  type Opened,
} from "@tillit/crypto-envelope";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld } from "./fake-api.ts";
import {
  answerTheRest,
  begin,
  canary,
  chooseReceivers,
  newPage,
  onward,
  setStage,
  type Stage,
} from "./form-page.ts";

let stage: Stage;
let page: Page;
let faults: string[];

beforeAll(async () => {
  stage = await setStage();
}, 60_000);

beforeEach(async () => {
  stage.world = await fakeWorld();
  ({ page, faults } = await newPage(stage));
});

afterEach(async () => {
  await page.close({ runBeforeUnload: false });
});

afterAll(async () => {
  await stage.close();
});

const attachment = Buffer.concat([
  Buffer.from("%PDF-1.7\nkanariebilagans innehåll\n"),
  Buffer.alloc(1_000_000, 7),
]);
const both = ["Skinnskattebergs kommun", "Kasam familjehemsvård"];
const notices = "Så behandlas dina uppgifter";

async function opened(record: string, holder: Decapsulator): Promise<Opened> {
  const kept = stage.world.applications.get(record);
  if (kept === undefined) throw new Error("No such record.");
  const verified = verify(kept.manifest, { purpose: "foster-care-application", schemas: ["fam-intresse/1"] });
  return open(verified, kept.keyring, holder);
}

async function section(record: string, holder: Decapsulator, id: string): Promise<string> {
  const blob = stage.world.applications.get(record)?.blobs.get(id);
  const content = await (await opened(record, holder)).read(id, new Uint8Array(blob ?? Buffer.alloc(0)));
  return Buffer.from(content).toString("latin1");
}

describe("the whole way", () => {
  it("seals for two receivers, sends, gives one receipt; no word of it leaves the browser in the clear", async () => {
    const bodies: string[] = [];
    page.on("request", (request) => {
      bodies.push(request.url(), request.postDataBuffer()?.toString("latin1") ?? "");
    });
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    await page.getByText("Nyckelns ord").nth(1).waitFor();
    await onward(page, "Om dig");
    await answerTheRest(page, attachment);
    for (const value of Object.values(canary)) expect(await page.getByText(value).count()).toBe(1);
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await page.getByRole("heading", { level: 1, name: "Din anmälan är mottagen" }).waitFor();

    const text = (await page.getByRole("status", { name: "Nyckel som text" }).textContent()) ?? "";
    const own = await Receipt.parse(text).decapsulator();
    const records = [...stage.world.applications.keys()];
    expect(records).toHaveLength(2);
    for (const record of records) {
      expect(await section(record, own, "contact")).toContain(Buffer.from(canary.name).toString("latin1"));
      expect(await section(record, own, "file-1")).toBe(attachment.toString("latin1"));
    }
    const seed = stage.world.seeds.get("skinnskatteberg-ifo") ?? new Uint8Array();
    const caseworker = await decapsulatorFromSeed("x25519", seed);
    expect(await section(records[0] ?? "", caseworker, "experience")).toContain("Gulsparven");
    await expect(opened(records[1] ?? "", caseworker)).rejects.toMatchObject({ code: "NO_KEY" });

    const sent = bodies.join("\n");
    for (const value of [...Object.values(canary), "kanariebilagans", text]) {
      for (const form of [value, Buffer.from(value).toString("latin1"), encodeURIComponent(value)]) {
        expect(sent).not.toContain(form);
      }
      expect(sent).not.toContain(Buffer.from(value).toString("base64").slice(0, -4));
    }
    expect(sent).toContain("contact-person");
    expect(faults).toEqual([]);

    // All script of the whole way, to X25519 keys: first page, questions, words, cryptography, receipt.
    const scripts = new Set(stage.app.requests.filter((request) => request.endsWith(".js")));
    const sizes = await Promise.all(
      [...scripts].map(
        async (request) => gzipSync(await readFile(join(stage.app.folder, request.slice(5)))).length,
      ),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(85_000);

    const stored = await page.evaluate(async () => ({
      cookies: document.cookie,
      local: Object.fromEntries(Object.entries(localStorage)) as Record<string, string>,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }));
    // How far a public log had come, the same for everybody.
    const { "tillit-key-log": seen = "", ...local } = stored.local;
    expect(JSON.parse(seen)).toEqual({
      size: 3,
      root: expect.stringMatching(/^[\w-]{43}$/u),
      key: expect.stringMatching(/^\S+$/u),
    });
    // The receipt is kept, encrypted, until the person says that it is saved: not a moment longer.
    expect({ ...stored, local }).toEqual({ cookies: "", local: {}, session: 0, databases: 1 });

    await page.emulateMedia({ media: "print" });
    const printed = await page.locator("body").innerText();
    expect(printed).toContain(text);
    expect(printed).toMatch(/Kvittonummer hos Kasam familjehemsvård\s+[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/);
    expect(printed).not.toMatch(/Spara kvittot som fil|Avsluta|Kanarie/);
    await page.emulateMedia({ media: null });

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spara kvittot som fil" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("tillit-kvitto.html");
    const file = await readFile(await download.path(), "utf8");
    expect(file).toContain(text);
    expect(file).not.toContain(canary.name);

    await page.getByRole("button", { name: "Avsluta" }).click();
    await page.getByRole("alert").getByText("Bekräfta att du har sparat kvittot").waitFor();
    await page.getByLabel("Jag har sparat kvittot").check();
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await page.getByRole("button", { name: "Avsluta" }).click();
    await page.getByRole("heading", { level: 1, name: "Klart" }).waitFor();
    expect(await page.content()).not.toContain(text);
  });

  it("refuses a swapped key, names the controller and sends nothing", async () => {
    stage.world.swapKeyOf = "kasam-familjehemsvard";
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    await page.getByText("Nyckeln för Kasam familjehemsvård är inte den som ska användas").first().waitFor();
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await page.getByRole("alert").getByText("Nyckeln för Kasam familjehemsvård").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(notices);
    expect(stage.world.applications.size).toBe(0);
    await page.getByRole("button", { name: "Tillbaka" }).click();
    await page.getByLabel("Kasam familjehemsvård").uncheck();
    await onward(page, notices);
    await onward(page, "Om dig");
  });

  it("says that keys were checked against the public log, and refuses one that is not in it or a log split in two", async () => {
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    await page.getByText("Nycklarna är kontrollerade mot mottagarens offentliga nyckellogg").nth(1).waitFor();

    stage.world.keyLog = stage.world.newKeyLog("shown to this person only");
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    const split = "den offentliga nyckelloggen är en annan än den du såg förra gången";
    await page.getByText(split).first().waitFor();
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await page.getByRole("alert").getByText(split).first().waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(notices);

    stage.world.keyLog = stage.world.newKeyLog("", "kasam-familjehemsvard");
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    await page
      .getByText("Nyckeln för Kasam familjehemsvård finns inte i den offentliga nyckelloggen")
      .waitFor();
    await page.getByText("den offentliga nyckelloggen är kortare än förra gången du var här").waitFor();
    expect(stage.world.applications.size).toBe(0);
  });

  it("refuses a key that was swapped late, sends to nobody; then goes on by itself through a bad connection", async () => {
    await begin(page, stage);
    await chooseReceivers(page, both);
    await onward(page, notices);
    await page.getByText("Nyckelns ord").nth(1).waitFor();
    await onward(page, "Om dig");
    await answerTheRest(page, attachment);
    stage.world.swapKeyOf = "kasam-familjehemsvard";
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await page.getByRole("heading", { level: 1, name: "Anmälan kunde inte skickas" }).waitFor();
    await page.getByRole("alert").getByText("Nyckeln för Kasam familjehemsvård").waitFor();
    expect(stage.world.applications.size).toBe(0);
    await page.getByRole("button", { name: "Tillbaka till granskningen" }).click();
    await page.getByRole("heading", { level: 1, name: "Granska" }).waitFor();

    // With the right key again: the server fails twice, then the connection breaks in the middle of the file.
    stage.world.swapKeyOf = undefined;
    stage.world.failures = 2;
    let cut = true;
    await page.route(/blobs\/file-1$/, async (route) => {
      if (!cut) return route.continue();
      cut = false;
      await page.context().setOffline(true);
      await route.abort("internetdisconnected");
    });
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await page.getByText("Du är utan uppkoppling").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("heading", { level: 1, name: "Din anmälan är mottagen" }).waitFor();
    const kept = [...stage.world.applications.values()];
    expect(kept.map(({ blobs }) => blobs.has("file-1"))).toEqual([true, true]);
  });
});

describe("ways out", () => {
  it.each([
    ["protected identity", "skyddade personuppgifter", "Vet inte", "Ring i stället, skicka inget här"],
    ["protected identity", "skyddade personuppgifter", "Ja", "Ring i stället, skicka inget här"],
  ])("%s (%s: %s) leads to whom to call, and nothing is sent", async (_what, group, label, heading) => {
    await begin(page, stage);
    await page.getByLabel("Skinnskattebergs kommun").check();
    await page.getByRole("group", { name: group }).getByLabel(label, { exact: true }).check();
    const before = stage.app.requests.length;
    await onward(page, heading);
    await page.getByRole("link", { name: "0222-450 00" }).waitFor();
    expect(stage.app.requests.slice(before)).toEqual([]);
    await page.getByRole("button", { name: "Ta bort allt" }).click();
    await page.getByRole("button", { name: "Börja" }).click();
    expect(await page.getByLabel("Skinnskattebergs kommun").isChecked()).toBe(false);
  });

  it("under 18 leads out", async () => {
    await begin(page, stage);
    await chooseReceivers(page, ["Skinnskattebergs kommun"]);
    await onward(page, notices);
    await page.getByText("Nyckelns ord").waitFor();
    await onward(page, "Om dig");
    await page.getByLabel("Under 18 år").check();
    await onward(page, "Du måste ha fyllt 18 år");
    expect(stage.world.applications.size).toBe(0);
  });
});

describe("faults, back and forward", () => {
  it("gathers faults above the form, moves focus there, and leads to the field", async () => {
    await begin(page, stage);
    await page.getByRole("button", { name: "Fortsätt" }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "alert");
    await page.waitForFunction(() => document.title === "Fel: Uppdrag och mottagare – Steg 1 av 15 – Tillit");
    await page.getByRole("alert").getByRole("link", { name: "Vilka uppdrag" }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute("value") === "family-home");
    expect(page.url()).toBe(`${stage.app.origin}/?steg=assignment`);
  });

  it("keeps answers over back and forward, and a far address does not skip questions", async () => {
    await begin(page, stage);
    await chooseReceivers(page, ["Skinnskattebergs kommun"]);
    await onward(page, notices);
    await page.goBack();
    expect(await page.getByLabel("Kontaktperson").isChecked()).toBe(true);
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: notices }).waitFor();
    await page.goto(`${stage.app.origin}/?steg=review`);
    await page.getByRole("heading", { level: 1, name: "Uppdrag och mottagare" }).waitFor();
  });
});
