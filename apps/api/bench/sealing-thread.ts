/** Seals applications beside what is measured, so that the memory it takes is cleared away there. */
import { randomBytes } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { type Dsse, Receipt, verifyKeyDocument } from "@tillit/crypto-envelope";
import { sealed } from "../test/setup/sealing.ts";
import { bytes, type Order, type Texts } from "./sealed-submissions.ts";

const { controller, document, root, facts } = workerData as Order;
const now = "2026-11-23T09:00:00Z";
const to = verifyKeyDocument(document as Dsse, { roots: [root], now, controller });
const data = randomBytes(bytes);

async function one(): Promise<Texts> {
  const { manifest, keyring, blobs } = await sealed({
    receipt: Receipt.create(crypto.randomUUID()),
    controller,
    to,
    created: now,
    sections: [{ id: "contact", class: "ordinary", group: "g1", data, pad: "none" }],
  });
  const contact = blobs.get("contact") ?? new Uint8Array();
  const inline = { contact: Buffer.from(contact).toString("base64url") };
  return {
    contact,
    head: JSON.stringify({ manifest, keyring, facts }),
    text: JSON.stringify({ manifest, keyring, facts, blobs: inline }),
  };
}

async function several(count: number): Promise<void> {
  const made: Texts[] = [];
  for (let n = 0; n < count; n += 1) made.push(await one());
  parentPort?.postMessage(made);
}

parentPort?.on("message", (count: number) => void several(count));
