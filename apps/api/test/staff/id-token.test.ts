/** An issuer made by hand, so that one thing at a time can be wrong with what it says. */
import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClaimMapping, claimNames } from "@tillit/login";
import { oidcAuthenticator } from "../../src/index.ts";
import { cookieOf, harness, publicAuthority, type Harness } from "../setup/harness.ts";

const redirectUri = "http://localhost:8789/api/auth/callback";
const loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";
const orgNumber = "2120000019";

let server: Server;
let issuer: string;
let h: Harness;
let right: CryptoKey;
let wrong: CryptoKey;
/** What the token endpoint gives next. */
let idToken: string;
/** What the userinfo endpoint says besides; nobody has signed it. */
let besides: object = {};

const claims: ClaimMapping = {
  require: { acr: loa3, amr: ["mfa", "hwk"] },
  rules: [
    {
      when: { [claimNames.orgNumber]: orgNumber, groups: "family-homes" },
      controller: publicAuthority,
      role: "caseworker",
    },
  ],
  person: claimNames.orgAffiliation,
  name: "name",
};

beforeAll(async () => {
  const made = await generateKeyPair("ES256");
  right = made.privateKey;
  wrong = (await generateKeyPair("ES256")).privateKey;
  const jwks = { keys: [{ ...(await exportJWK(made.publicKey)), alg: "ES256", use: "sig" }] };
  server = createServer((request, response) => {
    const documents: Record<string, object> = {
      "/.well-known/openid-configuration": {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["ES256"],
      },
      "/jwks": jwks,
      "/userinfo": { sub: "s-1", ...besides },
      "/token": { access_token: "a", token_type: "Bearer", id_token: idToken },
    };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(documents[request.url ?? ""] ?? {}));
  });
  issuer = await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
  const authenticator = oidcAuthenticator({
    issuer,
    clientId: "tillit",
    clientSecret: "a-client-secret",
    redirectUri,
    scope: "openid",
    postLogoutRedirectUri: "http://localhost:8789/api/auth/logged-out",
    allowHttp: true,
  });
  h = await harness({ more: { authenticator, claims } });
});
afterAll(async () => {
  await h.close();
  server.close();
  server.closeAllConnections();
});

const now = (): number => Math.floor(Date.now() / 1000);

function whole(nonce: string): JWTPayload {
  return {
    iss: issuer,
    aud: "tillit",
    sub: "s-1",
    iat: now(),
    exp: now() + 300,
    nonce,
    acr: loa3,
    amr: ["pwd", "mfa"],
    name: "Åsa Öberg",
    groups: ["family-homes"],
    [claimNames.orgNumber]: orgNumber,
    [claimNames.orgAffiliation]: `asa@${orgNumber}`,
    [claimNames.personalIdentityNumber]: "198505051234",
  };
}

interface Ends {
  readonly status: number;
  readonly code?: string;
  readonly cookie: string;
}

/** Leaves for the issuer, which answers with what `change` makes of a right token, and comes back. */
async function login(change: (token: JWTPayload) => JWTPayload, key = right, accept = ""): Promise<Ends> {
  const left = await h.app.request("/api/auth/login");
  const asked = new URL(left.headers.get("location") ?? "").searchParams;
  const token = change(whole(asked.get("nonce") ?? ""));
  idToken = await new SignJWT(token).setProtectedHeader({ alg: "ES256" }).sign(key);
  const back = await h.app.request(`/api/auth/callback?code=c&state=${asked.get("state")}`, {
    headers: { cookie: cookieOf(left), accept },
  });
  const { code } = (await back.json().catch(() => ({}))) as { code?: string };
  const seen = { status: back.status, cookie: cookieOf(back) };
  return code === undefined ? seen : { ...seen, code };
}

/** The token with something else said, or with undefined nothing said, under these names. */
const but =
  (other: Record<string, unknown>) =>
  (token: JWTPayload): JWTPayload =>
    Object.fromEntries(Object.entries({ ...token, ...other }).filter(([, value]) => value !== undefined));

