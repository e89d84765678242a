import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { EnvelopeError, beyond, unexpected } from "../errors.ts";
import { limits } from "../limits.ts";
import { ed25519Public, signEd25519 } from "../sign/ed25519.ts";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
import { type Reader, listOf, recordOf } from "./json.ts";

/** One signature of a DSSE envelope: `keyid` is the Ed25519 public key in base64url, `sig` standard base64. */
export interface DsseSignature {
  readonly keyid: string;
  readonly sig: string;
}

/** A DSSE v1 envelope (secure-systems-lab DSSE protocol): payload (standard base64), its type, and who signed. */
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

type Signed = DecodedDsse["signatures"][number];

const payloadOf: Reader<Uint8Array> = (value, what) => {
  const most = limits.manifestBytes;
  if (typeof value === "string" && value.length > 4 * Math.ceil(most / 3)) throw beyond(what, most, "bytes");
  const body = fromBase64(value, what);
  if (body.length > most) throw beyond(what, most, "bytes");
  return body;
};

const signedOf: Reader<Signed> = (value) => {
  const { keyid, sig } = recordOf<Record<"keyid" | "sig", Uint8Array>>(value, "signature", {
    keyid: (key, what) => fromBase64Url(key, 32, what),
    sig: fromBase64,
  });
  if (sig.length !== 64) throw unexpected("signature", "64 bytes");
  return { key: keyid, sig };
};

/** Step 1: sizes and strict decoding, nothing else. Throws LIMIT, FORMAT. */
export function decodeDsse(value: unknown, payloadType: string): DecodedDsse {
  const { payload, signatures } = recordOf<{
    payload: Uint8Array;
    payloadType: string;
    signatures: readonly Signed[];
  }>(value, "DSSE", {
    payload: payloadOf,
    payloadType: (type, what) => {
      if (type !== payloadType) throw unexpected(what, payloadType);
      return payloadType;
    },
    signatures: listOf(limits.signatures, signedOf),
  });
  if (signatures.length === 0) throw new EnvelopeError("SIGNATURE", "DSSE: no signature");
  return { body: payload, message: preAuthEncoding(payloadType, payload), signatures };
}
