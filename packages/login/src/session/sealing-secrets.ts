/** What cookies and tokens are sealed with. After a change of secret the one before still opens, until all it sealed has run out. */
import { unsealData } from "iron-session";

export interface SealingSecrets {
  /** At least 32 characters; seals cookies and applicants' tokens. */
  readonly secret: string;
  /** Secrets from before, which open and no longer seal. */
  readonly previousSecrets?: readonly string[] | undefined;
}

/** The newest first. */
export function openingSecrets({
  secret,
  previousSecrets = [],
}: SealingSecrets): readonly [string, ...string[]] {
  return [secret, ...previousSecrets];
}

/** What was sealed with any of the secrets; nothing when none opens it, or when it has run out. */
export async function unsealWithAny<T extends object>(
  sealed: string,
  secrets: SealingSecrets,
  ttl: number,
): Promise<Partial<T>> {
  for (const password of openingSecrets(secrets)) {
    const found = await unsealData<Partial<T>>(sealed, { password, ttl });
    if (Object.keys(found).length > 0) return found;
  }
  return {};
}