describe("an ID token", () => {
  test("that is right opens a session", async () => {
    const { status, cookie } = await login((token) => token);
    expect(status).toBe(302);
    const session = await h.app.request("/api/session", { headers: { cookie } });
    expect(await session.json()).toMatchObject({ user: { role: "caseworker", controller: publicAuthority } });
  });

  test.each<[string, Record<string, unknown>]>([
    ["another login's nonce", { nonce: "n".repeat(43) }],
    ["no nonce", { nonce: undefined }],
    ["another issuer", { iss: "https://issuer.example" }],
    ["another audience", { aud: "another" }],
    ["two audiences and another for whom it is", { aud: ["tillit", "x"], azp: "x" }],
    ["its time run out a minute ago", { exp: now() - 60 }],
    ["its time not yet begun", { nbf: now() + 120 }],
    ["no subject", { sub: undefined }],
  ])("with %s is refused", async (_what, other) => {
    expect(await login(but(other))).toMatchObject({ status: 400, code: "LOGIN_INVALID" });
  });

  test("signed with another key is refused, though it came over the right connection", async () => {
    expect(await login((token) => token, wrong)).toMatchObject({ status: 400, code: "LOGIN_INVALID" });
  });

  test.each([
    ["ended 20 seconds ago", { exp: now() - 20 }, 302],
    ["begins in 20 seconds", { nbf: now() + 20 }, 302],
    ["ended 90 seconds ago", { exp: now() - 90 }, 400],
  ])("clocks may be half a minute apart: %s", async (_what, other, status) => {
    expect((await login(but(other))).status).toBe(status);
  });

  test.each([
    ["a lower level of assurance", { acr: "http://id.elegnamnden.se/loa/1.0/loa2" }],
    ["no level of assurance", { acr: undefined }],
    ["one factor", { amr: ["pwd"] }],
    ["no word on factors", { amr: undefined }],
  ])("with %s is too weak, and that is what is said", async (_what, other) => {
    expect(await login(but(other))).toMatchObject({ status: 403, code: "LOGIN_TOO_WEAK" });
  });

  test("without a level of assurance is too weak, also when the unsigned answer about the person has one", async () => {
    besides = { acr: loa3, amr: ["mfa"] };
    for (const unsaid of [{ acr: undefined }, { amr: undefined }]) {
      expect(await login(but(unsaid))).toMatchObject({ status: 403, code: "LOGIN_TOO_WEAK" });
    }
    besides = {};
  });

  test.each([
    [
      "another employer",
      { [claimNames.orgNumber]: "5590000017", [claimNames.orgAffiliation]: "a@5590000017" },
    ],
    ["two employers that differ", { [claimNames.orgAffiliation]: "asa@5590000017" }],
    ["no group", { groups: [] }],
    ["no affiliation to know the person by", { [claimNames.orgAffiliation]: undefined }],
  ])("with %s has no role here", async (_what, other) => {
    expect(await login(but(other))).toMatchObject({ status: 403, code: "LOGIN_NOT_ALLOWED" });
  });

  test("may say the employer in the affiliation alone", async () => {
    expect((await login(but({ [claimNames.orgNumber]: undefined }))).status).toBe(302);
  });

  test("that is refused sends a person's browser to the desk, which has the words", async () => {
    const left = await h.app.request("/api/auth/login");
    const asked = new URL(left.headers.get("location") ?? "").searchParams;
    const weak = but({ acr: "low" })(whole(asked.get("nonce") ?? ""));
    idToken = await new SignJWT(weak).setProtectedHeader({ alg: "ES256" }).sign(right);
    const headers = { cookie: cookieOf(left), accept: "text/html,application/xhtml+xml" };
    const path = `/api/auth/callback?code=c&state=${asked.get("state")}`;
    const back = await h.app.request(path, { headers });
    expect(back.headers.get("location")).toBe("http://localhost:8789/inloggning/LOGIN_TOO_WEAK");
    expect(back.headers.getSetCookie().some((one) => one.startsWith("tillit-session="))).toBe(false);
    expect(h.logged.some((line) => line.includes("LOGIN_TOO_WEAK"))).toBe(true);
    expect(h.logged.join("")).not.toContain("198505051234");
  });

  test("is not even asked for when the person cancels", async () => {
    const left = await h.app.request("/api/auth/login");
    const state = new URL(left.headers.get("location") ?? "").searchParams.get("state");
    const headers = { cookie: cookieOf(left) };
    const back = await h.app.request(`/api/auth/callback?error=access_denied&state=${state}`, { headers });
    expect(await back.json()).toMatchObject({ code: "LOGIN_CANCELLED" });
  });

  test("from an issuer without an end of session: one is logged out here alone", async () => {
    const { cookie } = await login((token) => token);
    const session = await h.app.request("/api/session", { headers: { cookie } });
    const { csrf } = (await session.json()) as { csrf: string };
    expect((await h.post("/api/auth/logout", {}, { cookie, csrf })).status).toBe(204);
  });
});
