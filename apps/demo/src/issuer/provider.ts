/**
 * A real OpenID Connect provider with the demo's people in it. Claims are named as in the OIDC Sweden profile, so
 * that a municipality's own issuer can take its place by configuration alone.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Context, interactionPolicy, type Policy, Provider } from "oidc-provider";
import { logoutPage } from "./logout-page.ts";
import { loginPage, loginStyle } from "./login-page.ts";
import type { IssuerSettings, IssuerUser } from "./settings.ts";

/** Assurance level 3 of the Swedish e-identification framework, the level staff logins reach. */
export const acr = "http://id.elegnamnden.se/loa/1.0/loa3";

const organisationClaims = [
  "https://id.oidc.se/claim/orgAffiliation",
  "https://id.oidc.se/claim/orgNumber",
  "https://id.oidc.se/claim/orgName",
];
const scopeClaims: Readonly<Record<string, readonly string[]>> = {
  openid: ["sub", "acr", "amr"],
  profile: ["name", "given_name", "family_name", "groups", ...organisationClaims],
  "https://id.oidc.se/scope/naturalPersonInfo": ["name", "given_name", "family_name"],
  "https://id.oidc.se/scope/naturalPersonOrgId": ["name", ...organisationClaims],
  "https://id.oidc.se/scope/naturalPersonNumber": [
    "https://id.oidc.se/claim/personalIdentityNumber",
    "https://id.oidc.se/claim/coordinationNumber",
  ],
};

const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

async function formBody(request: IncomingMessage): Promise<URLSearchParams> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) return new URLSearchParams();
  }
  return new URLSearchParams(body);
}

/** Asks who it is at every login: after logging out of the desk, another person can take over the browser. */
function alwaysAsk(): Policy {
  const policy = interactionPolicy.base();
  const asked = new interactionPolicy.Check(
    "always_ask",
    "the person is chosen at every login",
    ({ oidc }) => oidc.result?.login === undefined,
  );
  policy.get("login").checks.add(asked);
  return policy;
}

function account(user: IssuerUser) {
  const { id, name, givenName, familyName, claims } = user;
  return {
    accountId: id,
    claims: () =>
      Promise.resolve({ sub: id, name, given_name: givenName, family_name: familyName, ...claims }),
  };
}

/** The request handler of the identity provider at the given issuer address. */
export function issuerHandler(issuer: string, settings: IssuerSettings): RequestListener {
  const users = new Map(settings.clients.flatMap((one) => one.users.map((user) => [user.id, user])));
  const usersOf = (client: unknown): readonly IssuerUser[] =>
    settings.clients.find(({ clientId }) => clientId === client)?.users ?? [];
  const provider: Provider = new Provider(issuer, {
    clients: settings.clients.map((one) => ({
      client_id: one.clientId,
      client_secret: one.clientSecret,
      redirect_uris: one.redirectUris,
      post_logout_redirect_uris: one.postLogoutRedirectUris,
      grant_types: ["authorization_code"],
      response_types: ["code"],
      token_endpoint_auth_method: "client_secret_basic",
      id_token_signed_response_alg: "ES256",
    })),
    jwks: { keys: [settings.signingKey] },
    cookies: { keys: [settings.cookieKey] },
    pkce: { required: () => true },
    acrValues: [acr],
    scopes: Object.keys(scopeClaims),
    claims: scopeClaims,
    // The profile wants identity in the ID token, not only at userinfo.
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage },
    },
    ttl: { AccessToken: 600, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
    interactions: {
      policy: alwaysAsk(),
      url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}`,
    },
    findAccount: (_context: Context, id: string) => {
      const user = users.get(id);
      return user === undefined ? undefined : account(user);
    },
    // Staff do not consent to their own employer's system: every scope the client asks for is granted.
    loadExistingGrant: async (context: Context) => {
      const { client, session, params } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(params.scope ?? "openid");
      grant.addOIDCClaims([...new Set(Object.values(scopeClaims).flat())]);
      await grant.save();
      return grant;
    },
  });
  const standard = provider.callback();

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uid, params } = await provider.interactionDetails(request, response);
    const offered = usersOf(params.client_id);
    if (request.method !== "POST") {
      response.writeHead(200, pageHeaders).end(loginPage(uid, offered));
      return;
    }
    const accountId = (await formBody(request)).get("login") ?? "";
    if (!offered.some(({ id }) => id === accountId)) {
      response.writeHead(400, pageHeaders).end(loginPage(uid, offered));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId, acr, amr: ["mfa"] } });
  };

  return (request, response) => {
    if (request.url === "/login.css") {
      response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(loginStyle);
    } else if (request.url?.startsWith("/interaction/") === true) {
      interact(request, response).catch(() => {
        if (!response.headersSent) response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
        response.end("Inloggningen har gått ut. Gå tillbaka till Tillit och logga in igen.");
      });
    } else {
      standard(request, response);
    }
  };
}
