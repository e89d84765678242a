/** What is on the device: a draft, from when the person asks for it; an application on its way, from "Send". */
import { questionnaire, type Answers } from "@tillit/application-case";
import type { AttachedFile } from "../journey/form-state.ts";
import type { Outbox, Sent } from "../sending/outbox.ts";
import { change, get, keyOf, partNames, withDatabase, withPresentDatabase } from "./draft-database.ts";
import { isTooOld, usableAnswers, type DraftAnswers } from "./draft-record.ts";
import { loadOutbox } from "./outbox-store.ts";
import { openFiles, openValue, sealFiles, sealValue } from "./sealed-parts.ts";
import { loadSending, type Interrupted } from "./sending-store.ts";

export interface Draft extends Omit<DraftAnswers, "questionnaire"> {
  readonly files: readonly AttachedFile[];
  readonly dropped: boolean;
}

/** What was found on the device; what came later on the way is what holds. */
export interface Kept {
  readonly draft: Draft | undefined;
  readonly sending: Interrupted | undefined;
  readonly outbox: Outbox | undefined;
  readonly sent: Sent | undefined;
}

/** As written; a draft from before places were kept has none. */
type Written = Omit<DraftAnswers, "place" | "noticesRead"> &
  Partial<Pick<DraftAnswers, "place" | "noticesRead">>;

async function loadDraft(database: IDBDatabase, key: CryptoKey, now: number): Promise<Draft | undefined> {
  const draft = await openValue<Written>(database, key, "answers");
  if (draft === undefined || isTooOld(draft.saved, now)) return undefined;
  const { questionnaire: _, place = "start", noticesRead = {}, ...rest } = draft;
  const files = await openFiles(database, key, "files");
  return { ...rest, place, noticesRead, files, ...usableAnswers(draft) };
}

async function read(database: IDBDatabase, now: number): Promise<Kept | undefined> {
  const key = await get<CryptoKey>(database, "key");
  if (key === undefined) return undefined;
  try {
    const kept: Kept = {
      sent: await openValue<Sent>(database, key, "sent"),
      outbox: await loadOutbox(database, key),
      sending: await loadSending(database, key),
      draft: await loadDraft(database, key, now),
    };
    return Object.values(kept).every((part) => part === undefined) ? undefined : kept;
  } catch (error) {
    // What the key does not open is lost; any other fault may pass, and what is kept is left where it is.
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

/** What is on the device; what is of no use any more is removed. Nothing is made where nothing was. */
export async function loadKept(now: number): Promise<Kept | undefined> {
  const found = await withPresentDatabase(
    async (database) => {
      const kept = await read(database, now);
      // A key alone is that of a page which is about to write.
      return { kept, useless: kept === undefined && (await partNames(database)).length > 1 };
    },
    ({ useless }) => useless,
  );
  return found?.kept;
}

/** Keeps the answers of a draft, with the place and what was read. */
export function saveAnswers(
  state: Pick<DraftAnswers, "place" | "noticesRead"> & { readonly answers: Answers },
  now: number,
): Promise<void> {
  const { answers, place, noticesRead } = state;
  const draft: DraftAnswers = { questionnaire: questionnaire.id, saved: now, answers, place, noticesRead };
  return withDatabase(async (database) => {
    await change(database, { answers: await sealValue(await keyOf(database), "answers", draft) });
  });
}

/** Keeps the files of a draft. */
export function saveFiles(files: readonly AttachedFile[]): Promise<void> {
  return withDatabase(async (database) => {
    await change(database, { files: await sealFiles(await keyOf(database), "files", files) });
  });
}
