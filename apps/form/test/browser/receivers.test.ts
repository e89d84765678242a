/** Who gets what: each receiver the kinds of assignment it takes, and nothing before its notice has been shown. */
import { decapsulatorFromSeed, open, verify } from "@tillit/crypto-envelope";
import { checkPage } from "@tillit/web-kit/testing";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld } from "./fake-api.ts";
import { answerTheRest, begin, chooseReceivers, newPage, onward, setStage, type Stage } from "./form-page.ts";

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

const kommun = "Skinnskattebergs kommun";
const kasam = "Kasam familjehemsvård";
const notices = "Så behandlas dina uppgifter";
/** What a contact family is asked beside a contact person, and must answer. */
const askedOfFamilies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: { "whose-behalf": "alone" },
  household: { adults: "1", "family-agrees": "alone" },
  home: { dwelling: "flat", "own-room": "now" },
  time: { weekends: "one" },
  cooperation: { "birth-family": "important" },
};
const heading = (name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** What a receiver can read of the application it was sent. */
async function readBy(controller: string): Promise<{ readonly facts: unknown; readonly answers: object }> {
  const holder = await decapsulatorFromSeed("x25519", stage.world.seeds.get(controller) ?? new Uint8Array());
  for (const { manifest, keyring, facts, blobs } of stage.world.applications.values()) {
    const verified = verify(manifest, { purpose: "foster-care-application", schemas: ["fam-intresse/1"] });
    if (!verified.manifest.context.controllers.includes(controller)) continue;
    const opened = await open(verified, keyring, holder);
    const answers: object[] = [];
    for (const [id, bytes] of blobs) {
      const text = new TextDecoder().decode(await opened.read(id, new Uint8Array(bytes)));
      answers.push((JSON.parse(text) as { answers: object }).answers);
    }
    return { facts, answers: Object.assign({}, ...answers) as object };
  }
  throw new Error("Nothing was sent there.");
}

describe("a form that is set up wrongly", () => {
  it.each<[string, object]>([
    ["DEPLOYMENT_PINS", { pins: { "ifo-namnd": { roots: [], threshold: 0 } }, logKeys: {} }],
    ["DEPLOYMENT_LOG_KEYS", { pins: {}, logKeys: { "~keys": [] } }],
  ])("says so with %s in both languages, and goes on to nothing", async (code, json) => {
    await page.route("**/tillit-config.json", (route) => route.fulfill({ json }));
    await begin(page, stage);
    const said = page.getByRole("alert").filter({ hasText: code });
    await said.getByText("Sidan är felaktigt inställd").waitFor();
    await chooseReceivers(page, [kommun]);
    await onward(page, notices);
    await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await page.waitForFunction(() => document.title.startsWith("Fel"));
    await heading(notices);
    await page.getByRole("button", { name: "In English" }).click();
    await said.getByText("This site is set up wrongly").waitFor();
    expect(stage.world.applications.size).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("the notice of each receiver", () => {
  const toReview = async (names: readonly string[]): Promise<void> => {
    await begin(page, stage);
    await chooseReceivers(page, names);
    await onward(page, notices);
    await page
      .getByText("Nyckelns ord")
      .nth(names.length - 1)
      .waitFor();
    await onward(page, "Om dig");
    await answerTheRest(page);
  };
  const noticeOf = (name: string) => page.getByRole("region", { name });

  it("is shown when the receiver is added from the review, and until then no way leads to sending", async () => {
    await toReview([kommun]);
    await page.getByRole("button", { name: "Ändra Uppdrag och mottagare" }).click();
    await page.getByLabel(kasam).check();
    await onward(page, notices);
    await noticeOf(kasam).getByText("(kasam-familjehemsvard/1)").first().waitFor();
    await noticeOf(kasam).getByText("Nyckelns ord").waitFor();
    expect(await noticeOf(kasam).getByText("Ny mottagare").count()).toBe(1);
    expect(await noticeOf(kommun).getByText("Ny mottagare").count()).toBe(0);
    expect(await page.getByRole("region").first().getAttribute("aria-label")).toBe(kasam);
    expect(await checkPage(page, "notices")).toEqual([]);
    // Back to the review by the browser's own buttons: its address is behind, its answers are whole.
    await page.evaluate(() => history.go(-2));
    await page.waitForFunction(() => location.search === "?steg=notices");
    await heading(notices);
    await onward(page, "Granska dina svar");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Din anmälan är mottagen");
    expect((await readBy("kasam-familjehemsvard")).facts).toMatchObject({
      noticeVersion: "kasam-familjehemsvard/1",
    });
    expect((await readBy("skinnskatteberg-ifo")).facts).toMatchObject({
      noticeVersion: "skinnskatteberg-ifo/1",
    });
    expect(faults).toEqual([]);
  });

  it("is shown again when it has changed meanwhile: nothing is sent before, and what was read is what is said", async () => {
    await toReview([kommun, kasam]);
    stage.world.noticeVersions.set("skinnskatteberg-ifo", "skinnskatteberg-ifo/2");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading(notices);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await page.getByText("Skinnskattebergs kommun har ändrat sin information").waitFor();
    await noticeOf(kommun).getByText("(skinnskatteberg-ifo/2)").first().waitFor();
    expect(await noticeOf(kommun).getByText("Ändrad sedan du läste den").count()).toBe(1);
    expect(await noticeOf(kasam).getByText("Ändrad sedan").count()).toBe(0);
    expect(await checkPage(page, "notices")).toEqual([]);
    expect(stage.world.applications.size).toBe(0);
    await onward(page, "Granska dina svar");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Din anmälan är mottagen");
    expect((await readBy("skinnskatteberg-ifo")).facts).toMatchObject({
      noticeVersion: "skinnskatteberg-ifo/2",
    });
  });

  it("that the service does not know is told in words, and read anew the application goes", async () => {
    await toReview([kommun]);
    stage.world.rejects = "skinnskatteberg-ifo";
    stage.world.rejectCode = "NOTICE_UNKNOWN";
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Anmälan kunde inte skickas");
    await page.getByRole("alert").getByText("Skinnskattebergs kommun har ändrat sin information").waitFor();
    stage.world.rejects = undefined;
    stage.world.noticeVersions.set("skinnskatteberg-ifo", "skinnskatteberg-ifo/2");
    await page.getByRole("button", { name: "Tillbaka till granskningen" }).click();
    await heading(notices);
    await noticeOf(kommun).getByText("(skinnskatteberg-ifo/2)").first().waitFor();
    await onward(page, "Granska dina svar");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Din anmälan är mottagen");
    expect(stage.world.applications.size).toBe(1);
  });
});

describe("two kinds of assignment", () => {
  it("reach each receiver as it accepts them, with the answers to its questions only, and the review says so", async () => {
    stage.world.accepts.set("skinnskatteberg-ifo", ["contact-person"]);
    stage.world.accepts.set("kasam-familjehemsvard", ["contact-person", "contact-family"]);
    await begin(page, stage);
    await page.getByLabel("Kontaktfamilj:").check();
    await chooseReceivers(page, [kommun, kasam]);
    await page.getByText("Får bara anmälan om kontaktperson").waitFor();
    await onward(page, notices);
    await page.getByText("Nyckelns ord").nth(1).waitFor();
    await onward(page, "Om dig");
    await answerTheRest(page, undefined, async (where) => {
      for (const [name, value] of Object.entries(askedOfFamilies[where] ?? {})) {
        await page.locator(`input[name="${name}"][value="${value}"]`).check();
      }
    });
    const told = page.getByRole("region", { name: "Det här skickas" });
    expect(await told.innerText()).toMatch(
      /Skinnskattebergs kommun\s+Kontaktperson\s+Kasam familjehemsvård\s+Kontaktperson och kontaktfamilj/u,
    );
    expect(await checkPage(page, "review")).toEqual([]);
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Din anmälan är mottagen");
    const atKommun = await readBy("skinnskatteberg-ifo");
    const atKasam = await readBy("kasam-familjehemsvard");
    expect(atKommun.facts).toMatchObject({ assignments: ["contact-person"] });
    expect(atKommun.answers).toMatchObject({ assignment: ["contact-person"] });
    expect(atKommun.answers).not.toHaveProperty("own-room");
    expect(atKasam.facts).toMatchObject({ assignments: ["contact-person", "contact-family"] });
    expect(atKasam.answers).toMatchObject({
      assignment: ["contact-person", "contact-family"],
      "own-room": "now",
    });
    expect(faults).toEqual([]);
  });

  it("are not asked about in vain: a receiver that takes none, and a kind that nobody takes, are told at the choice", async () => {
    stage.world.accepts.set("skinnskatteberg-ifo", ["family-home"]);
    stage.world.accepts.set("kasam-familjehemsvard", ["contact-person"]);
    await begin(page, stage);
    await chooseReceivers(page, [kommun]);
    await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await page.getByRole("alert").getByText("Skinnskattebergs kommun: Tar inte emot de uppdrag").waitFor();
    await page.getByLabel("Familjehem:").check();
    await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await page.getByRole("alert").getByText("tar emot anmälan om kontaktperson").waitFor();
    expect(await checkPage(page, "assignment")).toEqual([]);
    await page.getByLabel(kasam).check();
    await onward(page, notices);
  });

  it("that a receiver stopped taking meanwhile are told by name, and can be chosen anew without filling in again", async () => {
    await begin(page, stage);
    await chooseReceivers(page, [kommun]);
    await onward(page, notices);
    await page.getByText("Nyckelns ord").waitFor();
    await onward(page, "Om dig");
    await answerTheRest(page);
    stage.world.accepts.set("skinnskatteberg-ifo", ["family-home"]);
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Anmälan kunde inte skickas");
    await page.getByRole("alert").getByText("Skinnskattebergs kommun tar inte längre emot").waitFor();
    await page.getByRole("button", { name: "Tillbaka till granskningen" }).click();
    await heading("Granska dina svar");
    await page.getByRole("button", { name: "Försegla och skicka" }).click();
    await heading("Uppdrag och mottagare");
    await page.getByRole("alert").getByText("Skinnskattebergs kommun: Tar inte emot de uppdrag").waitFor();
    await page.getByLabel(kommun).uncheck();
    await page.getByLabel(kasam).check();
    expect(stage.world.applications.size).toBe(0);
  });
});
