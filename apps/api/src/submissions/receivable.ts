/**
 * Whether a controller takes an application now: sealed to a key it uses, for kinds of assignment it accepts, by
 * somebody who was shown its notice.
 */
import { isAssignmentKind } from "@tillit/application-case";
import type { Verified } from "@tillit/crypto-envelope";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { Controller } from "@tillit/record-store";
import { currentKeys } from "../keys/current-keys.ts";
import { wasShown } from "../controllers/notice-changes.ts";

/** What goes in the clear beside the sealed application. */
export interface SubmittedFacts {
  readonly assignments: readonly string[];
  readonly noticeVersion: string;
  readonly lang: string;
}

/**
 * Checks what may change from one day to another. A refusal names the controller and what it does not take.
 *
 * @throws Problem KEYS_UNHEALTHY · ENVELOPE_KEY_UNKNOWN · ASSIGNMENT_NOT_ACCEPTED · NOTICE_UNKNOWN
 */
export async function checkReceivable(
  deps: Deps,
  controller: Controller,
  verified: Verified,
  facts: SubmittedFacts,
): Promise<void> {
  const named = { controller: controller.id };
  const keys = await currentKeys(deps, controller.id);
  if (keys.length === 0) throw new Problem("KEYS_UNHEALTHY", undefined, { named });
  const readable = verified.manifest.groups.every((group) =>
    group.recipients.some((kid) => keys.includes(kid)),
  );
  if (!readable) throw new Problem("ENVELOPE_KEY_UNKNOWN", undefined, { named });
  const refused = facts.assignments.filter((kind) => !controller.accepts.includes(kind));
  if (refused.length > 0) {
    const assignments = refused.filter(isAssignmentKind);
    throw new Problem("ASSIGNMENT_NOT_ACCEPTED", undefined, { named: { ...named, assignments } });
  }
  if (!(await wasShown(deps, controller.id, facts.noticeVersion)))
    throw new Problem("NOTICE_UNKNOWN", undefined, { named });
}
