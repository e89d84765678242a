/** What an applicant shows after proving possession of a receipt: sealed by the API, bound to one application and key. */
import { sealData, unsealData } from "iron-session";

export interface Applicant {
  readonly app: string;
  /** The applicant's public key; another key with the same application id is another person. */
  readonly key: string;
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

export async function readToken(token: string, secret: string, now: number): Promise<Applicant | undefined> {
  if (token.length > 2048) return undefined;
  const { app, key, use, expires } = await unsealData<Partial<Applicant & { use: string; expires: number }>>(
    token,
    { password: secret, ttl: 0 },
  );
  if (app === undefined || key === undefined || use !== "mine" || (expires ?? 0) < now) return undefined;
  return { app, key };
}
