/** A page that is killed after "Skicka": at every moment, with and without a draft, the receipt is reached, and once. */
import { Receipt, open, verify } from "@tillit/crypto-envelope";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeWorld } from "./fake-api.ts";
import { canary, setStage, watch, type Stage } from "./form-page.ts";
import { databases, onDevice } from "./on-device.ts";
import { heading, hold, kill, never, send, toReview } from "./on-its-way.ts";

let stage: Stage;
let context: BrowserContext;

beforeAll(async () => {
  stage = await setStage();
}, 60_000);

beforeEach(async () => {
  stage.world = await fakeWorld();
  context = await stage.browser.newContext({ locale: "sv-SE" });
  context.setDefaultTimeout(15_000);
});

afterEach(async () => {
  await context.close();
});

afterAll(async () => {
  await stage.close();
});

const kommun = "Skinnskattebergs kommun";
const received = "Din anmälan är mottagen";
const large = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(1_000_000, 7)]);
/** Lets the part `sent` be written, and then nothing more happen in the page. */
async function holdAfterKeeping(page: Page): Promise<() => Promise<void>> {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await page.exposeFunction("keptTheReceipt", () => reach());
  await page.evaluate(() => {
    const original = Reflect.get(IDBObjectStore.prototype, "put");
    IDBObjectStore.prototype.put = function put(value: unknown, key?: IDBValidKey) {
      const request = original.call(this, value, key);
      if (key === "sent") {
        const end = (event: Event): void => {
          event.stopImmediatePropagation();
          Reflect.apply(Reflect.get(globalThis, "keptTheReceipt") as () => void, undefined, []);
        };
        this.transaction.addEventListener("complete", end, { capture: true });
      }
      return request;
    };
  });
  return () => reached;
}

interface Moment {
  readonly when: string;
  readonly attachment?: Buffer;
  /** Prepares the page at the review; what it gives resolves when the moment is there. */
  readonly stop: (page: Page) => Promise<() => Promise<void>>;
  /** What the page says when it is opened again. */
  readonly told: RegExp;
}

const goesOn = /Sidan stängdes innan anmälan hade kommit fram\. Nu fortsätter sändningen/u;
const notSaved = /Anmälan är skickad, men du har inte bekräftat att kvittot är sparat/u;

const moments: readonly Moment[] = [
  {
    when: "while the answers are being sealed",
    attachment: large,
    stop: (page) => hold(page, /\/api\/controllers\/[a-z-]+\/keys$/u, never),
    told: goesOn,
  },
  {
    when: "before the first byte is sent",
    stop: (page) => hold(page, /\/api\/applications$/u, never),
    told: goesOn,
  },
  {
    when: "in the middle of sending",
    attachment: large,
    stop: (page) => hold(page, /\/blobs\/file-1$/u, never),
    told: goesOn,
  },
  {
    when: "after the server has stored it and before the answer came",
    stop: (page) => hold(page, /\/api\/applications$/u, (route) => route.fetch()),
    told: goesOn,
  },
  { when: "after the answer and before the receipt was shown", stop: holdAfterKeeping, told: notSaved },
  {
    when: "with the receipt on screen, not saved",
    stop: (page) => Promise.resolve(() => heading(page, received)),
    told: notSaved,
  },
];

const table = moments.flatMap((moment) =>
  [false, true].map((draft): [string, string, Moment, boolean] => [
    moment.when,
    draft ? "a draft" : "no draft",
    moment,
    draft,
  ]),
);

/** The one application that the server has, opened by the receipt on screen. */
async function readByReceipt(page: Page): Promise<string> {
  const text = (await page.getByRole("status", { name: "Nyckel som text" }).textContent()) ?? "";
  const holder = await Receipt.parse(text).decapsulator();
  expect(stage.world.applications.size).toBe(1);
  const [kept] = stage.world.applications.values();
  if (kept === undefined) throw new Error("Nothing was sent.");
  const verified = verify(kept.manifest, { purpose: "foster-care-application", schemas: ["fam-intresse/1"] });
  const opened = await open(verified, kept.keyring, holder);
  const contact = kept.blobs.get("contact") ?? Buffer.alloc(0);
  return Buffer.from(await opened.read("contact", new Uint8Array(contact))).toString();
}

describe("a page that is killed", () => {
  it.each(table)(
    "%s, with %s, is opened again: the receipt is there, and one application",
    async (_when, _how, moment, draft) => {
      const page = await context.newPage();
      await toReview(page, stage, draft, moment.attachment);
      const reached = await moment.stop(page);
      await send(page);
      await reached();
      const { extractable, text } = await onDevice(page);
      expect(extractable).toBe(false);
      for (const value of Object.values(canary)) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(Buffer.from(value).toString("latin1"));
      }
      await kill(context, page);

      const again = await context.newPage();
      const faults = watch(again);
      const told = again.getByRole("status").getByText(moment.told).waitFor();
      // What goes on by itself waits until it has been read what goes on.
      await again.route(/\/api\/applications$/u, async (route) => {
        await told;
        await route.continue();
      });
      await Promise.all([told, again.goto(stage.app.origin)]);
      await heading(again, received);
      await again.getByText(`Kvittonummer hos ${kommun}`).waitFor();
      await again.getByRole("status").getByText(notSaved).waitFor();
      expect(await readByReceipt(again)).toContain(canary.name);
      const attached = [...stage.world.applications.values()].map(({ blobs }) => blobs.has("file-1"));
      expect(attached).toEqual([moment.attachment !== undefined]);
      expect((await onDevice(again)).parts.toSorted()).toEqual(["key", "sent"]);
      await again.getByLabel("Jag har sparat kvittot").check();
      await expect.poll(() => databases(again)).toBe(0);
      await again.goto(stage.app.origin);
      await again.getByRole("button", { name: "Börja" }).waitFor();
      await again.getByLabel("Spara ett utkast").waitFor();
      expect(await databases(again)).toBe(0);
      expect(stage.world.applications.size).toBe(1);
      expect(faults).toEqual([]);
    },
  );
});
