/** What browsers do: keys, key documents, sealed applications and sealed words, made with the real package. */
import {
  type Dsse,
  generateKey,
  type Keyring,
  memorySink,
  type PublicKey,
  Receipt,
  type SectionInput,
  type VerifiedKeys,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { seal } from "@tillit/crypto-envelope/node";

export interface ControllerKeys {
  readonly document: Dsse;
  readonly keys: VerifiedKeys;
  readonly publicKey: PublicKey;
  readonly seed: Uint8Array;
  readonly root: { readonly seed: Uint8Array; readonly publicKey: Uint8Array };
}

export async function controllerKeys(
  controller: string,
  now: string,
  { seq = 1, root = generateRoot() }: { readonly seq?: number; readonly root?: ControllerKeys["root"] } = {},
): Promise<ControllerKeys> {
  const { seed, publicKey } = await generateKey("x25519");
  const far = "2099-01-01T00:00:00Z";
  const document = signKeyDocument(
    { v: 1, controller, seq, expires: far, keys: [keyEntry(publicKey, "2020-01-01T00:00:00Z", far)] },
    [root.seed],
  );
  const keys = verifyKeyDocument(document, { roots: [root.publicKey], now, controller });
  return { document, keys, publicKey, seed, root };
}

export interface SealedPackage {
  readonly receipt: Receipt;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly record: string;
  readonly controller: string;
}

export interface ToSeal {
  readonly receipt: Receipt;
  readonly controller: string;
  readonly to: VerifiedKeys;
  readonly created: string;
  readonly purpose?: string;
  readonly schema?: string;
  readonly sections: readonly SectionInput[];
}

export async function sealed({ receipt, controller, to, created, ...rest }: ToSeal): Promise<SealedPackage> {
  const { purpose = "foster-care-application", schema = "fam-intresse/1", sections } = rest;
  const { sink, blobs } = memorySink();
  const { manifest, keyring, digest } = await seal({
    context: { app: receipt.app, controllers: [controller], purpose, schema, created },
    receipt,
    to: { g1: [to] },
    sections,
    sink,
  });
  const record = Buffer.from(digest).toString("hex").slice(0, 32);
  return { receipt, manifest, keyring, blobs, record, controller };
}

export function section(id: string, text: string, of = "ordinary"): SectionInput {
  return { id, class: of, group: "g1", data: new TextEncoder().encode(text), pad: "4k" };
}

/** Words of an assessment or a decision, as the desk sends them. */
export async function sealedWords(
  kind: "assessment" | "decision",
  {
    controller,
    to,
    app,
  }: { readonly controller: string; readonly to: VerifiedKeys | undefined; readonly app: string },
) {
  if (to === undefined) throw new Error("no keys for that controller");
  const { manifest, keyring, blobs } = await sealed({
    receipt: Receipt.create(app),
    controller,
    to,
    created: "2026-11-23T09:10:00Z",
    purpose: `foster-care-${kind}`,
    schema: "words/1",
    sections: [section("words", "Bra samtal.")],
  });
  const blob = blobs.get("words") ?? new Uint8Array();
  return { manifest, keyring, blobs: { words: Buffer.from(blob).toString("base64url") } };
}

/** Words about a request: by the desk with a receipt for this once, by the subject with their own. */
export async function requestWords(
  text: string,
  {
    request,
    receipt,
    controller,
    to,
  }: {
    readonly request: string;
    readonly receipt: Receipt;
    readonly controller: string;
    readonly to: VerifiedKeys | undefined;
  },
) {
  if (to === undefined) throw new Error("no keys for that controller");
  const { manifest, keyring, blobs } = await sealed({
    receipt,
    controller,
    to,
    created: "2026-11-23T09:20:00Z",
    purpose: `data-subject-request/${request}`,
    schema: "words/1",
    sections: [section("words", JSON.stringify({ text }))],
  });
  const blob = blobs.get("words") ?? new Uint8Array();
  return { manifest, keyring, blobs: { words: Buffer.from(blob).toString("base64url") } };
}
