/** Invented applicants for the demo's e-identification. The numbers are Skatteverket's own test numbers. */
import type { IssuerUser } from "../issuer/settings.ts";

const people = [
  ["anna.testgren", "Anna", "Testgren", "198112289874"],
  ["bo.provberg", "Bo", "Provberg", "189001019802"],
] as const;

export const applicants: readonly IssuerUser[] = people.map(([id, givenName, familyName, number]) => ({
  id,
  name: `${givenName} ${familyName}`,
  givenName,
  familyName,
  organisation: "Sökande",
  roleText: "påhittad privatperson",
  claims: { "https://id.oidc.se/claim/personalIdentityNumber": number },
}));
