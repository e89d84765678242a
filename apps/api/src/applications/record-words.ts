/** An assessment or a decision: its outcome is an event, its words are an envelope sealed to the own controller. */
import { sealingContexts } from "@tillit/application-case";
import type { AssessmentOutcome, DecisionOutcome } from "@tillit/application-case";
import type { RestrictedUse } from "@tillit/dsar-workflow";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { refuseErasedWords } from "../envelopes/refuse-destroyed.ts";
import { logAccess } from "../records/access-log.ts";
import { load } from "../kernel/load.ts";
import { actOnApplication } from "../records/case-events.ts";
import { caseOf } from "../records/load-application.ts";
import { checkWords, keepWords, keptWords, type SealedWords } from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

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
  const { controller } = staff;
  const { app } = await deps.store.read(controller, (unit) => caseOf(unit, staff, id, "process"));
  const checked = await checkWords(words, { ...sealingContexts[judgement.kind], controller, app });
  const at = instant(deps.clock());
  const by = staffName(staff);
  return deps.store.write(controller, async (unit) => {
    // Again where it is written: a restriction may have come in between.
    await caseOf(unit, staff, id, "process");
    await refuseErasedWords(unit, await load(unit, "application", id), checked);
    await keepWords(unit, checked, { kind: judgement.kind, parent: id, at });
    const common = { at, by, words: checked.digest };
    const command =
      judgement.kind === "assessment"
        ? ({ type: "RecordAssessment", outcome: judgement.outcome, ...common } as const)
        : ({ type: "RecordDecision", outcome: judgement.outcome, ...common } as const);
    await actOnApplication(unit, id, command, { by });
    return { id: checked.id, at };
  });
}

/** The same sealed object again, for the browser that may open it; logged first. */
export async function readWords(
  deps: Deps,
  staff: Session,
  id: string,
  {
    words: part,
    restrictedUse,
  }: { readonly words: string; readonly restrictedUse: RestrictedUse | undefined },
) {
  return deps.store.write(staff.controller, async (unit) => {
    await caseOf(unit, staff, id, "see");
    const words = await keptWords(unit, part, id);
    const at = instant(deps.clock());
    await logAccess(unit, { record: id, at, by: staffName(staff), purpose: "handling", part, restrictedUse });
    return words;
  });
}
