import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicants } from "../src/people/applicants.ts";
import { type Issuer, startIssuer } from "../src/issuer/start-issuer.ts";
import type { IssuerSettings } from "../src/issuer/settings.ts";
import { loadSecrets } from "../src/secrets.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { visitor } from "./visitor.ts";

const folder = temporaryFolder();
const callback = "http://localhost:4711/api/auth/callback";
let issuer: Issuer;
let settings: IssuerSettings;

beforeAll(async () => {
  const secrets = loadSecrets(folder.path);
  settings = {
    port: 0,
    cookieKey: secrets.issuerCookie,
    signingKey: secrets.issuerKey,
    clients: [
      {
        clientId: "tillit",
        clientSecret: secrets.client,
        redirectUris: [callback],
        postLogoutRedirectUris: [],
        users: [
          {
            id: "maja.forsling",
            name: "Maja <Forsling>",
            givenName: "Maja",
            familyName: "Forsling",
            organisation: "Provkommunen",
            roleText: "handläggare",
            claims: {
              groups: ["caseworker"],
              "https://id.oidc.se/claim/orgAffiliation": "maja.forsling@2120000019",
            },
          },
        ],
      },
      {
        clientId: "another",
        clientSecret: "another-secret",
        redirectUris: [callback],
        postLogoutRedirectUris: [],
        users: applicants,
      },
    ],
  };
  issuer = await startIssuer(settings);
});
afterAll(async () => {
  await issuer.close();
  folder.remove();
});

function browser() {
  const who = visitor();
  return (url: string, body?: URLSearchParams): Promise<Response> =>
    who.visit(url, body === undefined ? {} : { method: "POST", body }, callback);
}

describe("the demo's identity provider", () => {
  const verifier = randomBytes(32).toString("base64url");
  const request = new URLSearchParams({
    client_id: "tillit",
    response_type: "code",
    redirect_uri: callback,
    scope: "openid profile https://id.oidc.se/scope/naturalPersonOrgId",
    state: "s".repeat(22),
    nonce: "n".repeat(22),
    prompt: "login",
    acr_values: "http://id.elegnamnden.se/loa/1.0/loa3",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });

  it("logs a person in with one click and states who employs them, and how surely it knows", async () => {
    const visit = browser();
    const page = await visit(`${issuer.url}/auth?${request}`);
    const html = await page.text();
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain("Maja &#60;Forsling&#62;");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const action = /action="([^"]+)"/u.exec(html)?.[1] ?? "";
    const done = await visit(`${issuer.url}${action}`, new URLSearchParams({ login: "maja.forsling" }));
    const back = new URL(done.headers.get("location") ?? "");
    expect(back.searchParams.get("state")).toBe("s".repeat(22));
    const tokens = await fetch(`${issuer.url}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`tillit:${settings.clients[0]?.clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: back.searchParams.get("code") ?? "",
        redirect_uri: callback,
        code_verifier: verifier,
      }),
    });
    const { id_token: token } = (await tokens.json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as object;
    expect(claims).toMatchObject({
      sub: "maja.forsling",
      name: "Maja <Forsling>",
      groups: ["caseworker"],
      acr: "http://id.elegnamnden.se/loa/1.0/loa3",
      amr: ["mfa"],
      nonce: "n".repeat(22),
      "https://id.oidc.se/claim/orgAffiliation": "maja.forsling@2120000019",
    });
  });

  it("asks again at every login, so that one browser can be two people in turn", async () => {
    const visit = browser();
    const silent = new URLSearchParams(request);
    silent.delete("prompt");
    for (const attempt of [1, 2]) {
      const html = await (await visit(`${issuer.url}/auth?${silent}`)).text();
      const action = /action="([^"]+)"/u.exec(html)?.[1];
      expect(action, `login ${attempt}`).toBeDefined();
      const done = await visit(`${issuer.url}${action}`, new URLSearchParams({ login: "maja.forsling" }));
      expect(done.headers.get("location")).toContain("code=");
    }
  });

  it("offers each client its own people only", async () => {
    const visit = browser();
    const other = new URLSearchParams(request);
    other.set("client_id", "another");
    const html = await (await visit(`${issuer.url}/auth?${other}`)).text();
    expect(html).toContain("Anna Testgren");
    expect(html).not.toContain("Forsling");
    const action = /action="([^"]+)"/u.exec(html)?.[1] ?? "";
    const posted = await visit(`${issuer.url}${action}`, new URLSearchParams({ login: "maja.forsling" }));
    expect(posted.status).toBe(400);
  });

  it("refuses a person it does not know", async () => {
    const visit = browser();
    const html = await (await visit(`${issuer.url}/auth?${request}`)).text();
    const action = /action="([^"]+)"/u.exec(html)?.[1] ?? "";
    expect((await visit(`${issuer.url}${action}`, new URLSearchParams({ login: "nobody" }))).status).toBe(
      400,
    );
  });

  it("refuses a request without PKCE, and an address that is not registered", async () => {
    const plain = new URLSearchParams(request);
    plain.delete("code_challenge");
    plain.delete("code_challenge_method");
    const answer = await browser()(`${issuer.url}/auth?${plain}`);
    expect(answer.headers.get("location")).toContain("error=invalid_request");
    const elsewhere = new URLSearchParams(request);
    elsewhere.set("redirect_uri", "http://localhost:4712/steal");
    expect((await browser()(`${issuer.url}/auth?${elsewhere}`)).status).toBe(400);
  });

  it("says which port is taken", async () => {
    const port = Number(new URL(issuer.url).port);
    await expect(startIssuer({ ...settings, port })).rejects.toMatchObject({ name: "PortTaken", port });
  });
});
