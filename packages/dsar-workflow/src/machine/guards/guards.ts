/** Every guard of the machine. */
import { answerGuards } from "./answer-guards.ts";
import type { Guard } from "./guard.ts";
import type { GuardId } from "./guard-id.ts";
import { intakeGuards } from "./intake-guards.ts";
import { reviewGuards } from "./review-guards.ts";

export const guards: Readonly<Record<GuardId, Guard>> = { ...intakeGuards, ...reviewGuards, ...answerGuards };
