/**
 * A case file changes hands, with nothing faked: a private provider decides, the years pass, the provider offers the file
 * to the board by the law that sends it, the board checks and accepts it, reads it, and packs it for an archive.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  Receipt,
  type Dsse,
  fromBase64Url,
  memorySink,
  seal,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerOf, assess, decide, logIn, openOnlyCase, unlock } from "./caseworker.ts";
import { tarEntries } from "./tar-entries.ts";
import { openWorld, type World } from "./world.ts";

const sender = "kasam-familjehemsvard";
const receiver = "skinnskatteberg-ifo";
const senderName = "Kasam familjehemsvård";
const receiverName = "Skinnskattebergs kommun, individ- och familjeomsorgen";
const name = "Åsa Kanariefågel-Ödåker";
const decisionWords = "Avböjs: familjen flyttar utomlands.";
const refusal = "Akten ska först kompletteras av er.";

let world: World;
/** Milliseconds that the API is ahead of everybody else. */
let later = 0;
const receipt: Receipt = Receipt.create(randomUUID());
let provider: Page;
let board: Page;

async function person(who: string, controller: string): Promise<Page> {
  const page = await (await world.person()).newPage();
  page.setDefaultTimeout(30_000);
  await logIn(page, world.demo, who);
  await unlock(page, world.demo, controller);
  return page;
}

async function pictured(page: Page, file: string): Promise<void> {
  const folder = process.env["TILLIT_PICTURES"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
}

/** As the form does, without its pages: the journey has those. */
async function submit(): Promise<void> {
  const { form } = world.demo.urls;
  const { pins } = (await (await fetch(`${form}/tillit-config.json`)).json()) as {
    pins: Record<string, { roots: string[] }>;
  };
  const { document } = (await (await fetch(`${form}/api/controllers/${sender}/keys`)).json()) as {
    document: Dsse;
  };
  const roots = (pins[sender]?.roots ?? []).map((root) => fromBase64Url(root));
  const now = new Date().toISOString();
  const { sink, blobs } = memorySink();
  const contact = { questionnaire: "fam-intresse/1", answers: { name, phone: "070-174 06 58" } };
  const { manifest, keyring } = await seal({
    context: {
      app: receipt.app,
      controllers: [sender],
      purpose: "foster-care-application",
      schema: "fam-intresse/1",
      created: `${now.slice(0, 19)}Z`,
    },
    receipt,
    to: { g1: [verifyKeyDocument(document, { roots, controller: sender, now })] },
    sections: [
      {
        id: "contact",
        class: "ordinary",
        data: new TextEncoder().encode(JSON.stringify(contact)),
        pad: "4k",
      },
    ],
    sink,
  });
  const notice = await fetch(`${form}/api/controllers/${sender}/notice`);
  const { version: noticeVersion } = (await notice.json()) as { version: string };
  const made = await fetch(`${form}/api/applications`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      manifest,
      keyring,
      facts: { assignments: ["family-home"], noticeVersion, lang: "sv" },
      blobs: { contact: Buffer.from(blobs.get("contact") ?? []).toString("base64url") },
    }),
  });
  expect(made.status).toBe(201);
}

beforeAll(async () => {
  world = await openWorld(() => new Date(Date.now() + later));
  await submit();
  const lead = await person("Nadja Petrov", sender);
  await openOnlyCase(lead);
  await lead.getByText("Kuvertet är kontrollerat").waitFor();
  await assess(lead, "Avböj", "Ingen plats just nu.");
  await decide(lead, "Avböjd", decisionWords);
  // Two years without an entry: what the law lets a provider's case file wait.
  later = 740 * 86_400_000;
  provider = await person("Nadja Petrov", sender);
  board = await person("Olle Hedin", receiver);
}, 240_000);
afterAll(async () => {
  await world?.close();
});

/** From the sender's case page to the offer's own page. */
async function offer(): Promise<void> {
  await provider.getByRole("link", { name: "Inkorg" }).click();
  await provider.getByRole("rowheader").getByRole("link").click();
  await provider.getByRole("link", { name: "Lämna över akten" }).click();
  await provider.getByRole("heading", { level: 1, name: "Lämna över akten" }).waitFor();
}

