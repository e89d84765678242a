/** What a dishonest operator could try on the way between the parts, each refused in words a person understands. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerEverything, chooseReceivers, type Typed } from "./applicant.ts";
import { logIn, openOnlyCase, unlock } from "./caseworker.ts";
import { samplePdf } from "./sample-pdf.ts";
import { openWorld, type World } from "./world.ts";

const skinnskatteberg = "Skinnskattebergs kommun, individ- och familjeomsorgen";
const kasam = "Kasam familjehemsvård";
const typed: Typed = {
  name: "Bo Ek",
  phone: "070-174 06 05",
  email: "bo.ek@example.se",
  municipality: "Uppsala",
  identityNumber: "19121212-1212",
  motive: "Plats finns.",
  file: { name: "intyg.pdf", mimeType: "application/pdf", buffer: samplePdf(200_000, "short") },
};

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterEach(() => {
  world.proxy.alter = () => undefined;
});

afterAll(async () => {
  await world?.close();
});

async function keysOf(controller: string): Promise<Buffer> {
  const answer = await fetch(`${world.demo.urls.form}/api/controllers/${controller}/keys`);
  return Buffer.from(await answer.arrayBuffer());
}

describe("on the way from the applicant", () => {
  test("a swapped public key is refused, the controller named, and nothing is sent", async () => {
    const strangers = await keysOf("socialt-skyddsnat");
    world.proxy.alter = (url) => (url.endsWith("/kasam-familjehemsvard/keys") ? strangers : undefined);
    const page = await (await world.person()).newPage();
    const before = world.proxy.requests.length;
    await chooseReceivers(page, world.demo.urls.form, [skinnskatteberg, kasam]);
    await page.getByText("Nyckeln för Kasam familjehemsvård är inte den som ska användas").first().waitFor();
    await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await page.getByRole("alert").getByText("Nyckeln för Kasam familjehemsvård").waitFor();
    // The browser has errands of its own, such as updates; what matters is what reached the service.
    const reached = world.proxy.requests
      .slice(before)
      .filter(({ url }) => new URL(url).hostname === "localhost");
    expect(reached.length).toBeGreaterThan(0);
    expect(reached.filter(({ method }) => method !== "GET").map(({ url }) => url)).toEqual([]);
  });
});

describe("on the way to the caseworker", () => {
  let page: Page;
  const envelopes = new Map<string, Buffer>();

  beforeAll(async () => {
    const form = await (await world.person()).newPage();
    await chooseReceivers(form, world.demo.urls.form, [skinnskatteberg, kasam]);
    await answerEverything(form, typed, [skinnskatteberg, kasam]);
    await form
      .getByRole("group", { name: /När får vi ringa/ })
      .getByRole("checkbox")
      .first()
      .check();
    await form.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await form.getByRole("button", { name: "Försegla och skicka" }).click();
    await form.getByRole("heading", { level: 1, name: "Din anmälan är mottagen" }).waitFor();
    // Kasam's envelope, as its own caseworker receives it.
    world.proxy.alter = (url, body) => {
      if (url.endsWith("/envelope")) envelopes.set("kasam", body);
      return undefined;
    };
    const theirs = await (await world.person()).newPage();
    await logIn(theirs, world.demo, "Sofia Karlberg");
    await unlock(theirs, world.demo, "kasam-familjehemsvard");
    await openOnlyCase(theirs);
    await theirs.getByText("Kuvertet är kontrollerat").waitFor();
    page = await (await world.person()).newPage();
    await logIn(page, world.demo, "Maja Forsling");
    await unlock(page, world.demo, "skinnskatteberg-ifo");
  });

  test("another controller's envelope in place of the right one is refused", async () => {
    const swapped = envelopes.get("kasam");
    expect(swapped).toBeDefined();
    world.proxy.alter = (url) => (url.endsWith("/envelope") ? swapped : undefined);
    await openOnlyCase(page);
    await page
      .getByText(/hör inte till/)
      .first()
      .waitFor();
    expect(await page.locator("main").innerText()).not.toContain(typed.name);
  });

  test("a truncated attachment is refused, and nothing is saved", async () => {
    world.proxy.alter = (url, body) => (url.endsWith("/blobs/file-1") ? body.subarray(0, -16) : undefined);
    await page.reload();
    await unlock(page, world.demo, "skinnskatteberg-ifo");
    await page.getByRole("button", { name: "Öppna och läs svaren" }).click();
    await page.getByText("Kuvertet är kontrollerat").waitFor();
    let saved = 0;
    page.on("download", () => {
      saved += 1;
    });
    await page.getByRole("button", { name: `Hämta ${typed.file.name}` }).click();
    await page
      .getByText(/avkortad|inte hel|kortare/i)
      .first()
      .waitFor();
    expect(saved).toBe(0);
  });
});
