/** Where the time of a submission goes, one at a time: what a bare insert has none of, step by step. */
import { sealingContexts } from "@tillit/application-case";
import { createPublicKey, verify as holds } from "node:crypto";
import { verifyKeyring } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import { inlineParts } from "../src/submissions/inline-parts.ts";
import type { Harness } from "../test/setup/harness.ts";
import { median, type Row } from "./measure.ts";
import { arriving, type Arriving } from "./sealed-submissions.ts";
import { asking, storing } from "./ways.ts";

const count = 400;

async function microseconds(
  all: readonly Arriving[],
  prepare: (one: Arriving) => () => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (const work of all.map(prepare)) {
    const began = performance.now();
    await work();
    times.push((performance.now() - began) * 1000);
  }
  return Math.round(median(times.slice(count / 4)));
}

export async function stages(h: Harness): Promise<Row> {
  const all = await arriving(h, count);
  const verified = new Map(all.map((one) => [one, verify(one.manifest, sealingContexts.application)]));
  const of = (one: Arriving) => verified.get(one) ?? never();
  const spent = async (work: (one: Arriving) => unknown): Promise<number> =>
    microseconds(all, (one) => async () => work(one));
  const json = await spent(({ text }) => JSON.parse(text) as unknown);
  const signature = await microseconds(all, (one) => {
    const x = Buffer.from(of(one).applicant).toString("base64url");
    const key = createPublicKey({ key: { crv: "Ed25519", kty: "OKP", x }, format: "jwk" });
    const [signed] = one.manifest.signatures;
    const sig = Buffer.from(signed?.sig ?? "", "base64");
    const message = Buffer.from(one.manifest.payload);
    return () => Promise.resolve(holds(undefined, message, key, sig));
  });
  const envelope = await spent(({ manifest }) => verify(manifest, sealingContexts.application));
  const keyring = await spent((one) => verifyKeyring(of(one), one.keyring));
  const inline = (one: Arriving) => ({ contact: Buffer.from(one.contact).toString("base64url") });
  const parts = await microseconds(all, (one) => {
    const given = inline(one);
    return () => inlineParts(of(one), given);
  });
  const stored = await microseconds(all, (one) => storing(h, one));
  const whole = await microseconds(await arriving(h, count), (one) => asking(h, one));
  const rest = whole - json - envelope - keyring - parts - stored;
  return {
    what: "where a submission's time goes, one at a time, SQLite",
    measured:
      `${whole} µs: manifest ${envelope} (of it Ed25519 in OpenSSL ${signature}), keyring ${keyring}, ` +
      `bytes ${parts}, JSON ${json}, durable transaction ${stored}, request, schema and the rest ${rest}`,
    target: "reported",
    met: undefined,
  };
}

function never(): never {
  throw new Error("not verified");
}