async function sealAndSend(): Promise<void> {
  await provider.getByLabel("Mottagare", { exact: true }).selectOption({ label: receiverName });
  await provider.getByRole("button", { name: "Visa vad som lämnas över" }).click();
  await provider.getByRole("heading", { name: "Mottagarens nycklar" }).waitFor();
  await pictured(provider, "transfer-offer");
  await provider.getByRole("button", { name: "Försegla och erbjud" }).click();
  await provider.getByRole("dialog").getByRole("button", { name: "Ja, försegla och erbjud" }).click();
  await provider.getByRole("heading", { level: 1, name: /^Överlämnande/u }).waitFor();
  await provider.getByText("Mottagaren har inte svarat ännu.").waitFor();
}

async function openOffer(): Promise<void> {
  await board.getByRole("navigation").getByRole("link", { name: "Överlämnanden" }).click();
  await board
    .getByRole("row", { name: /väntar på svar/u })
    .getByRole("link")
    .click();
  await board.getByRole("heading", { name: "Kontrollera det som erbjuds" }).waitFor();
}

describe("the sender", () => {
  test("is told what the rules lack, states it, and sees that the file goes to the board", async () => {
    await offer();
    await provider.getByText("Reglerna skickar inte akten till någon nämnd.").waitFor();
    await pictured(provider, "transfer-not-allowed");
    await provider.getByLabel("Akten är en personakt").check();
    await provider.getByLabel("Det finns ett avtal om att lämna över akten").check();
    await provider.getByLabel("Kommunens nummer").fill("1904");
    await provider.getByRole("button", { name: "Spara uppgifterna" }).click();
    await provider.getByText("Uppgifterna är sparade.").waitFor();
    await provider.getByText("Reglerna skickar akten till den beslutande nämnden.").waitFor();
    expect(await answerOf(provider, "Bestämmelse")).toContain("17 kap. 3 §");
  });

  test("seals it to the receiver's checked keys and offers it", async () => {
    await sealAndSend();
    await pictured(provider, "transfer-sent");
    expect(await answerOf(provider, "Till")).toBe(receiverName);
  });
});

describe("the receiver", () => {
  test("declines in words that the sender reads", async () => {
    await openOffer();
    await board.getByText("Avböj", { exact: true }).first().click();
    await board.getByLabel("Varför avböjer ni?").fill(refusal);
    await board.getByRole("button", { name: "Avböj", exact: true }).click();
    await board.getByText("Ni har avböjt. Akten är kvar hos avsändaren.").waitFor();
    await provider.reload();
    await unlock(provider, world.demo, sender);
    await provider.getByRole("button", { name: "Läs skälen" }).click();
    await provider.getByText(refusal).waitFor();
    expect(await answerOf(provider, "Läge")).toBe("avböjd");
    await pictured(provider, "transfer-declined");
  });

  test("checks the next offer against the sender's identity before accepting it", async () => {
    await offer();
    await sealAndSend();
    await openOffer();
    expect(await board.getByRole("button", { name: "Ta emot akten" }).count()).toBe(0);
    await board.getByRole("button", { name: "Kontrollera", exact: true }).click();
    await board.getByText("Allt stämmer. Du kan ta emot akten.").waitFor();
    expect(await board.locator(".held li").count()).toBe(4);
    await pictured(board, "transfer-checked");
    await board.getByRole("button", { name: "Ta emot akten" }).click();
    await board.getByRole("dialog").getByRole("button", { name: "Ja, ta emot" }).click();
    await board.getByText(/^Akten är mottagen som ärende/u).waitFor();
    await pictured(board, "transfer-accepted");
  });

  test("reads the file on the ordinary page of a case, opened as the sender's", async () => {
    await board.getByRole("link", { name: /^Öppna ärende/u }).click();
    await board.getByRole("button", { name: "Öppna och läs svaren" }).click();
    await board.getByText(`Akten kom från ${senderName}.`).waitFor();
    expect(await answerOf(board, "Namn")).toBe(name);
    await board.getByRole("button", { name: "Läs texten" }).last().click();
    await board.getByText(decisionWords).or(board.getByText("Ingen plats just nu.")).first().waitFor();
    await pictured(board, "transfer-case");
  });

  test("packs it for an archive, with what was opened in it", async () => {
    const [download] = await Promise.all([
      board.waitForEvent("download"),
      board.getByRole("button", { name: "Packa och spara paketet" }).click(),
    ]);
    const tar = await readFile(await download.path());
    await board.getByText(/^Paketet är sparat med \d+ filer\./u).waitFor();
    const text = tar.toString();
    for (const part of [
      "METS.xml",
      "metadata/preservation/premis.xml",
      "data/contact.json",
      name,
      decisionWords,
    ]) {
      expect(text).toContain(part);
    }
    expect(tar.length % 512).toBe(0);
    const files = tarEntries(tar);
    const [folder = ""] = [...files.keys()][0]?.split("/") ?? [];
    const listing = [...files]
      .filter(([path]) => path.endsWith("METS.xml"))
      .map(([, bytes]) => bytes.toString())
      .join("");
    const sums = [...listing.matchAll(/CHECKSUM="([0-9a-f]{64})"/gu)].map(([, sum = ""]) => sum);
    const packed = [...files].filter(([path]) => path !== `${folder}/METS.xml`);
    expect(sums.toSorted()).toEqual(
      packed.map(([, bytes]) => createHash("sha256").update(bytes).digest("hex")).toSorted(),
    );
    // Names that every archive takes: letters a–z, digits, hyphens, and the point before an ending.
    for (const path of files.keys())
      expect(path).toMatch(new RegExp(`^${folder}/[A-Za-z0-9/-]+\\.[a-z.]+$`, "u"));
    expect(listing).toContain(`OBJID="${folder}"`);
  });
});

