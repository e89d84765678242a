/** The one database of the form on the device: parts by name, and the key that they are encrypted under. */
import { newDraftKey } from "./draft-cipher.ts";

const databaseName = "tillit-draft";
const store = "parts";

/** The result of an IndexedDB request. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(store));
  return done(request);
}

/** One part, or undefined. */
export async function get<T>(database: IDBDatabase, part: string): Promise<T | undefined> {
  return (await done(database.transaction(store).objectStore(store).get(part))) as T | undefined;
}

/** The names of all parts. */
export async function partNames(database: IDBDatabase): Promise<readonly string[]> {
  return (await done(database.transaction(store).objectStore(store).getAllKeys())).map(String);
}

/** Takes parts away and writes others: all of it, or nothing. */
export function change(
  database: IDBDatabase,
  written: Readonly<Record<string, unknown>>,
  removed: readonly string[] = [],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, "readwrite");
    const fail = (): void => reject(transaction.error ?? new Error("IndexedDB"));
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", fail);
    const parts = transaction.objectStore(store);
    for (const part of removed) parts.delete(part);
    for (const [part, value] of Object.entries(written)) parts.put(value, part);
  });
}

/** The key of this device, made if there is none. Two pages that make one at once end with the same. */
export async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const present = await get<CryptoKey>(database, "key");
  if (present !== undefined) return present;
  const made = await newDraftKey();
  const parts = database.transaction(store, "readwrite").objectStore(store);
  const first = (await done(parts.get("key"))) as CryptoKey | undefined;
  if (first !== undefined) return first;
  await done(parts.put(made, "key"));
  return made;
}

let last: Promise<unknown> = Promise.resolve();

/** One thing at a time, in the order it was asked for. */
function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

async function openFor<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

async function isPresent(): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some(({ name }) => name === databaseName);
}

async function remove(): Promise<void> {
  await done(indexedDB.deleteDatabase(databaseName));
}

/** Opens the database, creating it if need be, for the length of one use. */
export function withDatabase<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  return inOrder(() => openFor(use));
}

/**
 * As {@link withDatabase}; undefined where there is no database, and none is made. Where `isOver` says so of the
 * result, the database is removed before anything else is done.
 */
export function withPresentDatabase<T>(
  use: (database: IDBDatabase) => Promise<T>,
  isOver: (result: T) => boolean = () => false,
): Promise<T | undefined> {
  return inOrder(async () => {
    if (!(await isPresent())) return undefined;
    const result = await openFor(use);
    if (isOver(result)) await remove();
    return result;
  });
}

/** Removes the database with its key: what was kept under it cannot be read any more. */
export function removeDatabase(): Promise<void> {
  return inOrder(remove);
}
