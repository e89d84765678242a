/** What goes to the API when a record is offered: first a dry run, then every keyring with the receiver's keys in it. */
import type { TransferDetail, TransferManifest } from "@tillit/api-contract/client";
import { type Keyring } from "@tillit/crypto-envelope";
import { fingerprintWords } from "@tillit/crypto-envelope/directory";
import { api, valueOf } from "../../api/api-client.ts";
import type { CaseView } from "../../api/wire.ts";
import { keysToSealTo } from "../../crypto/controller-keys.ts";
import { readdressed } from "../../crypto/readdress.ts";
import { expectedOf } from "../../crypto/sealed-context.ts";
import type { HeldKey } from "../../unlock/vault.ts";

export interface Preview {
  readonly receiver: string;
  readonly manifest: TransferManifest;
  readonly basis: TransferDetail["basis"];
  readonly envelopes: TransferDetail["envelopes"];
  /** Of the receiver's keys, in words. */
  readonly fingerprints: readonly string[];
}

/** Throws ApiProblem where the rules or the receiver do not allow it, DeskError where the receiver's keys are not trusted. */
export async function previewOffer(record: string, receiver: string): Promise<Preview> {
  const offer = api.desk.applications[":id"].transfers;
  const { manifest, basis, envelopes } = await valueOf(
    offer.$post({ param: { id: record }, json: { receiver, dryRun: true } }),
  );
  const { keys } = await keysToSealTo(receiver);
  const fingerprints = keys.map(({ bytes }) => fingerprintWords(bytes));
  return { receiver, manifest, basis, envelopes, fingerprints };
}

/** Returns the id of the hand-over. */
export async function sendOffer(
  view: CaseView,
  { receiver, envelopes }: Preview,
  held: HeldKey,
  onPart: (done: number, all: number) => void,
): Promise<string> {
  const one = api.desk.applications[":id"];
  const { id } = view;
  const to = await keysToSealTo(receiver);
  const expected = await expectedOf(view, held.controller);
  const keyrings: Record<string, Keyring> = {};
  for (const [index, { id: part, kind }] of envelopes.entries()) {
    onPart(index + 1, envelopes.length);
    const envelope =
      kind === "application"
        ? await valueOf(one.envelope.$get({ param: { id }, query: {} }))
        : await valueOf(one.words[":words"].$get({ param: { id, words: part }, query: {} }));
    keyrings[part] = await readdressed(envelope, { kind, expected, key: held.decapsulator, to });
  }
  const made = await valueOf(one.transfers.$post({ param: { id }, json: { receiver, keyrings } }));
  return made.id ?? "";
}
