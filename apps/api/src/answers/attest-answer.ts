/** An entry of the controller's log that names a sealed answer, so that its subject can show who answered. */
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import type { Deps } from "../deps.ts";
import type { Unit } from "@tillit/record-store";

export interface SealedAnswer {
  /** The stored envelope. */
  readonly id: string;
  readonly request: string;
  /** SHA-256 of its manifest, base64url. */
  readonly envelope: string;
  /** SHA-256 of the package's list of files, hex: so that also the opened answer can be compared. */
  readonly package: string;
}

/** In the transaction that keeps the answer. An entry of its own: what is given to the subject names nobody. */
export async function attestAnswer(
  deps: Pick<Deps, "clock">,
  unit: Unit,
  { id, request, envelope, package: list }: SealedAnswer,
): Promise<void> {
  await append(unit, "answer", id, 0, {
    type: "AnswerAttested",
    at: instant(deps.clock()),
    by: "system",
    data: { request, envelope, package: list },
  });
}
