import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "../format/equal.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { systemEntropy } from "../entropy.ts";
import { EnvelopeError, unexpected } from "../errors.ts";
import { expandBlock } from "../format/hmac.ts";
import { fromBase32, toBase32 } from "../format/base32.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { uuidOf } from "../format/context.ts";
import { type Dsse, decodeDsse, signDsse } from "../format/dsse.ts";
import { manifestType } from "../format/manifest.ts";
import { type Decapsulator, decapsulatorFromSeed, publicKeyFromSeed } from "../kem/keys.ts";
import type { KemId, PublicKey } from "../kem/public-key.ts";
import { ed25519Public, signEd25519 } from "../sign/ed25519.ts";
import { challenge } from "./proof.ts";
import { amendStatement, withdrawStatement } from "./statements.ts";

const prefix = "cenv1r.";
const qrPrefix = "CENV1R.";
const fileType = "cenv1-receipt";

const boxLabels: Readonly<Record<KemId, string>> = {
  xwing: "cenv1/applicant-box",
  x25519: "cenv1/applicant-box-x25519",
};

function receiptBytes(text: string): Uint8Array {
  if (text.startsWith("{")) return receiptBytes(receiptOfFile(text));
  if (text.startsWith(qrPrefix)) return fromBase32(text.slice(qrPrefix.length), 52);
  if (!text.startsWith(prefix)) throw unexpected("receipt", prefix);
  return fromBase64Url(text.slice(prefix.length), 52);
}

function receiptOfFile(text: string): string {
  try {
    const { receipt, type, v } = JSON.parse(text) as Record<string, unknown>;
    if (type === fileType && v === 1 && typeof receipt === "string" && receipt.startsWith(prefix))
      return receipt;
  } catch {
    // Said below, in one place.
  }
  throw unexpected("receipt", "a receipt file");
}

function derived(seed: Uint8Array, label: string): Uint8Array {
  return expandBlock(sha256, seed, utf8ToBytes(label));
}

/**
 * What the applicant keeps: one secret per application that signs, reads again, withdraws and amends. Whoever holds it
 * can read the application until its keys are destroyed; who loses it cannot.
 */
export class Receipt {
  /** UUID of the application. */
  readonly app: string;
  /** The applicant's Ed25519 public key for this application; 32 bytes. */
  readonly applicant: Uint8Array;
  readonly #seed: Uint8Array;

  private constructor(app: string, seed: Uint8Array) {
    this.app = app;
    this.#seed = seed;
    this.applicant = ed25519Public(derived(seed, "cenv1/applicant-sign"));
  }

  /** A new receipt for the application with that UUID. Throws FORMAT. */
  static create(app: string): Receipt {
    return new Receipt(uuidOf(app, "app"), systemEntropy.bytes(32));
  }

  /**
   * Reads a receipt's text, its QR payload or its file; a mistyped one is refused by its checksum. White space around
   * it is ignored. Throws FORMAT.
   */
  static parse(text: string): Receipt {
    if (typeof text !== "string") throw unexpected("receipt", "a text");
    const bytes = receiptBytes(text.trim());
    const content = bytes.subarray(0, 48);
    if (!equalBytes(sha256(content).subarray(0, 4), bytes.subarray(48))) {
      throw unexpected("receipt", "another character somewhere");
    }
    const hex = bytesToHex(content.subarray(0, 16));
    const app = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    return new Receipt(app, content.slice(16));
  }

  /** The receipt as text, 77 characters: `cenv1r.` and base64url of app, seed and checksum. Contains the secret. */
  toString(): string {
    const content = concatBytes(hexToBytes(this.app.replaceAll("-", "")), this.#seed);
    return prefix + toBase64Url(concatBytes(content, sha256(content).subarray(0, 4)));
  }

  /**
   * The receipt for a QR code: 91 characters that all belong to QR's alphanumeric mode, which makes a smaller code than
   * the text would. Contains the secret.
   */
  toQrPayload(): string {
    return qrPrefix + toBase32(fromBase64Url(this.toString().slice(prefix.length)));
  }

  /** The receipt as a small JSON file that says what it is. Contains the secret. */
  toFile(): string {
    const file = { app: this.app, receipt: this.toString(), type: fileType, v: 1 };
    return `${JSON.stringify(file, undefined, 2)}\n`;
  }

  /** Keeps the secret out of logs that serialise objects. */
  toJSON(): { app: string } {
    return { app: this.app };
  }

  /** The applicant's own recipient key: every envelope is sealed to it too. */
  publicKey(kem: KemId): Promise<PublicKey> {
    return publicKeyFromSeed(kem, derived(this.#seed, boxLabels[kem]));
  }

  /** The applicant's decapsulator, for `open`. Holds both kinds of key where X-Wing is available. */
  async decapsulator(): Promise<Decapsulator> {
    const first = await decapsulatorFromSeed("x25519", derived(this.#seed, boxLabels.x25519));
    const second = await decapsulatorFromSeed("xwing", derived(this.#seed, boxLabels.xwing)).catch(
      () => undefined,
    );
    return second === undefined ? first : { ...first, also: [second] };
  }

  /** Signs bytes as DSSE with the applicant's key: what `seal` and `applicantKeys` have made, nothing from elsewhere. */
  sign(payloadType: string, body: Uint8Array): Dsse {
    return signDsse(payloadType, body, [derived(this.#seed, "cenv1/applicant-sign")]);
  }

  /**
   * Proves possession: an Ed25519 signature (64 bytes) over L("cenv1/challenge", cid, nonce, origin). `origin` is the
   * web origin that asked, so that a proof given to one site is worth nothing at another.
   */
  prove(cid: Uint8Array, nonce: Uint8Array, origin: string): Uint8Array {
    return signEd25519(challenge(cid, nonce, origin), derived(this.#seed, "cenv1/applicant-sign"));
  }

  /** A signed statement that the application of this manifest is withdrawn at that time. Throws FORMAT, SIGNATURE. */
  withdraw(manifest: Dsse, at: string): Dsse {
    const { type, body } = withdrawStatement(this.#digestOf(manifest), at);
    return this.sign(type, body);
  }

  /** A signed statement that `next` replaces `previous`; `next` names it in `supersedes`. Throws FORMAT, SIGNATURE. */
  amend(previous: Dsse, next: Dsse, at: string): Dsse {
    const { type, body } = amendStatement(this.#digestOf(previous), this.#digestOf(next), at);
    return this.sign(type, body);
  }

  #digestOf(manifest: Dsse): Uint8Array {
    const { body, signatures } = decodeDsse(manifest, manifestType);
    if (signatures[0] === undefined || !equalBytes(signatures[0].key, this.applicant)) {
      throw new EnvelopeError("SIGNATURE", "signed by another key than the applicant's");
    }
    return sha256(body);
  }
}
