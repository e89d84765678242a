/** An applicant links an e-identification with the receipt and comes back by it; the number is nowhere. */
import { randomUUID } from "node:crypto";
import {
  type Dsse,
  fromBase64Url,
  memorySink,
  Receipt,
  seal,
  type VerifiedKeys,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweep } from "./canary.ts";
import { openWorld, type World } from "./world.ts";

const controller = "kasam-familjehemsvard";
/** Of the invented person who logs in: Skatteverket's own test number. */
const number = "198112289874";
let world: World;
let page: Page;
const receipt = Receipt.create(randomUUID());

beforeAll(async () => {
  world = await openWorld();
  await submit();
  page = await (await world.person()).newPage();
  page.setDefaultTimeout(30_000);
}, 120_000);
afterAll(() => world.close());

async function keysOf(): Promise<VerifiedKeys> {
  const { form } = world.demo.urls;
  const { pins } = (await (await fetch(`${form}/tillit-config.json`)).json()) as {
    pins: Record<string, { roots: string[] }>;
  };
  const answer = await fetch(`${form}/api/controllers/${controller}/keys`);
  const { document } = (await answer.json()) as { document: Dsse };
  const roots = (pins[controller]?.roots ?? []).map((root) => fromBase64Url(root));
  return verifyKeyDocument(document, { roots, controller, now: new Date().toISOString() });
}

/** As the form does, without its pages: the journey has those. */
async function submit(): Promise<void> {
  const { sink, blobs } = memorySink();
  const { manifest, keyring } = await seal({
    context: {
      app: receipt.app,
      controllers: [controller],
      purpose: "foster-care-application",
      schema: "fam-intresse/1",
      created: `${new Date().toISOString().slice(0, 19)}Z`,
    },
    receipt,
    to: { g1: [await keysOf()] },
    sections: [{ id: "contact", class: "ordinary", data: new TextEncoder().encode("{}"), pad: "4k" }],
    sink,
  });
  const { form } = world.demo.urls;
  const notice = await fetch(`${form}/api/controllers/${controller}/notice`);
  const { version: noticeVersion } = (await notice.json()) as { version: string };
  const facts = { assignments: ["family-home"], noticeVersion, lang: "sv" };
  const answer = await fetch(`${form}/api/applications`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ manifest, keyring, facts }),
  });
  const { id } = (await answer.json()) as { id: string };
  for (const [section, bytes] of blobs) {
    await fetch(`${form}/api/applications/${id}/blobs/${section}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes.slice(),
    });
  }
}

test("links it with the receipt, and comes back to the same case by it alone", async () => {
  await page.goto(`${world.demo.urls.myPages}/`);
  await page.getByLabel("Kvittots nyckel").fill(receipt.toString());
  await page.getByRole("button", { name: "Öppna" }).click();
  await page.getByRole("button", { name: "Koppla min e-legitimation" }).click();
  await page.getByRole("button", { name: "Anna Testgren" }).click();
  await page.getByText("Din e-legitimation är kopplad.").waitFor();

  await page.getByRole("link", { name: "Logga in med e-legitimation" }).click();
  await page.getByRole("button", { name: "Anna Testgren" }).click();
  await page.getByRole("heading", { level: 1, name: "Dina anmälningar" }).waitFor();
  await page.getByText("Mottagen, inte öppnad än").waitFor();
  expect(await page.getByRole("button", { name: "Läs mina svar" }).count()).toBe(0);
  expect(new URL(page.url()).hash).toBe("");
}, 120_000);

test("is nobody else: another person finds nothing linked", async () => {
  const other = await (await world.person()).newPage();
  await other.goto(`${world.demo.urls.myPages}/`);
  await other.getByRole("link", { name: "Logga in med e-legitimation" }).click();
  await other.getByRole("button", { name: "Bo Provberg" }).click();
  await other.getByText("Din e-legitimation är inte kopplad till någon anmälan.").waitFor();
  expect(await other.getByRole("heading", { name: "Dina anmälningar" }).count()).toBe(0);
}, 120_000);

test("leaves the number in no file of the service and in no request to it", async () => {
  const places = await world.files();
  world.proxy.requests.forEach(({ method, bytes }, index) =>
    places.set(`request ${index}: ${method}`, bytes),
  );
  expect(places.size).toBeGreaterThan(10);
  expect(sweep(places, [number, `${number.slice(0, 8)}-${number.slice(8)}`, number.slice(2)])).toEqual([]);
});