/** A login does not outlive the days that pass. */
async function nextWeek(): Promise<void> {
  later += 8 * 86_400_000;
  provider = await person("Nadja Petrov", sender);
}

describe("the sender, afterwards", () => {
  test("sees that the file is taken over and waits for its own list", async () => {
    await provider.reload();
    await provider.getByText("Mottagaren har tagit över akten.").waitFor();
    expect(await provider.getByRole("link", { name: "Till gallringslistorna" }).count()).toBe(1);
    await pictured(provider, "transfer-taken");
  });

  test("disposes of its copy by two persons and a week, with the acceptance as receipt; then both see that it is done", async () => {
    const transfer = new URL(provider.url()).pathname;
    const caseworker = await (await world.person()).newPage();
    await logIn(caseworker, world.demo, "Sofia Karlberg");
    await caseworker.getByRole("link", { name: "Gallringslistor" }).click();
    await caseworker.getByRole("button", { name: /^Sätt upp en lista/u }).click();
    await caseworker.getByRole("heading", { level: 1, name: /^Gallringslista/u }).waitFor();
    const list = new URL(caseworker.url()).pathname;
    await provider.goto(`${world.demo.urls.desk}${list}`);
    await provider.getByRole("button", { name: "Godkänn listan" }).click();
    await provider.getByText("Listan är godkänd.").waitFor();
    await nextWeek();
    await provider.goto(`${world.demo.urls.desk}${list}`);
    await provider.getByRole("button", { name: "Verkställ gallringen" }).click();
    await provider.getByRole("button", { name: "Ja, verkställ" }).click();
    await provider.getByText("Listan är verkställd.").waitFor();
    await provider.goto(`${world.demo.urls.desk}${transfer}`);
    await provider.getByText("Klart: akten är mottagen och avsändarens exemplar är gallrat.").waitFor();
    await pictured(provider, "transfer-done");
    expect(await provider.getByRole("link", { name: /^Öppna ärende/u }).count()).toBe(0);
  });
});

describe("the applicant", () => {
  test("finds the record with its receiver, and reads it with the receipt", async () => {
    const page = await (await world.person()).newPage();
    await page.goto(world.demo.urls.myPages);
    await page.getByRole("textbox", { name: "Kvittots nyckel" }).fill(receipt.toString());
    await page.getByRole("button", { name: "Öppna", exact: true }).click();
    await page.getByRole("button", { name: `Läs mina svar hos ${receiverName}` }).click();
    await page.getByText(name).first().waitFor();
    expect(await answerOf(page, "Namn")).toBe(name);
    await pictured(page, "transfer-my-pages");
  });
});
