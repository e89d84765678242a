/** The whole of Tillit on one machine: identity provider, API and three web apps, with keys and people made up. */
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createApp, createLog, oidcAuthenticator, openStore, Pseudonyms, publicLogKey } from "@tillit/api";
import { applicants } from "./people/applicants.ts";
import { claimMapping, issuerUsers } from "./people/claims.ts";
import { type ControllerKeys, loadControllerKeys } from "./controller-keys.ts";
import { NotOurs, prepareData } from "./data-folder.ts";
import { acr } from "./issuer/provider.ts";
import { startIssuer } from "./issuer/start-issuer.ts";
import { type Listener, listen } from "./listen.ts";
import { controllers } from "./people/organisations.ts";
import { defaultPorts, type Ports, portSettings } from "./ports.ts";
import { loadSecrets } from "./secrets.ts";
import type { App } from "@tillit/web-kit/page-headers";
import { developmentSite } from "./web/development-site.ts";
import { type Site, staticSite } from "./web/static-site.ts";

export interface DemoOptions {
  readonly dataDir: string;
  readonly ports?: Partial<Ports>;
  readonly quiet?: boolean;
  /** Where progress is told; silent when `quiet`. */
  readonly log?: (line: string) => void;
  /** Cost of the key files' passphrases, 2^logN; 17 unless a test lowers it. */
  readonly logN?: number;
  /** Where the built web apps are: `<folder>/<app>/dist`. */
  readonly appsDir?: string;
  /** What time the API takes it to be; a test lets years pass. The identity provider keeps its own. */
  readonly clock?: () => Date;
  /** Addresses of development servers: the built apps are then not needed, their addresses lead here. */
  readonly devServers?: Readonly<Record<App, string>>;
}

export interface Demo {
  readonly urls: {
    readonly form: string;
    readonly myPages: string;
    readonly desk: string;
    readonly issuer: string;
  };
  readonly dataDir: string;
  readonly database: string;
  readonly apiLog: string;
  readonly controllers: readonly DemoController[];
  /** Takes no new requests, finishes those under way, then closes the database. */
  close(): Promise<void>;
}

export interface DemoController {
  readonly id: string;
  readonly name: string;
  readonly keyFile: string;
  readonly passphrase: string;
}

type Api = ReturnType<typeof createApp>;
const appsFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One origin: what begins with /api (and the health check) is the API's, everything else the app's own files. */
function serveOrigin(listener: Listener, site: Site, api: Api): void {
  listener.serve(
    getRequestListener((request, env) => {
      const { pathname } = new URL(request.url);
      const forApi = pathname === "/api" || pathname.startsWith("/api/") || pathname === "/healthz";
      return forApi ? api.fetch(request, env) : site(request);
    }),
  );
}

/** Throws NotOurs when the database remembers other keys than the folder holds. */
async function seed(store: Awaited<ReturnType<typeof openStore>>, keys: ReadonlyMap<string, ControllerKeys>) {
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  for (const controller of controllers) {
    const own = keys.get(controller.id);
    if (own === undefined) continue;
    const { seq, document } = own;
    await store.putController(controller, { seq, document: JSON.parse(JSON.stringify(document)), at });
    const kept = await store.keyDocument(controller.id);
    if (JSON.stringify(kept?.["payload"]) !== JSON.stringify(document.payload)) {
      throw new NotOurs("The keys and the database were not made together. Begin afresh with -- --reset.");
    }
  }
}

