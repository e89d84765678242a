import { z } from "zod";
import { instant } from "../clock.ts";
import { ConfigError } from "../config/config.ts";
import { Pseudonyms } from "@tillit/login";
import { secret } from "../config/secret-strength.ts";
import type { Store } from "@tillit/record-store";

const keys = z.object({ PSEUDONYM_SECRET: secret, APPLICANT_SECRET: secret.optional() });

/**
 * For a database from before keys of pseudonyms left a mark: takes the operator's word that these are the ones.
 *
 * @throws ConfigError CONFIG_INVALID · StoreError STORE_KEY_CHANGED
 */
export async function confirmKeys(
  store: Store,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const read = keys.safeParse(env);
  if (!read.success) {
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  const { PSEUDONYM_SECRET: staff, APPLICANT_SECRET: applicants } = read.data;
  await Pseudonyms.hold(store, { staff, applicants }, { at: instant(new Date()), confirmed: true });
  return applicants === undefined ? "PSEUDONYM_SECRET" : "PSEUDONYM_SECRET\nAPPLICANT_SECRET";
}
