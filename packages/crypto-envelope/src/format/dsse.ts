import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import { limits } from "../limits.ts";
import { ed25519Public, signEd25519 } from "../sign/ed25519.ts";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
import { fieldsOf, listOf } from "./json.ts";

/** One signature of a DSSE envelope: `keyid` is the Ed25519 public key in base64url, `sig` standard base64. */
export interface DsseSignature {
  readonly keyid: string;
  readonly sig: string;
}

/** A DSSE v1 envelope: payload (standard base64), its type, and who signed. */
export interface Dsse {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly DsseSignature[];
}

/** What DSSE v1 signs: `"DSSEv1" SP len SP type SP len SP body`. */
export function preAuthEncoding(type: string, body: Uint8Array): Uint8Array {
  return concatBytes(utf8ToBytes(`DSSEv1 ${utf8ToBytes(type).length} ${type} ${body.length} `), body);
}

/** Signs `body` with each Ed25519 seed, in that order. */
export function signDsse(payloadType: string, body: Uint8Array, seeds: readonly Uint8Array[]): Dsse {
  const message = preAuthEncoding(payloadType, body);
  return {
    payload: toBase64(body),
    payloadType,
    signatures: seeds.map((seed) => ({
      keyid: toBase64Url(ed25519Public(seed)),
      sig: toBase64(signEd25519(message, seed)),
    })),
  };
}

/** The parts of an envelope, decoded. */
export interface DecodedDsse {
  readonly body: Uint8Array;
  readonly message: Uint8Array;
  readonly signatures: readonly { readonly key: Uint8Array; readonly sig: Uint8Array }[];
}

/** Step 1: sizes and strict decoding, nothing else. Throws LIMIT, FORMAT. */
export function decodeDsse(value: unknown, payloadType: string): DecodedDsse {
  const fields = fieldsOf(value, "DSSE", ["payload", "payloadType", "signatures"]);
  const { payload } = fields as { payload: unknown };
  if (typeof payload === "string" && payload.length > 4 * Math.ceil(limits.manifestBytes / 3)) {
    throw new EnvelopeError("LIMIT", "DSSE: payload larger than 256 KiB");
  }
  const body = fromBase64(payload);
  if (body.length > limits.manifestBytes)
    throw new EnvelopeError("LIMIT", "DSSE: payload larger than 256 KiB");
  if (fields["payloadType"] !== payloadType) throw new EnvelopeError("FORMAT", "DSSE: another payload type");
  const signatures = listOf(fields["signatures"], "DSSE signatures", limits.signatures).map((item) => {
    const signature = fieldsOf(item, "DSSE signature", ["keyid", "sig"]);
    const sig = fromBase64(signature["sig"]);
    if (sig.length !== 64) throw new EnvelopeError("FORMAT", "DSSE: a signature has 64 bytes");
    return { key: fromBase64Url(signature["keyid"], 32), sig };
  });
  if (signatures.length === 0) throw new EnvelopeError("SIGNATURE", "DSSE: no signature");
  return { body, message: preAuthEncoding(payloadType, body), signatures };
}
