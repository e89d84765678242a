/** An applicant by e-identification. Only a keyed pseudonym of the number leaves this file. */
import type { CalendarDate } from "@tillit/civil-time";
import { IdentityError, parseIdentityNumber } from "@tillit/swedish-identity";
import type { Authenticator, Claims } from "../oidc/authenticator.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import { claimNames } from "../oidc/sweden-profile.ts";

export interface EidSettings {
  readonly authenticator: Authenticator;
  /** The levels of assurance that are accepted. */
  readonly acr: readonly string[];
  /** Where the browser goes afterwards: my pages. */
  readonly myPages: string;
}

function numbersIn(claims: Claims, today: CalendarDate): readonly string[] {
  const names = [
    claimNames.personalIdentityNumber,
    claimNames.coordinationNumber,
    claimNames.previousCoordinationNumber,
  ];
  const found = names.flatMap((name) => {
    const said = claims[name];
    return typeof said === "string" ? [said] : [];
  });
  return found.map((text) => parseIdentityNumber(text, today).normalized);
}

/**
 * The pseudonyms of who logged in: first of the number they have now, then of the one they had before. None when the
 * login was too weak or named no person.
 */
export function pseudonymsOf(
  { eid, pseudonyms }: { readonly eid: EidSettings; readonly pseudonyms: Pseudonyms },
  claims: Claims,
  today: CalendarDate,
): readonly string[] {
  if (!eid.acr.includes(String(claims["acr"]))) return [];
  try {
    return [...new Set(numbersIn(claims, today))].flatMap((number) => pseudonyms.ofApplicant(number) ?? []);
  } catch (error) {
    if (error instanceof IdentityError) return [];
    throw error;
  }
}
