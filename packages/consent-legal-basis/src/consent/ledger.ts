import { ConsentBasisError } from "../errors.ts";
import { type ConsentEvent, instantKey, parseConsentEvent } from "./consent-event.ts";

/** The events of one person and one purpose, in the order they were written down. Grows only at its end. */
export type ConsentLedger = readonly ConsentEvent[];

/**
 * The ledger with one more event. Nothing is ever changed or taken out: a mistake is mended by a new event.
 *
 * @throws {@link ConsentBasisError} `LEDGER_MALFORMED` for a bad event, `LEDGER_MIXED` for another person or
 *   purpose, `LEDGER_NOT_APPEND_ONLY` for an id in use, a time of writing before the last one, or before the event
 */
export function appendConsent(ledger: ConsentLedger, value: unknown): ConsentLedger {
  const event = parseConsentEvent(value);
  const last = ledger.at(-1);
  if (last !== undefined && (last.subject !== event.subject || last.purpose !== event.purpose)) {
    throw new ConsentBasisError("LEDGER_MIXED", "the ledger is another person's or for another purpose");
  }
  if (ledger.some(({ id }) => id === event.id)) {
    throw new ConsentBasisError("LEDGER_NOT_APPEND_ONLY", "the id is in use", ["id"]);
  }
  const written = instantKey(event.recordedAt);
  if (written < instantKey(event.at) || (last !== undefined && written < instantKey(last.recordedAt))) {
    throw new ConsentBasisError(
      "LEDGER_NOT_APPEND_ONLY",
      "an event is written down after it happened and in order",
      ["recordedAt"],
    );
  }
  return [...ledger, event];
}
