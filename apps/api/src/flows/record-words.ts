/** An assessment or a decision: its outcome is an event, its words are an envelope sealed to the own controller. */
import { verify, verifyBlob, verifyKeyring, type Dsse } from "@tillit/crypto-envelope";
import type { AssessmentOutcome, DecisionOutcome } from "@tillit/application-case";
import { activityOf } from "../activities.ts";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";
import { sealedFor } from "../purposes.ts";
import { logAccess } from "./access-log.ts";
import { act } from "./case-events.ts";
import { caseOf } from "./read-case.ts";
import { staffName } from "./staff-name.ts";
import { recordIdOf, storedEnvelope } from "./stored-envelope.ts";

export interface SealedWords {
  readonly manifest: Dsse;
  readonly keyring: unknown;
  readonly blobs: { readonly words: string };
}

export type Judgement =
  | { readonly kind: "assessment"; readonly outcome: AssessmentOutcome }
  | { readonly kind: "decision"; readonly outcome: DecisionOutcome };

export async function recordWords(
  deps: Deps,
  staff: Session,
  id: string,
  judgement: Judgement,
  words: SealedWords,
) {
  const { app } = await deps.store.read(staff.controller, (unit) => caseOf(unit, staff, id));
  const verified = verify(words.manifest, {
    ...sealedFor[judgement.kind],
    controller: staff.controller,
    app,
  });
  const keyring = verifyKeyring(verified, words.keyring);
  const blob = new Uint8Array(Buffer.from(words.blobs.words, "base64url"));
  const [section, ...others] = verified.manifest.sections;
  if (section?.id !== "words" || others.length > 0) throw new Problem("ENVELOPE_CONTEXT");
  await verifyBlob(verified, "words", blob);
  const at = instant(deps.clock());
  const by = staffName(staff);
  const { envelope, sections, slots } = storedEnvelope({
    verified,
    manifest: words.manifest,
    keyring,
    kind: judgement.kind,
    parent: id,
    at,
  });
  return deps.store.write(staff.controller, async (unit) => {
    await unit.envelopes.add({ ...envelope, complete: true }, sections.map(withUpload), slots);
    await unit.envelopes.addChunk(envelope.id, "words", "whole", 0, blob);
    const common = { at, by, words: envelope.digest };
    const acting = { by, activity: activityOf(unit.controller) };
    const command =
      judgement.kind === "assessment"
        ? ({ type: "RecordAssessment", outcome: judgement.outcome, ...common } as const)
        : ({ type: "RecordDecision", outcome: judgement.outcome, ...common } as const);
    await act(unit, id, command, acting);
    return { id: recordIdOf(verified), at };
  });
}

function withUpload<T extends object>(section: T): T & { upload: string } {
  return { ...section, upload: "whole" };
}

/** The same sealed object again, for the browser that may open it; logged first. */
export async function readWords(deps: Deps, staff: Session, id: string, wordsId: string) {
  return deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, id);
    const envelope = await unit.envelopes.get(wordsId);
    if (envelope?.parent !== id) throw new Problem("NOT_FOUND");
    const keyring = await unit.envelopes.keyring(wordsId);
    const blob = await unit.envelopes.chunk(wordsId, "words", "whole", 0);
    if (keyring === undefined || blob === undefined) throw new Problem("GONE");
    const at = instant(deps.clock());
    await logAccess(unit, { record: id, at, by: staffName(staff), purpose: "handling", part: wordsId });
    return {
      manifest: envelope.manifest,
      keyring,
      blobs: { words: Buffer.from(blob).toString("base64url") },
    };
  });
}
