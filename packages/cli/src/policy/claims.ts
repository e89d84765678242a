import { claims as allClaims, problemNames } from "@tillit/policy-profiles";
import type { CommonOptions, Io } from "../console/io.ts";
import { write } from "../files/output.ts";

export type ClaimsOptions = CommonOptions & { readonly document?: string; readonly problems?: boolean };

/** `tillit policy claims`: one claim a line, its doubts in words. */
export async function claims(options: ClaimsOptions, io: Io): Promise<void> {
  for (const claim of allClaims) {
    if (options.document !== undefined && !claim.id.startsWith(`${options.document}-`)) continue;
    if (options.problems === true && claim.problems.length === 0) continue;
    const doubts = claim.problems.map((code) => `${code} ${problemNames[code]}`);
    await write(io.stdout, `${JSON.stringify({ ...claim, problems: doubts })}\n`);
  }
}