/** Starts everything; resolves when all four addresses answer. Throws PortTaken and NotBuilt. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { dataDir, quiet = false, logN = 17, appsDir = appsFolder, devServers } = options;
  const say = quiet ? () => undefined : (options.log ?? (() => undefined));
  const ports = { ...defaultPorts, ...options.ports };
  const listeners: Listener[] = [];
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    // Requests under way still need the provider, the store and the log.
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const take = async (what: App, port: keyof Ports): Promise<Listener> => {
      const listener = await listen(what, ports[port], portSettings[port]);
      listeners.push(listener);
      return listener;
    };
    const form = await take("form", "form");
    const myPages = await take("my-pages", "myPages");
    const desk = await take("desk", "desk");

    prepareData(dataDir);
    const secrets = loadSecrets(dataDir);
    const redirectUri = `${desk.url}/api/auth/callback`;
    const loggedOutUri = `${desk.url}/api/auth/logged-out`;
    const applicantRedirectUri = `${myPages.url}/api/mine/eid/callback`;
    const issuer = await startIssuer({
      port: ports.issuer,
      cookieKey: secrets.issuerCookie,
      signingKey: secrets.issuerKey,
      clients: [
        {
          clientId: "tillit-desk",
          clientSecret: secrets.client,
          redirectUris: [redirectUri],
          postLogoutRedirectUris: [loggedOutUri],
          users: issuerUsers(new Map(controllers.map(({ id, name }) => [id, name]))),
        },
        {
          clientId: "tillit-my-pages",
          clientSecret: secrets.applicantClient,
          redirectUris: [applicantRedirectUri],
          postLogoutRedirectUris: [],
          users: applicants,
        },
      ],
    });
    closers.push(() => issuer.close());

    const keys = new Map<string, ControllerKeys>();
    for (const { id, name } of controllers) {
      say(`Keys of ${name} …`);
      keys.set(id, await loadControllerKeys(id, { dataDir, now: new Date(), logN }));
    }
    const database = join(dataDir, "tillit.sqlite");
    const store = await openStore(database);
    closers.push(() => store.close());
    await seed(store, keys);

    const apiLog = join(dataDir, "api.log");
    const logStream = createWriteStream(apiLog, { flags: "a", mode: 0o600 });
    closers.push(() => new Promise((resolve) => logStream.end(resolve)));
    const session = {
      secret: secrets.session,
      secure: false,
      idleSeconds: 30 * 60,
      absoluteSeconds: 10 * 3600,
    };
    const clock = options.clock ?? (() => new Date());
    const api = createApp({
      store,
      // The folder that the database is in holds the secrets too, so these are the ones it was begun with.
      pseudonyms: await Pseudonyms.hold(
        store,
        { staff: secrets.staff, applicants: secrets.applicant },
        { at: `${clock().toISOString().slice(0, 19)}Z`, confirmed: true },
      ),
      logSecret: secrets.log,
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      authenticator: oidcAuthenticator({
        issuer: issuer.url,
        clientId: "tillit-desk",
        clientSecret: secrets.client,
        redirectUri,
        scope: "openid profile https://id.oidc.se/scope/naturalPersonOrgId",
        acrValues: acr,
        postLogoutRedirectUri: loggedOutUri,
        allowHttp: true,
      }),
      eid: {
        authenticator: oidcAuthenticator({
          issuer: issuer.url,
          clientId: "tillit-my-pages",
          clientSecret: secrets.applicantClient,
          redirectUri: applicantRedirectUri,
          scope: "openid https://id.oidc.se/scope/naturalPersonNumber",
          acrValues: acr,
          allowHttp: true,
        }),
        acr: [acr],
        myPages: `${devServers?.["my-pages"] ?? myPages.url}/`,
      },
      claims: claimMapping(controllers.map(({ id }) => id)),
      session,
      origins: devServers === undefined ? [myPages.url] : [myPages.url, devServers["my-pages"]],
      desk: `${devServers?.desk ?? desk.url}/`,
      log: createLog("info", logStream),
      maxBlobBytes: 1024 ** 3,
    });

    const pins = Object.fromEntries([...keys].map(([id, { root }]) => [id, { roots: [root], threshold: 1 }]));
    // What a deployment writes into this file by hand: whose roots and whose logs its web apps trust.
    const logKeys = Object.fromEntries(
      ["~keys", ...keys.keys()].map((id) => [id, [publicLogKey({ logSecret: secrets.log }, id)]]),
    );
    const config = {
      "/tillit-config.json": JSON.stringify({
        operator: "Tillit demo",
        pins,
        logKeys,
        myPages: `${myPages.url}/`,
      }),
    };
    const site = (app: App): Site =>
      devServers === undefined
        ? staticSite(app, join(appsDir, app, "dist"), config)
        : developmentSite(devServers[app], config);
    serveOrigin(form, site("form"), api);
    serveOrigin(myPages, site("my-pages"), api);
    serveOrigin(desk, site("desk"), api);

    return {
      urls: { form: form.url, myPages: myPages.url, desk: desk.url, issuer: issuer.url },
      dataDir,
      database,
      apiLog,
      controllers: controllers.map(({ id, name }) => ({
        id,
        name,
        keyFile: keys.get(id)?.keyFile ?? "",
        passphrase: keys.get(id)?.passphrase ?? "",
      })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
