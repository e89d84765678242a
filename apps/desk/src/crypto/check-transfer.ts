/**
 * What the receiving desk makes sure of before it answers: who sends is who this deployment knows, the offer stands in
 * the sender's signed log, the envelopes are those of the manifest, and the own key opens them.
 */
import type { TransferDetail } from "@tillit/api-contract/client";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { canonicalize } from "@tillit/canonical-json";
import { type Decapsulator, fromBase64Url, open, toBase64Url, verifyKeyring } from "@tillit/crypto-envelope";
import { contentHash } from "@tillit/canonical-json";
import { fetchDeployment } from "@tillit/web-kit";
import { followServed } from "@tillit/web-kit/key-log";
import { api, valueOf } from "../api/api-client.ts";
import { controllerKeys } from "./controller-keys.ts";
import { DeskError } from "./desk-error.ts";
import { verifyKind } from "./readdress.ts";

export const checks = ["sender", "log", "manifest", "envelopes"] as const;
export type Check = (typeof checks)[number];

interface Reader {
  readonly controller: string;
  readonly key: Decapsulator;
  /** Told of each check that has held. */
  readonly onHeld: (check: Check) => void;
}

/** Throws DeskError SENDER_UNKNOWN, TRANSFER_UNPROVED, TRANSFER_MISFIT, and EnvelopeError where an envelope does not hold. */
export async function checkTransfer(offer: TransferDetail, reader: Reader): Promise<void> {
  const { pins, logKeys } = await fetchDeployment();
  if (pins[offer.sender] === undefined || pins[offer.sealedFor] === undefined) {
    throw new DeskError("SENDER_UNKNOWN");
  }
  const { statuses } = await controllerKeys(offer.sender);
  reader.onHeld("sender");

  proveInLog(offer, logKeys[offer.sender] ?? []);
  reader.onHeld("log");

  const [entry, ...others] = offer.manifest.entries;
  const agrees =
    others.length === 0 &&
    entry?.record === offer.record &&
    entry.checksum.alg === "SHA-256" &&
    entry.checksum.value === contentHash(offer.envelopes) &&
    offer.receiver === reader.controller;
  if (!agrees) throw new DeskError("TRANSFER_MISFIT");
  reader.onHeld("manifest");

  let app: string | undefined;
  for (const { id: record, kind, digest } of offer.envelopes) {
    const one = api.desk.transfers[":id"].envelopes[":record"];
    const { manifest, keyring } = await valueOf(one.$get({ param: { id: offer.id, record } }));
    const claimed = { app: offer.app ?? "", controller: offer.sealedFor };
    const verified = verifyKind(manifest, kind, claimed);
    app ??= verified.manifest.context.app;
    const { stanzas } = verifyKeyring(verified, keyring);
    const named = toBase64Url(verified.digest) === digest && verified.manifest.context.app === app;
    // The sender's own key must be among the recipients: it was the sender's to give.
    if (!named || !stanzas.some(({ kid }) => statuses[kid] !== undefined)) {
      throw new DeskError("TRANSFER_MISFIT");
    }
    (await open(verified, keyring, reader.key)).close();
  }
  reader.onHeld("envelopes");
}

/** The offer, word for word, is an entry of the log that the sender's pinned log key, or one it led to, has signed. */
function proveInLog(
  { id, sender, receiver, manifest, envelopes, log }: TransferDetail,
  keys: readonly string[],
) {
  const found = followServed(`tillit/${sender}`, log, keys);
  if (!found.ok) throw new DeskError("TRANSFER_UNPROVED");
  try {
    const { size, root } = found.checkpoint;
    const proof = log.inclusion.map((hash) => fromBase64Url(hash, 32));
    const leaf = leafHash(new TextEncoder().encode(log.entry));
    const held =
      size === log.size && verifyInclusion({ leafHash: leaf, index: log.index, size, root, proof });
    const { type, data } = JSON.parse(log.entry) as { type?: unknown; data?: object };
    const said = { transfer: id, manifest, receiver, envelopes };
    if (held && type === "TransferOffered" && canonicalize(data) === canonicalize(said)) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new DeskError("TRANSFER_UNPROVED");
}
