/** Sealed applications of 20 000 bytes as they come over the wire, no two alike. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Dsse, Keyring } from "@tillit/crypto-envelope";
import { publicAuthority, type Harness } from "../test/setup/harness.ts";

export const bytes = 20_000;
export type Facts = Readonly<Record<"assignments" | "noticeVersion" | "lang", string | string[]>>;

/** What goes in the clear, with the notice as it is read now. */
export async function factsNow(h: Harness): Promise<Facts> {
  return { assignments: ["family-home"], noticeVersion: await h.noticeVersion(), lang: "sv" };
}

export interface Arriving {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly facts: Facts;
  readonly contact: Uint8Array;
  /** The body of the one request. */
  readonly text: string;
}

/** To whom the thread seals. */
export interface Order {
  readonly controller: string;
  readonly document: unknown;
  readonly root: Uint8Array;
  readonly facts: Facts;
}

/** What the thread hands over. */
export interface Texts {
  readonly contact: Uint8Array;
  readonly head: string;
  readonly text: string;
}

const threads = new WeakMap<Harness, Worker>();

async function threadOf(h: Harness): Promise<Worker> {
  const known = threads.get(h);
  if (known !== undefined) return known;
  const keys = h.keys[publicAuthority];
  if (keys === undefined) throw new Error("no keys");
  const order: Order = {
    controller: publicAuthority,
    document: keys.document,
    root: keys.root.publicKey,
    facts: await factsNow(h),
  };
  const thread = new Worker(new URL("sealing-thread.ts", import.meta.url), { workerData: order });
  thread.unref();
  threads.set(h, thread);
  return thread;
}

export async function arriving(h: Harness, count: number): Promise<readonly Arriving[]> {
  const thread = await threadOf(h);
  thread.postMessage(count);
  const [made] = (await once(thread, "message")) as [readonly Texts[]];
  // What a server holds has been parsed: texts in one piece, and not as they were put together.
  return made.map(({ head, contact, text }) => {
    const sealed = JSON.parse(head) as Pick<Arriving, "manifest" | "keyring" | "facts">;
    return Object.assign(sealed, { contact, text });
  });
}
