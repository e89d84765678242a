/** The API's answers as the contract says them, and the built desk under its production policy. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Dsse } from "@tillit/crypto-envelope";
import { fakeKeyLog, type FakeKeyLog } from "@tillit/web-kit/testing";
import { newOffice, officeAnswer, ref, type Office } from "./fake-office.ts";
import { pinsOf, type SealedCase, type TestController } from "./sealed-case.ts";

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface FakeCase {
  readonly id: string;
  readonly number: string;
  status: string;
  readonly sealed: SealedCase;
  /** What to hand out instead of the sealed blobs. */
  readonly blobs?: ReadonlyMap<string, Uint8Array>;
  /** The application id the list claims. */
  readonly app: string;
  words: { kind: string; id: string; at: string; by: string; outcome: string; sealed: unknown }[];
}

export interface FakeApi {
  readonly url: string;
  readonly requests: Recorded[];
  loggedIn: boolean;
  /** The key document to hand out for every controller instead of its own. */
  swappedKeys: Dsse | undefined;
  /** What the one request is like, beside its defaults. */
  request: object;
  /** The public log of key documents. */
  keyLog: FakeKeyLog;
  /** Where the identity provider ends its login, if it does. */
  endsAtIssuer: string | undefined;
  /** The pages beside the cases. */
  office: Office;
  close(): Promise<void>;
}

const information = {
  purposes: [
    {
      purpose: { sv: "bedöma anmälan", en: "assess the application" },
      basis: [{ sv: "artikel 6.1 e", en: "Article 6(1)(e)" }],
    },
  ],
  categories: [],
  recipients: [],
  retention: [],
  rights: [],
  complaint: { sv: "IMY", en: "IMY" },
  sources: [],
  automatedDecisions: { sv: "Nej", en: "No" },
  transfers: [],
};

const disposition = (id: string): object => ({
  id,
  outcome: "dispose",
  status: "running",
  dutyArises: "2031-11-21",
  earliest: "2031-11-22",
  latest: "2032-12-31",
  deciding: { rule: "sol-17-1", cite: [{ act: "SFS 2025:400", at: "17 kap. 1 §" }], grade: "V" },
  explanation: ["Fem år efter sista anteckningen ska uppgifterna gallras."],
});

const toBoard = { outcome: "transfer", status: "due", transferTo: "deciding-board" };

