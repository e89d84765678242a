/** How the demo's login claims become a controller and a role; a real deployment writes its own rules. */
import type { ClaimMapping } from "@tillit/api";
import { acr } from "./issuer/provider.ts";
import type { IssuerUser } from "./issuer/settings.ts";
import { type DemoRole, type DemoUser, demoRoles, demoUsers, orgNumbers } from "./people.ts";

const orgNumber = "https://id.oidc.se/claim/orgNumber";
export const roleTexts: Readonly<Record<DemoRole, string>> = {
  caseworker: "handläggare",
  "secrecy-reviewer": "sekretessprövare",
  "decision-maker": "beslutsfattare",
  "privacy-officer": "dataskyddshandläggare",
};

/** Only a login of the wanted assurance counts; employer and group together decide. */
export function claimMapping(controllers: readonly string[]): ClaimMapping {
  return {
    require: { acr, amr: "mfa" },
    rules: controllers.flatMap((controller) =>
      demoRoles.map((role) => ({
        when: { [orgNumber]: orgNumbers[controller] ?? "", groups: `tillit-${role}` },
        controller,
        role,
      })),
    ),
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
    roleText: roleTexts[user.role],
    claims: {
      groups: [`tillit-${user.role}`],
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
