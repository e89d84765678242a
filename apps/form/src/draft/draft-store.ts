/** The draft on the device, in IndexedDB. Nothing is created there before the person has asked for it. */
import { questionnaire, type Answers } from "@tillit/application-case";
import type { AttachedFile } from "../journey/form-state.ts";
import { decrypt, encrypt, newDraftKey, type Sealed } from "./draft-cipher.ts";
import { isTooOld, usableAnswers, type DraftAnswers } from "./draft-record.ts";
import { loadOutbox, saveOutbox } from "./outbox-store.ts";
import { databaseName, done, get, put, withDatabase } from "./draft-database.ts";
import type { Outbox } from "../sending/outbox.ts";

export interface Draft {
  readonly saved: number;
  readonly answers: Answers;
  readonly files: readonly AttachedFile[];
  readonly dropped: boolean;
  /** An application that was sealed and perhaps sent in part. */
  readonly outbox: Outbox | undefined;
}

export interface DraftStore {
  /** The draft there is, unless it is too old (then it is removed). */
  load(now: number): Promise<Draft | undefined>;
  saveAnswers(answers: Answers, now: number): Promise<void>;
  saveFiles(files: readonly AttachedFile[]): Promise<void>;
  /** Keeps a sealed application until it has been sent; its secret is encrypted as the answers are. */
  saveOutbox(outbox: Outbox): Promise<void>;
  /** Removes the draft, its key and the database. */
  remove(): Promise<void>;
}

interface SealedFile {
  readonly meta: Sealed;
  readonly bytes: Sealed;
}

async function exists(): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some((database) => database.name === databaseName);
}

async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const present = await get<CryptoKey>(database, "key");
  if (present !== undefined) return present;
  const key = await newDraftKey();
  await put(database, "key", key);
  return key;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();

async function openFile(key: CryptoKey, file: SealedFile, index: number): Promise<AttachedFile> {
  const meta = JSON.parse(text.decode(await decrypt(key, `meta-${index}`, file.meta))) as {
    name: string;
    type: string;
  };
  const bytes = await decrypt(key, `file-${index}`, file.bytes);
  return { ...meta, blob: new Blob([bytes], { type: meta.type }) };
}

/** The draft, or undefined if there is none that can be used: it is not there, too old, or does not decrypt. */
async function read(database: IDBDatabase, now: number): Promise<Draft | undefined> {
  const [key, sealed] = [await get<CryptoKey>(database, "key"), await get<Sealed>(database, "answers")];
  if (key === undefined || sealed === undefined) return undefined;
  try {
    const draft = JSON.parse(text.decode(await decrypt(key, "answers", sealed))) as DraftAnswers;
    if (isTooOld(draft.saved, now)) return undefined;
    const files: AttachedFile[] = [];
    for (const [index, file] of ((await get<SealedFile[]>(database, "files")) ?? []).entries()) {
      files.push(await openFile(key, file, index));
    }
    const outbox = await loadOutbox(database, key);
    return { saved: draft.saved, files, outbox, ...usableAnswers(draft) };
  } catch (error) {
    // What the key does not open is lost; any other fault may pass, and the draft is left where it is.
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

/** The draft store of this browser. */
export const browserDrafts: DraftStore = {
  async load(now) {
    if (!(await exists())) return undefined;
    const found = await withDatabase((database) => read(database, now));
    if (found === undefined) await browserDrafts.remove();
    return found;
  },

  saveAnswers(answers, now) {
    const draft: DraftAnswers = { questionnaire: questionnaire.id, saved: now, answers };
    return withDatabase(async (database) => {
      const key = await keyOf(database);
      await put(database, "answers", await encrypt(key, "answers", utf8.encode(JSON.stringify(draft))));
    });
  },

  saveFiles(files) {
    return withDatabase(async (database) => {
      const key = await keyOf(database);
      const sealed: SealedFile[] = [];
      for (const [index, { name: fileName, type, blob }] of files.entries()) {
        const meta = await encrypt(
          key,
          `meta-${index}`,
          utf8.encode(JSON.stringify({ name: fileName, type })),
        );
        sealed.push({ meta, bytes: await encrypt(key, `file-${index}`, await blob.arrayBuffer()) });
      }
      await put(database, "files", sealed);
    });
  },

  saveOutbox(outbox) {
    return withDatabase(async (database) => saveOutbox(database, await keyOf(database), outbox));
  },

  async remove() {
    await done(indexedDB.deleteDatabase(databaseName));
  },
};
