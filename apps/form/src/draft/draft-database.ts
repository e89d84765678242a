/** The one database of the form: parts by name. */
export const databaseName = "tillit-draft";
const store = "parts";

/** The result of an IndexedDB request. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
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

/** Writes one part. */
export async function put(database: IDBDatabase, part: string, value: unknown): Promise<void> {
  await done(database.transaction(store, "readwrite").objectStore(store).put(value, part));
}

/** Opens the database, creating it if need be, for the length of one use. */
export async function withDatabase<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
