/**
 * The public keys that a subject wants an answer sealed to. They are signed with the receipt, whose key stands in the
 * signed manifest of the application: so neither we nor anyone else can put others in their place unseen.
 */
import type { Dsse } from "@tillit/crypto-envelope";
import { verifyKeyDocument } from "@tillit/crypto-envelope/node";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import type { Unit } from "@tillit/record-store";

/** Throws EnvelopeError where the document is another's, has run out or does not verify. */
export function verifySubjectKeys(deps: Pick<Deps, "clock">, { app, key }: Applicant, document: Dsse): void {
  const root = new Uint8Array(Buffer.from(key, "base64url"));
  verifyKeyDocument(document, { roots: [root], controller: app, now: instant(deps.clock()) });
}

export async function keepSubjectKeys(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  request: string,
  document: Dsse,
): Promise<void> {
  const at = instant(deps.clock());
  await append(unit, "request-keys", request, "any", {
    type: "SubjectKeysGiven",
    at,
    by: "applicant",
    data: { document },
  });
}

/** The last that were given, if any. */
export async function subjectKeys(unit: Unit, request: string): Promise<Dsse | undefined> {
  return (await load(unit, "request-keys", request)).at(-1)?.data.document;
}
