/** A real OpenID Connect provider on loopback: discovery, code, PKCE, state, nonce. */
import { createServer, type Server } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { oidcAuthenticator } from "../../src/index.ts";
import { cookieOf, harness, publicAuthority, type Harness } from "../setup/harness.ts";

const redirectUri = "http://localhost:8789/api/auth/callback";
const loggedOutUri = "http://localhost:8789/api/auth/logged-out";
let server: Server;
let issuer: string;
let h: Harness;
let ours: Server;
let backChannel: string;

/** Our own API on a socket, for what the provider sends to it. */
function listenToProvider(): Promise<string> {
  return new Promise((resolve) => {
    ours = createServer((request, response) => {
      const answering = getRequestListener((asked) => h.app.fetch(asked));
      void answering(request, response);
    });
    ours.listen(0, "127.0.0.1", () => {
      const address = ours.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${port}/api/auth/backchannel-logout`);
    });
  });
}

function listen(): Promise<string> {
  return new Promise((resolve) => {
    server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
}

beforeAll(async () => {
  // The provider warns that its test features are on; that is what they are for.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  issuer = await listen();
  backChannel = await listenToProvider();
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "tillit",
        client_secret: "a-client-secret",
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [loggedOutUri],
        backchannel_logout_uri: backChannel,
        backchannel_logout_session_required: true,
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [{ ...key, alg: "ES256", use: "sig", kid: "k1" }] },
    cookies: { keys: ["cookie-key"] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    claims: { openid: ["sub", "acr"], profile: ["name", "org", "role"] },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, name: "Åsa Öberg", org: publicAuthority, role: "caseworker" }),
    }),
    // The provider sends nothing to loopback addresses by itself; here they are all there is.
    fetch: (address: string, { method = "GET", headers = {}, body = null }: RequestInit) =>
      fetch(address, { method, headers, body }),
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
  });
  server.on("request", provider.callback());
  h = await harness({
    more: {
      authenticator: oidcAuthenticator({
        issuer,
        clientId: "tillit",
        clientSecret: "a-client-secret",
        redirectUri,
        scope: "openid profile",
        postLogoutRedirectUri: loggedOutUri,
        allowHttp: true,
      }),
      claims: {
        require: {},
        rules: [
          {
            when: { org: publicAuthority, role: "caseworker" },
            controller: publicAuthority,
            role: "caseworker",
          },
        ],
        person: "sub",
        name: "name",
      },
    },
  });
});
afterAll(async () => {
  await h.close();
  for (const one of [server, ours]) {
    one.close();
    one.closeAllConnections();
  }
});

/** A browser of ten lines: keeps cookies, posts the provider's two forms, stops at our own address. */
async function atProvider(start: string, jar = new Map<string, string>()): Promise<URL> {
  let url = start;
  let form: string | undefined;
  for (let step = 0; step < 20; step += 1) {
    const answer = await fetch(url, {
      redirect: "manual",
      method: form === undefined ? "GET" : "POST",
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form === undefined ? {} : { body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    form = undefined;
    const location = answer.headers.get("location");
    if (location !== null) {
      const next = new URL(location, url);
      if (next.href.startsWith("http://localhost:8789/")) return next;
      url = next.href;
      continue;
    }
    const html = await answer.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error("no form");
    url = new URL(action, url).href;
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1];
    if (xsrf !== undefined) form = `xsrf=${xsrf}&logout=yes`;
    else form = html.includes('value="login"') ? "prompt=login&login=asa&password=x" : "prompt=consent";
  }
  throw new Error("the login did not end");
}

async function begun(): Promise<{ cookie: string; location: string }> {
  const left = await h.app.request("/api/auth/login");
  return { cookie: cookieOf(left), location: left.headers.get("location") ?? "" };
}

describe("logging in at a real provider", () => {
  test("asks with code, PKCE, state and nonce, for the configured address", async () => {
    const { location } = await begun();
    const asked = new URL(location).searchParams;
    expect(asked.get("response_type")).toBe("code");
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("redirect_uri")).toBe(redirectUri);
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.get(name)?.length).toBeGreaterThan(30);
  });

  test("ends in a session with the provider's name and the mapped role", async () => {
    const { cookie, location } = await begun();
    const back = await atProvider(location);
    const answer = await h.app.request(`/api/auth/callback${back.search}`, { headers: { cookie } });
    expect(answer.status).toBe(302);
    const session = await h.app.request("/api/session", { headers: { cookie: cookieOf(answer) } });
    expect(await session.json()).toMatchObject({ user: { name: "Åsa Öberg", role: "caseworker" } });
  });

  test("refuses another's state, another browser's answer and a code used twice", async () => {
    const { cookie, location } = await begun();
    const back = await atProvider(location);
    const other = await begun();
    const changed = new URLSearchParams(back.search);
    changed.set("state", "x".repeat(43));
    const finish = async (search: string, with_: string): Promise<number> =>
      (await h.app.request(`/api/auth/callback?${search.replace(/^\?/, "")}`, { headers: { cookie: with_ } }))
        .status;
    expect(await finish(changed.toString(), cookie)).toBe(400);
    expect(await finish(back.search, other.cookie)).toBe(400);
    expect(await finish(back.search, cookie)).toBe(302);
    expect(await finish(back.search, cookie)).toBe(400);
  });

  test("says that the provider is away, and asks it again next time", async () => {
    const authenticator = oidcAuthenticator({
      issuer: "http://127.0.0.1:1",
      clientId: "tillit",
      clientSecret: "s",
      redirectUri,
      scope: "openid",
      allowHttp: true,
    });
    for (const _ of [1, 2])
      await expect(authenticator.begin()).rejects.toMatchObject({ code: "ISSUER_UNREACHABLE" });
  });
});

describe("logging out at a real provider", () => {
  interface Inside {
    readonly cookie: string;
    readonly csrf: string;
    readonly jar: Map<string, string>;
  }

  async function inside(jar = new Map<string, string>()): Promise<Inside> {
    const { cookie: leaving, location } = await begun();
    const back = await atProvider(location, jar);
    const answer = await h.app.request(`/api/auth/callback${back.search}`, { headers: { cookie: leaving } });
    const cookie = cookieOf(answer);
    const session = await h.app.request("/api/session", { headers: { cookie } });
    return { cookie, jar, csrf: ((await session.json()) as { csrf: string }).csrf };
  }

  async function statusOf({ cookie }: Inside): Promise<number> {
    return (await h.app.request("/api/session", { headers: { cookie } })).status;
  }

  test("leads to the provider's own end of session, and back to exactly the configured address", async () => {
    const one = await inside();
    const left = await h.post("/api/auth/logout", {}, one);
    expect(left.status).toBe(200);
    expect(await statusOf(one)).toBe(401);
    const url = new URL(((await left.json()) as { url: string }).url);
    expect(url.origin).toBe(issuer);
    expect(url.searchParams.get("post_logout_redirect_uri")).toBe(loggedOutUri);
    expect(url.searchParams.get("id_token_hint")?.split(".")).toHaveLength(3);
    expect(url.searchParams.get("state")?.length).toBeGreaterThan(30);

    const back = await atProvider(url.href, one.jar);
    expect(back.href.startsWith(`${loggedOutUri}?state=`)).toBe(true);
    const end = `/api/auth/logged-out${back.search}`;
    const home = await h.app.request(end, { headers: { cookie: cookieOf(left) } });
    expect(home.headers.get("location")).toBe("http://localhost:8789/utloggad");
    const stranger = await h.app.request(end);
    expect(stranger.headers.get("location")).toBe("http://localhost:8789/");
  });

  test("ends the session here when the login is ended there, by whichever way", async () => {
    const jar = new Map<string, string>();
    const desk = await inside(jar);
    const otherTab = await inside(jar);
    const elsewhere = await inside();
    const left = await h.post("/api/auth/logout", {}, otherTab);
    await atProvider(((await left.json()) as { url: string }).url, jar);
    await expect.poll(() => statusOf(desk)).toBe(401);
    expect(await statusOf(elsewhere)).toBe(200);
  });

  test.each(["", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0."])(
    "takes nobody else's word for it: %j",
    async (token) => {
      const body = new URLSearchParams({ logout_token: token }).toString();
      const answer = await h.app.request("/api/auth/backchannel-logout", {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(body.length),
        },
        body,
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "LOGIN_INVALID" });
    },
  );

  test("ends the login here alone where no address to come back to is configured", async () => {
    const alone = oidcAuthenticator({
      issuer,
      clientId: "tillit",
      clientSecret: "a-client-secret",
      redirectUri,
      scope: "openid",
      allowHttp: true,
    });
    expect(await alone.leave?.("s", undefined)).toBeUndefined();
  });
});
