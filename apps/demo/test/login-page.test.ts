import { describe, expect, it } from "vitest";
import { loginPage } from "../src/issuer/login-page.ts";
import { issuerUsers } from "../src/people/claims.ts";
import { demoRoles, demoUsers, orgNumbers } from "../src/people/people.ts";
import { controllers } from "../src/people/organisations.ts";

const users = issuerUsers(new Map(controllers.map(({ id, name }) => [id, name])));

describe("the people of the demo", () => {
  it("are one for every role in every organisation, and two of a unit, each with an id of their own", () => {
    const ofWhole = demoUsers.filter(({ unit }) => unit === undefined);
    expect(ofWhole).toHaveLength(controllers.length * demoRoles.length);
    expect(demoUsers.filter(({ unit }) => unit !== undefined).map(({ role }) => role)).toEqual([
      "caseworker",
      "decision-maker",
    ]);
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
    expect(users.every(({ id }) => /^[a-z]+\.[a-z]+$/u.test(id))).toBe(true);
  });

  it("belong to organisations that the profiles have, told apart by number", () => {
    const ids = controllers.map(({ id }) => id);
    expect(new Set(demoUsers.map(({ controller }) => controller))).toEqual(new Set(ids));
    expect(new Set(ids.map((id) => orgNumbers[id])).size).toBe(ids.length);
  });

  it("stand on the login page as one labelled button each, under their organisation, without any script", () => {
    const html = loginPage("abc", users);
    expect(html.match(/<button name="login"/gu)).toHaveLength(users.length);
    expect(html.match(/<section aria-labelledby/gu)).toHaveLength(controllers.length);
    expect(html).not.toMatch(/<script| style=| on[a-z]+=/u);
    expect(html).toContain('<html lang="sv">');
  });
});
