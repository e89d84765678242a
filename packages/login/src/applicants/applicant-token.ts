/** What an applicant shows after proving possession of a receipt: sealed by the API, bound to one application and key. */
import { sealData } from "iron-session";
import { unsealWithAny, type SealingSecrets } from "../session/sealing-secrets.ts";

export interface Applicant {
  readonly app: string;
  /** The applicant's public key; another key with the same application id is another person. */
  readonly key: string;
  /** Known by e-identification; otherwise by the receipt, which alone gives content. */
  readonly by?: "eid" | undefined;
  /** Whose e-identification it was, as links know it: the token is worth nothing when the link is gone. */
  readonly pseudonyms?: readonly string[] | undefined;
}

const seconds = 1800;

export async function grantToken(
  applicant: Applicant,
  secret: string,
  now: number,
): Promise<{ readonly token: string; readonly expires: number }> {
  const expires = now + seconds;
  return {
    token: await sealData({ ...applicant, use: "mine", expires }, { password: secret, ttl: 0 }),
    expires,
  };
}

export async function readToken(
  token: string,
  secrets: SealingSecrets,
  now: number,
): Promise<Applicant | undefined> {
  if (token.length > 2048) return undefined;
  const { app, key, by, pseudonyms, use, expires } = await unsealWithAny<
    Applicant & { use: string; expires: number }
  >(token, secrets, 0);
  if (app === undefined || key === undefined || use !== "mine" || (expires ?? 0) < now) return undefined;
  return by === "eid" ? { app, key, by, pseudonyms } : { app, key };
}
