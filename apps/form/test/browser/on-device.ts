/** What is on the device: what a thief of the browser's database would see. */
import type { Page } from "playwright-core";

export interface OnDevice {
  readonly parts: readonly string[];
  /** Whether the key can be read out; undefined where there is none. */
  readonly extractable: boolean | undefined;
  /** Every byte and text of every part but the key, one after the other. */
  readonly text: string;
}

/** How many databases the form has on the device. */
export function databases(page: Page): Promise<number> {
  return page.evaluate(async () => (await indexedDB.databases()).length);
}

/** Runs in the page. */
async function readAll(): Promise<OnDevice> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error("IndexedDB")));
    });
  const texts: string[] = [];
  let extractable: boolean | undefined;
  async function look(value: unknown): Promise<void> {
    const latin = new TextDecoder("latin1");
    if (value instanceof CryptoKey) extractable = value.extractable;
    else if (value instanceof Blob) texts.push(latin.decode(await value.arrayBuffer()));
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) texts.push(latin.decode(value));
    else if (typeof value === "object" && value !== null)
      for (const each of Object.values(value)) await look(each);
    else texts.push(String(value));
  }
  const parts: string[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const keys = await done(database.transaction(store).objectStore(store).getAllKeys());
      parts.push(...keys.map(String));
      for (const value of await done(database.transaction(store).objectStore(store).getAll()))
        await look(value);
    }
    database.close();
  }
  return { parts, extractable, text: [...parts, ...texts].join("\n") };
}

/** Everything that is on the device. */
export function onDevice(page: Page): Promise<OnDevice> {
  return page.evaluate(readAll);
}
