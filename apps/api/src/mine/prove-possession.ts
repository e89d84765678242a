/** An applicant shows that they hold the receipt: a challenge, a signature, a token for half an hour. */
import { verifyProof } from "@tillit/crypto-envelope/node";
import { instant, seconds } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { challengeExpiry, grantToken, newChallenge, openingSecrets } from "@tillit/login";
import { Problem } from "../problem.ts";

export async function giveChallenge(deps: Deps, app: string) {
  const records = await deps.store.ofApplication(app);
  if (records.length === 0) throw new Problem("NOT_FOUND");
  const { nonce, expires } = newChallenge(app, deps.session.secret, deps.random(16), seconds(deps.clock()));
  return {
    nonce: Buffer.from(nonce).toString("base64url"),
    expires: instant(new Date(expires * 1000)),
    cids: [...new Set(records.map(({ cid }) => cid))],
  };
}

export interface Proof {
  readonly cid: string;
  readonly nonce: string;
  readonly proof: string;
}

/** The token is for the key that signed: a record that someone else made under the same id stays out of reach. */
export async function acceptProof(deps: Deps, app: string, given: Proof, origin: string | undefined) {
  const now = seconds(deps.clock());
  const nonce = bytes(given.nonce);
  const [expires] = openingSecrets(deps.session).flatMap(
    (secret) => challengeExpiry(app, secret, nonce, now) ?? [],
  );
  const asked = origin ?? deps.origins[0] ?? "";
  const record = (await deps.store.ofApplication(app)).find(({ cid }) => cid === given.cid);
  if (expires === undefined || record === undefined || !deps.origins.includes(asked)) {
    throw new Problem("PROOF_INVALID");
  }
  const holds = verifyProof({
    applicant: bytes(record.applicant),
    cid: bytes(record.cid),
    nonce,
    origin: asked,
    proof: bytes(given.proof),
  });
  const first = holds && (await deps.store.spendNonce(given.nonce, instant(new Date(expires * 1000))));
  if (!first) throw new Problem("PROOF_INVALID");
  const granted = await grantToken({ app, key: record.applicant }, deps.session.secret, now);
  return { token: granted.token, expires: instant(new Date(granted.expires * 1000)) };
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
