/** The page about one's rights: a request with words that only the receiver opens, the answer, consents, who opened. */
import type { AnswerProof } from "@tillit/api-contract/client";
import type { LogSigner } from "@tillit/audit-chain";
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
import { buildApp, checkPage, serveApp, type ServedApp, sharedBrowser } from "@tillit/web-kit/testing";
import { type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attested, keyOf, signerOf, type Attested } from "./attested.ts";
import { fakeWorld, type FakeWorld } from "./fake-api.ts";

const wish = "Mitt telefonnummer är Kanariefågelns gamla";
let browser: Browser;
let app: ServedApp;
let world: FakeWorld;
let page: Page;
const faults: string[] = [];
const sent: string[] = [];

beforeAll(async () => {
  const [folder, launched] = await Promise.all([
    buildApp(fileURLToPath(new URL("../..", import.meta.url))),
    sharedBrowser(),
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

/** An answer as the desk seals it, to the keys that the page has signed; gives what its log would name it by. */
async function answer(): Promise<Attested> {
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
  const { controller } = record;
  const { digest } = verify(manifest, {
    controller,
    purpose: "data-subject-export/r1",
    schemas: ["export/1"],
  });
  return { controller, request: "r1", digest, list };
}

/** Asks, and goes back and to the page again when the answer is there. */
async function asked(): Promise<Attested> {
  await openRights();
  await page.getByRole("button", { name: "Skicka begäran" }).click();
  await page.getByText("Din begäran har kommit in.").waitFor();
  return answer();
}

async function openAnswer(): Promise<void> {
  await page.goBack();
  await page
    .getByRole("region", { name: "Skinnskattebergs kommun" })
    .getByRole("button", { name: "Dina rättigheter" })
    .click();
  await page.getByRole("button", { name: "Öppna svaret" }).click();
}

describe("one's rights", () => {
  it("are asked for with one key until the answer has come, and with another for what is asked next", async () => {
    await openRights();
    const lost = { url: "**/api/mine/requests", times: 1 };
    await page.route(
      lost.url,
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      lost,
    );
    const send = page.getByRole("button", { name: "Skicka begäran" });
    await send.click();
    await expect.poll(() => world.asked.length).toBe(1);
    await page.locator(".warn").first().waitFor();
    await send.click();
    await page.getByText("Din begäran har kommit in.").waitFor();
    const [first, second] = world.asked;
    expect(first).toMatch(/^[0-9a-f-]{36}$/u);
    expect(second).toBe(first);
    await send.click();
    await expect.poll(() => world.asked.length).toBe(3);
    expect(world.asked[2]).not.toBe(first);
  });

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
    await asked();
    await openAnswer();
    await page.getByText("Namn: Anna Kanariefågel").waitFor();
    await page.getByText("Inte allt, enligt OSL 26 kap. 5 §.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spara data.json" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("Anna Kanariefågel");
    expect(await checkPage(page, "answer")).toEqual([]);

    world.answer?.blobs.get("file-0")?.fill(0, 50, 100);
    await openAnswer();
    await page.getByText("Något gick fel").waitFor();
    expect(await page.getByText("Anna Kanariefågel").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("show who answered, checked here under a key known beforehand, with a proof to keep", async () => {
    const what = await asked();
    const signer = signerOf(what.controller);
    world.proof = attested(what, signer);
    world.logKeys = { [what.controller]: [keyOf(signerOf(what.controller)), keyOf(signer)] };
    await openAnswer();
    await page.getByText("Svaret kommer från Skinnskattebergs kommun.").waitFor();
    await page.getByText("sedan 21 november 2026").waitFor();
    expect(await checkPage(page, "who answered")).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spara beviset" }).click(),
    ]);
    const kept = await readFile(await download.path(), "utf8");
    expect(kept).not.toContain("Kanariefågel");
    expect(JSON.parse(kept)).toMatchObject({
      format: "tillit-answer-proof/1",
      manifest: world.answer?.manifest,
      list: what.list,
      proof: world.proof,
    });
    await page.getByRole("button", { name: "In English" }).click();
    await page.getByText("Your rights at").first().waitFor();
    expect(faults).toEqual([]);
  });

  it("show who answered also when the log has changed its key since this site was told one", async () => {
    const what = await asked();
    const [left, next] = [signerOf(what.controller), signerOf(what.controller)];
    world.proof = attested(what, next, left);
    world.logKeys = { [what.controller]: [keyOf(left)] };
    await openAnswer();
    await page.getByText("Svaret kommer från Skinnskattebergs kommun.").waitFor();
    expect(faults).toEqual([]);
  });

  const own = (of: Attested): LogSigner => signerOf(of.controller);
  const unseen = "Det går inte att se vem som har svarat.";
  const unknown = "Det går inte att kontrollera vem som har svarat.";
  const unfit = "Beviset stämmer inte med svaret.";
  const other = "kasam-familjehemsvard";

  it.each<[string, string, (of: Attested, signer: LogSigner) => AnswerProof | undefined, LogSigner?]>([
    ["there is no proof", unseen, () => undefined],
    ["the log is signed with a key that is not known", unknown, (of) => attested(of, own(of))],
    [
      "it is another answer's",
      unfit,
      (of, signer) => attested({ ...of, digest: new Uint8Array(32) }, signer),
    ],
    ["it is of other files", unfit, (of, signer) => attested({ ...of, list: { files: [] } }, signer)],
    [
      "the hand-over to the key that signed is missing",
      unknown,
      (of, signer) => ({ ...attested(of, own(of), signer), handovers: [] }),
    ],
    [
      "the log did not go on where it was handed over",
      unfit,
      (of, signer) => {
        const proof = attested(of, own(of), signer);
        return { ...proof, handovers: proof.handovers.map((one) => Object.assign(one, { consistency: [] })) };
      },
    ],
    ["it is another request's", unfit, (of, signer) => attested({ ...of, request: "r2" }, signer)],
    ["it is of another's log", unfit, (of, signer) => attested({ ...of, controller: other }, signer)],
    [
      "the entry was changed",
      unfit,
      (of, signer) => {
        const proof = attested(of, signer);
        return { ...proof, entry: proof.entry.replace("2026-11-21T12", "2026-11-20T12") };
      },
    ],
    ["a key of another log has signed", unfit, (of, signer) => attested(of, signer), signerOf(other)],
  ])("do not name who answered when %s", async (_, said, proof, signs) => {
    const what = await asked();
    const signer = signs ?? own(what);
    world.proof = proof(what, signer);
    world.logKeys = { [what.controller]: [keyOf(signer)] };
    await openAnswer();
    await page.getByText(said).waitFor();
    expect(await page.getByText("Svaret kommer från").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Spara beviset" }).count()).toBe(0);
    await page.getByText("Namn: Anna Kanariefågel").waitFor();
    expect(await checkPage(page, said)).toEqual([]);
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
