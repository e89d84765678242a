import { isCalendarDate, parseDate, wholeYearsBetween } from "@tillit/civil-time";
import { IdentityError, parseIdentityNumber } from "@tillit/swedish-identity";
import type { IdentityCheck } from "./validate-step.ts";

/** Checks a personnummer or samordningsnummer against the day: its checksum, and that the person is of age. */
export function identityCheckOn(today: string): IdentityCheck {
  const day = parseDate(today);
  return (text) => {
    try {
      const { birthDate } = parseIdentityNumber(text, day);
      if (!isCalendarDate(birthDate)) return "ok";
      return wholeYearsBetween(birthDate, day) >= 18 ? "ok" : "under-18";
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      return error.code === "IDENTITY_CHECKSUM" ? "checksum" : "malformed";
    }
  };
}
