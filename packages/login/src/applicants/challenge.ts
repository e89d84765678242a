/** A nonce the API can recognise as its own without storing it; that it is used only once is the store's part. */
import { createHmac, timingSafeEqual } from "node:crypto";

const seconds = 300;
const randomBytes = 16;
const timeBytes = 8;
const tagBytes = 16;

export interface Challenge {
  readonly nonce: Uint8Array;
  readonly expires: number;
}

function tag(secret: string, app: string, body: Uint8Array): Uint8Array {
  return createHmac("sha256", secret)
    .update("tillit/challenge\0")
    .update(app)
    .update("\0")
    .update(body)
    .digest()
    .subarray(0, tagBytes);
}

export function newChallenge(app: string, secret: string, random: Uint8Array, now: number): Challenge {
  const expires = now + seconds;
  const body = new Uint8Array(randomBytes + timeBytes);
  body.set(random.subarray(0, randomBytes));
  new DataView(body.buffer).setBigUint64(randomBytes, BigInt(expires));
  const nonce = new Uint8Array(body.length + tagBytes);
  nonce.set(body);
  nonce.set(tag(secret, app, body), body.length);
  return { nonce, expires };
}

/** When the nonce runs out, if it is ours, for this application, and still fresh. */
export function challengeExpiry(
  app: string,
  secret: string,
  nonce: Uint8Array,
  now: number,
): number | undefined {
  if (nonce.length !== randomBytes + timeBytes + tagBytes) return undefined;
  const body = nonce.subarray(0, randomBytes + timeBytes);
  if (!timingSafeEqual(tag(secret, app, body), nonce.subarray(body.length))) return undefined;
  const expires = Number(new DataView(nonce.buffer, nonce.byteOffset).getBigUint64(randomBytes));
  return expires >= now ? expires : undefined;
}