/** A log that holds the documents of these controllers; another salt makes another log. */
export function keyLogOf(controllers: readonly TestController[], salt = ""): FakeKeyLog {
  const log = fakeKeyLog(salt);
  for (const { id, document } of controllers) log.publish(id, document);
  return log;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

export async function startFakeApi(
  dist: string,
  own: TestController,
  all: readonly TestController[],
  cases: readonly FakeCase[],
): Promise<FakeApi> {
  const requests: Recorded[] = [];
  const requestWords: {
    id: string;
    digest: string;
    kind: string;
    at: string;
    by: string;
    sealed: unknown;
  }[] = [];
  const state: Pick<FakeApi, "request" | "loggedIn" | "swappedKeys" | "keyLog" | "endsAtIssuer" | "office"> =
    {
      keyLog: keyLogOf(all),
      office: newOffice(),
      request: {},
      loggedIn: false,
      swappedKeys: undefined,
      endsAtIssuer: undefined,
    };
  const json = (response: ServerResponse, status: number, value: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };
  const rows = () =>
    cases.map(({ id, number, status, app }) => ({
      id,
      app,
      number,
      status,
      receivedAt: "2026-11-21T10:00:00Z",
      assignments: ["family-home", "contact-family"],
    }));

  const deskRoute = (path: string, method: string, body: string, response: ServerResponse): void => {
    const office = officeAnswer(path, method, body, state.office);
    if (office !== undefined) {
      if (office.status === 204) response.writeHead(204).end();
      else json(response, office.status, office.value);
      return;
    }
    const [, id = "", rest = ""] = /^\/applications\/([^/]+)\/?(.*)$/u.exec(path) ?? [];
    const found = cases.find((one) => one.id === id);
    if (path === "/applications") return json(response, 200, { applications: rows() });
    if (path === "/retention/plan") {
      return json(response, 200, {
        asOf: "2026-11-21",
        dispositions: cases.map((one) => ({
          ...disposition(one.id),
          application: { outcome: "approved", assignments: ["family-home", "contact-person"] },
        })),
      });
    }
    const request = {
      id: "r1",
      application: cases[0]?.id,
      right: "access",
      status: "received",
      received: "2026-11-21",
      lastDay: "2026-12-21",
    };
    if (path === "/requests") return json(response, 200, { requests: [request] });
    if (path === "/requests/r1") {
      const law = { act: "GDPR", at: "art. 12(3)" };
      const history = [{ type: "RequestReceived", at: "2026-11-21T10:00:00Z", by: "applicant" }];
      return json(response, 200, {
        ...request,
        app: cases[0]?.app,
        allowed: ["AcceptIdentity", "WithdrawRequest"],
        yours: ["AcceptIdentity", "AskIdentity", "WithdrawRequest"],
        trace: [{ law }],
        history,
        kind: "public-authority",
        regime: "gdpr",
        channel: "e-service",
        identity: "none",
        assuranceNeeded: 3,
        extended: false,
        restricted: false,
        recordRestricted: false,
        disclosed: false,
        executed: false,
        protection: [],
        sources: [],
        items: [],
        recipients: [],
        holds: [],
        outcomes: ["disclose", "redact", "withhold"],
        provisions: [
          {
            id: "osl-26-1",
            tests: ["reverse"],
            law: "OSL (2009:400) 26 kap. 1 §",
            text: { sv: "sekretess inom socialtjänsten", en: "secrecy in the social services" },
          },
        ],
        channels: ["self-service"],
        words: requestWords.map(({ sealed: _sealed, ...entry }) => entry),
        letters: [{ id: "M01", at: "2026-11-21T10:00:00Z" }],
        ...state.request,
      });
    }
    if (path === "/requests/r1/words" && method === "POST") {
      const { kind, words } = JSON.parse(body) as { kind: string; words: unknown };
      const id = `q${requestWords.length}`;
      const entry = { id, digest: "D".repeat(43), kind, at: "2026-11-21T11:00:00Z", by: "caseworker:0a1b" };
      requestWords.push({ ...entry, sealed: words });
      return json(response, 201, { id, digest: entry.digest, at: entry.at });
    }
    const said = requestWords.find(({ id: words }) => path === `/requests/r1/words/${words}`);
    if (said !== undefined) return json(response, 200, said.sealed);
    if (path === "/requests/r1/information") return json(response, 200, information);
    if (path === "/requests/r1/export" && method === "POST") {
      const { manifest } = JSON.parse(body) as { manifest: { payload: string } };
      const payload = Buffer.from(manifest.payload, "base64").toString();
      const { sections } = JSON.parse(payload) as { sections: { id: string; size: number }[] };
      const blobs = sections.map(({ id: section, size }) => ({ id: section, size, state: "missing" }));
      return json(response, 201, { id: "f".repeat(32), blobs });
    }
    if (path.startsWith("/requests/r1/export/")) return json(response, 200, { status: "stored" });
    if (path === "/requests/r1/commands") return json(response, 200, request);
    if (found === undefined) return json(response, 404, { code: "NOT_FOUND" });
    if (rest === "") {
      return json(response, 200, {
        ...rows().find((row) => row.id === id),
        history: [{ type: "ApplicationSubmitted", at: "2026-11-21T10:00:00Z", by: "applicant" }],
        disposition: { ...disposition(id), ...(state.office.stated ? toBoard : {}) },
        words: found.words.map(({ sealed: _sealed, ...entry }) => entry),
      });
    }
    if (rest === "envelope") {
      if (found.status === "submitted") found.status = "opened";
      return json(response, 200, { manifest: found.sealed.manifest, keyring: found.sealed.keyring });
    }
    if (rest.startsWith("blobs/")) {
      const section = rest.slice(6);
      const bytes = found.blobs?.get(section) ?? found.sealed.blobs.get(section);
      if (bytes === undefined) return json(response, 404, { code: "NOT_FOUND" });
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
      return undefined;
    }
    if (method === "POST" && (rest === "assessment" || rest === "decision")) {
      const { outcome, words } = JSON.parse(body) as { outcome: string; words: unknown };
      found.status = rest === "assessment" ? "assessed" : "decided";
      const entry = {
        kind: rest,
        id: `w${found.words.length}`,
        at: "2026-11-21T11:00:00Z",
        by: "caseworker:0a1b",
        outcome,
      };
      found.words.push({ ...entry, sealed: words });
      return json(response, 201, { id: entry.id, at: entry.at });
    }
    const words = found.words.find((entry) => rest === `words/${entry.id}`);
    return words === undefined
      ? json(response, 404, { code: "NOT_FOUND" })
      : json(response, 200, words.sealed);
  };

  const api = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    const body = await bodyOf(request);
    requests.push({ method, url: request.url ?? "", body });
    if (pathname === "/api/auth/login") {
      state.loggedIn = true;
      response.writeHead(302, { location: "/" }).end();
    } else if (pathname === "/tillit-config.json")
      json(response, 200, {
        operator: "Test",
        pins: pinsOf(all),
        logKeys: { "~keys": [fakeKeyLog().verifier] },
      });
    else if (pathname.startsWith("/api/keys/")) {
      const found = state.keyLog.answer(request.url ?? "/");
      json(response, found === undefined ? 404 : 200, found ?? { code: "NOT_FOUND" });
    } else if (pathname === "/api/controllers") {
      const contact = { phone: "010-000 00 00" };
      const kind = "public-authority";
      json(response, 200, { controllers: all.map(({ id }) => ({ id, name: id, kind, contact })) });
    } else if (pathname.startsWith("/api/controllers/")) {
      const controller = all.find(({ id }) => pathname === `/api/controllers/${id}/keys`);
      json(response, controller === undefined ? 404 : 200, {
        document: state.swappedKeys ?? controller?.document,
      });
    } else if (!state.loggedIn) json(response, 401, { code: "NOT_LOGGED_IN" });
    else if (method !== "GET" && request.headers["x-csrf-token"] !== "token-of-the-session") {
      json(response, 403, { code: "CSRF_TOKEN" });
    } else if (pathname === "/api/session") {
      json(response, 200, {
        user: {
          name: "Maja Forsling",
          role: state.office.role,
          ref,
          controller: own.id,
          controllerName: "Provkommunen, individ- och familjeomsorg",
        },
        csrf: "token-of-the-session",
      });
    } else if (pathname === "/api/auth/logout") {
      state.loggedIn = false;
      if (state.endsAtIssuer === undefined) response.writeHead(204).end();
      else json(response, 200, { url: state.endsAtIssuer });
    } else if (pathname.startsWith("/api/desk/")) deskRoute(pathname.slice(9), method, body, response);
    else json(response, 404, { code: "NOT_FOUND" });
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/api/") || pathname === "/tillit-config.json") {
      void api(request, response);
      return;
    }
    const file = extname(pathname) === "" ? "index.html" : pathname.slice(1);
    try {
      const bytes = readFileSync(join(dist, file));
      response
        .writeHead(200, {
          "content-type": types[extname(file)] ?? "text/plain",
          "content-security-policy": policy,
        })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    get loggedIn() {
      return state.loggedIn;
    },
    set loggedIn(value) {
      state.loggedIn = value;
    },
    get request() {
      return state.request;
    },
    set request(value) {
      state.request = value;
    },
    get swappedKeys() {
      return state.swappedKeys;
    },
    set swappedKeys(value) {
      state.swappedKeys = value;
    },
    get keyLog() {
      return state.keyLog;
    },
    set keyLog(value) {
      state.keyLog = value;
    },
    get office() {
      return state.office;
    },
    set office(value) {
      state.office = value;
    },
    get endsAtIssuer() {
      return state.endsAtIssuer;
    },
    set endsAtIssuer(value) {
      state.endsAtIssuer = value;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
