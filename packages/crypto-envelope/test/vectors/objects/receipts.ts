/** Receipts in their three forms, and proofs of possession (CE1 section 7). */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { toBase32 } from "../../../src/format/base32.ts";
import { fromBase64Url, toBase64Url, verify } from "../../../src/index.ts";
import { expect, named, receiptOf } from "../build.ts";
import { flipped } from "../negative-keyring.ts";
import { versions } from "./statements.ts";

export interface ReceiptCase {
  readonly name: string;
  /** The text, the QR payload or the file. */
  readonly text: string;
  readonly result: string;
  readonly app?: string;
  readonly seed?: string;
  readonly applicant?: string;
  readonly boxes?: { readonly xwing: string; readonly x25519: string };
}

export async function receiptCases(): Promise<ReceiptCase[]> {
  const receipt = receiptOf("objects");
  const text = receipt.toString();
  const bytes = fromBase64Url(text.slice("cenv1r.".length));
  const boxes = {
    xwing: (await receipt.publicKey("xwing")).kid,
    x25519: (await receipt.publicKey("x25519")).kid,
  };
  const opens = (name: string, form: string): ReceiptCase => ({
    name,
    text: form,
    result: "ok",
    app: receipt.app,
    seed: toBase64Url(bytes.slice(16, 48)),
    applicant: toBase64Url(receipt.applicant),
    boxes,
  });
  const refused = (name: string, form: string): ReceiptCase => ({ name, text: form, result: "FORMAT" });
  const file = { app: receipt.app, receipt: text, type: "cenv1-receipt", v: 1 };
  const long = concatBytes(bytes.slice(0, 48), new Uint8Array(1));
  const qr = receipt.toQrPayload();
  return [
    opens("as text", text),
    opens("as a QR payload", qr),
    opens("as a file", receipt.toFile()),
    refused("nothing", ""),
    refused("another prefix", text.replace("cenv1r", "cenv2r")),
    refused("a bit of the seed flipped", `cenv1r.${flipped(text.slice(7), 20)}`),
    refused("a bit of the app flipped", `cenv1r.${flipped(text.slice(7), 0)}`),
    refused("a bit of the check flipped", `cenv1r.${flipped(text.slice(7), -1)}`),
    refused("a character short", text.slice(0, -1)),
    refused("a byte more", `cenv1r.${toBase64Url(concatBytes(long, sha256(long).slice(0, 4)))}`),
    refused("stray bits at the end", `${text.slice(0, -1)}${nextLetter(text)}`),
    refused("with padding", `${text}==`),
    refused("the text in capitals", text.toUpperCase()),
    refused("the QR payload in small letters", qr.toLowerCase()),
    refused("the QR payload with a character short", qr.slice(0, -1)),
    refused(
      "the QR payload of another check",
      `CENV1R.${toBase32(fromBase64Url(flipped(text.slice(7), -1)))}`,
    ),
    refused("a file of another type", JSON.stringify({ ...file, type: "cenv1-share" })),
    refused("a file of version 2", JSON.stringify({ ...file, v: 2 })),
    refused("a file without its receipt", JSON.stringify({ ...file, receipt: undefined })),
  ];
}

/** The last letter with its lowest bit set, which no byte uses. */
function nextLetter(text: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return letters.charAt(letters.indexOf(text.slice(-1)) | 1);
}

export interface ProofCase {
  readonly name: string;
  readonly applicant: string;
  readonly cid: string;
  readonly nonce: string;
  readonly origin: string;
  readonly proof: string;
  readonly result: string;
}

export async function proofCases(): Promise<ProofCase[]> {
  const { old, stranger } = await versions();
  const { cid, applicant } = verify(old.manifest, expect);
  const nonce = named("nonce").bytes(16);
  const origin = "https://ansok.example";
  const proof = old.receipt.prove(cid, nonce, origin);
  const good = {
    applicant: toBase64Url(applicant),
    cid: toBase64Url(cid),
    nonce: toBase64Url(nonce),
    origin,
    proof: toBase64Url(proof),
  };
  const refused = (name: string, change: Partial<ProofCase>): ProofCase => ({
    name,
    ...good,
    ...change,
    result: "SIGNATURE",
  });
  return [
    { name: "a proof", ...good, result: "ok" },
    refused("another nonce", { nonce: flipped(good.nonce, 0) }),
    refused("a nonce cut short, its end in the origin", {
      nonce: toBase64Url(nonce.slice(0, 15)),
      origin: `${String.fromCodePoint(nonce.at(15) ?? 0)}${origin}`,
    }),
    refused("another origin", { origin: "https://ansok.example.net" }),
    refused("another envelope", { cid: flipped(good.cid, 0) }),
    refused("another applicant", { applicant: toBase64Url(stranger.applicant) }),
    refused("a bit flipped", { proof: flipped(good.proof, 0) }),
  ];
}
