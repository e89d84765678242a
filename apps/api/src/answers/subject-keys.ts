/**
 * The public keys that a subject wants an answer sealed to. They are signed with the receipt, whose key stands in the
 * signed manifest of the application: so neither we nor anyone else can put others in their place unseen.
 */
import { verifyKeyDocument, type Dsse } from "@tillit/crypto-envelope";
import { activityOf } from "../kernel/activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Applicant } from "@tillit/login";
import type { JsonObject, Unit } from "@tillit/record-store";

function streamOf(request: string): string {
  return `request-keys/${request}`;
}

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
  await unit.log.append(streamOf(request), "any", [
    {
      type: "SubjectKeysGiven",
      at: instant(deps.clock()),
      by: "applicant",
      activity: activityOf(unit.controller),
      data: { document: document as unknown as JsonObject },
    },
  ]);
}

/** The last that were given, if any. */
export async function subjectKeys(unit: Unit, request: string): Promise<JsonObject | undefined> {
  const given = (await unit.log.load(streamOf(request))).at(-1);
  return given?.data["document"] as JsonObject | undefined;
}
