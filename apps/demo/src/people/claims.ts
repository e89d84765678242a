/** How the demo's login claims become a controller and a role; a real deployment writes its own rules. */
import type { ClaimMapping } from "@tillit/api";
import { acr } from "../issuer/provider.ts";
import type { IssuerUser } from "../issuer/settings.ts";
import { type DemoRole, type DemoUser, demoRoles, demoUnits, demoUsers, orgNumbers } from "./people.ts";

const orgNumber = "https://id.oidc.se/claim/orgNumber";
export const roleTexts: Readonly<Record<DemoRole, string>> = {
  caseworker: "handläggare",
  "secrecy-reviewer": "sekretessprövare",
  "decision-maker": "beslutsfattare",
  "privacy-officer": "dataskyddshandläggare",
};

function groupOf(role: DemoRole, unit?: string): string {
  return unit === undefined ? `tillit-${role}` : `tillit-${role}-${unit}`;
}

function rulesOf(controller: string, unit?: string): ClaimMapping["rules"] {
  return demoRoles.map((role) => {
    const when = { [orgNumber]: orgNumbers[controller] ?? "", groups: groupOf(role, unit) };
    return unit === undefined ? { when, controller, role } : { when, controller, unit, role };
  });
}

/** Only a login of the wanted assurance counts; employer and group together decide. */
export function claimMapping(controllers: readonly string[]): ClaimMapping {
  return {
    require: { acr, amr: "mfa" },
    // The first rule that fits decides: who is of a unit is found before who is of the whole.
    rules: [
      ...demoUnits.flatMap(([controller, unit]) => rulesOf(controller, unit)),
      ...controllers.flatMap((controller) => rulesOf(controller)),
    ],
    person: "https://id.oidc.se/claim/orgAffiliation",
    name: "name",
  };
}

function issuerUser(user: DemoUser, organisation: string): IssuerUser {
  const number = orgNumbers[user.controller] ?? "";
  return {
    id: user.id,
    name: `${user.givenName} ${user.familyName}`,
    givenName: user.givenName,
    familyName: user.familyName,
    organisation,
    roleText: user.unit === undefined ? roleTexts[user.role] : `${roleTexts[user.role]}, enhet ${user.unit}`,
    claims: {
      groups: [groupOf(user.role, user.unit)],
      "https://id.oidc.se/claim/orgAffiliation": `${user.id}@${number}`,
      [orgNumber]: number,
      "https://id.oidc.se/claim/orgName": organisation,
    },
  };
}

/** The people of the login page, in the order of the organisations. */
export function issuerUsers(names: ReadonlyMap<string, string>): readonly IssuerUser[] {
  return demoUsers.flatMap((user) => {
    const name = names.get(user.controller);
    return name === undefined ? [] : [issuerUser(user, name)];
  });
}
