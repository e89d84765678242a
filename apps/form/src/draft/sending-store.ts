/**
 * From "Send" until the person says that the receipt is saved, draft or not: what is to be sealed, then what is to be
 * sent, then the receipt. Each step is written before the next begins.
 */
import { questionnaire } from "@tillit/application-case";
import type { SendInput, Sent } from "../sending/outbox.ts";
import { change, keyOf, partNames, withDatabase, withPresentDatabase } from "./draft-database.ts";
import { openFiles, openValue, sealFiles, sealValue } from "./sealed-parts.ts";

interface KeptInput extends Omit<SendInput, "files"> {
  readonly questionnaire: string;
  readonly saved: number;
}

/** An application that was on its way when the page went. */
export interface Interrupted {
  /** When it was to be sent: milliseconds since 1970. */
  readonly saved: number;
  /** Which questions were answered. */
  readonly questionnaire: string;
  readonly input: SendInput;
}

/** Keeps what is to be sealed and sent. */
export function saveSending({ files, ...input }: SendInput, now: number): Promise<void> {
  const kept: KeptInput = { ...input, questionnaire: questionnaire.id, saved: now };
  return withDatabase(async (database) => {
    const key = await keyOf(database);
    await change(database, {
      sending: await sealValue(key, "sending", kept),
      "sending-files": await sealFiles(key, "sending-files", files),
    });
  });
}

/** What {@link saveSending} kept. */
export async function loadSending(database: IDBDatabase, key: CryptoKey): Promise<Interrupted | undefined> {
  const kept = await openValue<KeptInput>(database, key, "sending");
  if (kept === undefined) return undefined;
  const { questionnaire: of, saved, ...input } = kept;
  const files = await openFiles(database, key, "sending-files");
  return { saved, questionnaire: of, input: { ...input, files } };
}

/** Whether an application is on its way already, or its receipt is not saved yet. */
export async function isTaken(): Promise<boolean> {
  const names = await withPresentDatabase(partNames);
  return names?.some((name) => name === "outbox" || name === "sent") ?? false;
}

/** Keeps the receipt, and nothing beside it. */
export function saveSent(sent: Sent): Promise<void> {
  return withDatabase(async (database) => {
    const sealed = await sealValue(await keyOf(database), "sent", sent);
    const others = (await partNames(database)).filter((name) => name !== "key");
    await change(database, { sent: sealed }, others);
  });
}

/** Forgets what was to be sent; a draft that the person asked for stays. */
export async function dropSending(): Promise<void> {
  await withPresentDatabase(
    async (database) => {
      const names = await partNames(database);
      const ofSending = names.filter((name) => /^(?:sending|outbox$|sent$|blob\/)/u.test(name));
      await change(database, {}, ofSending);
      return names.includes("answers");
    },
    (draftStays) => !draftStays,
  );
}
