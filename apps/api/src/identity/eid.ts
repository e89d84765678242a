/** An applicant by e-identification. Only a keyed pseudonym of the number leaves this file. */
import { createHmac, hkdfSync } from "node:crypto";
import type { CalendarDate } from "@tillit/civil-time";
import { IdentityError, parseIdentityNumber } from "@tillit/swedish-identity";
import type { Authenticator, Claims } from "./authenticator.ts";
import { claimNames } from "./sweden-profile.ts";

export interface EidSettings {
  readonly authenticator: Authenticator;
  /** At least 32 characters; never changed, or every link is lost. */
  readonly secret: string;
  /** The levels of assurance that are accepted. */
  readonly acr: readonly string[];
  /** Where the browser goes afterwards: my pages. */
  readonly myPages: string;
}

function pseudonym(secret: string, number: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tillit/eid-link/1", 32));
  return createHmac("sha256", key).update(number).digest("hex");
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
export function pseudonymsOf(settings: EidSettings, claims: Claims, today: CalendarDate): readonly string[] {
  if (!settings.acr.includes(String(claims["acr"]))) return [];
  try {
    return [...new Set(numbersIn(claims, today))].map((number) => pseudonym(settings.secret, number));
  } catch (error) {
    if (error instanceof IdentityError) return [];
    throw error;
  }
}
