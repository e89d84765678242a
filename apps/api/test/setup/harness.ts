/** The whole API on a store of its own, with a clock one can set and an identity provider that believes everyone. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Receipt } from "@tillit/crypto-envelope";
import {
  createApp,
  createLog,
  openStore,
  Pseudonyms,
  type App,
  type Authenticator,
  type Deps,
  type Store,
} from "../../src/index.ts";
import type { Role } from "@tillit/api-contract/ground/roles";
import { freshDatabase } from "./databases.ts";
import { controllerKeys, sealed, section, type ControllerKeys, type SealedPackage } from "./sealing.ts";

export const origin = "http://localhost:8788";
export const publicAuthority = "skinnskatteberg-ifo";
export const privateProvider = "socialt-skyddsnat";

export interface Staff {
  readonly cookie: string;
  readonly csrf: string;
}

export interface Harness {
  readonly app: App;
  readonly deps: Deps;
  readonly store: Store;
  readonly folder: string;
  readonly keys: Readonly<Record<string, ControllerKeys>>;
  readonly logged: readonly string[];
  now: Date;
  login(role: Role, controller: string, person?: string, unit?: string): Promise<Staff>;
  get(path: string, staff?: Staff): Promise<Response>;
  post(path: string, body: unknown, staff?: Staff, more?: Record<string, string>): Promise<Response>;
  /** Of the notice as it is read now, for whoever then hands in an application. */
  noticeVersion(controller?: string): Promise<string>;
  seal(controller?: string, receipt?: Receipt): Promise<SealedPackage>;
  send(sealed: SealedPackage): Promise<Response>;
  upload(sealed: SealedPackage): Promise<Response>;
  submitted(controller?: string, receipt?: Receipt): Promise<SealedPackage>;
  close(): Promise<void>;
}

/** Of staff and of applicants. */
export const pseudonymKeys = { staff: "p".repeat(40), applicants: "e".repeat(40) };

/** Parts of each controller; whoever names none is of the whole. */
export const units = ["north", "south"] as const;

/** Anyone may be anyone: the claims are the code. */
function believing(): Authenticator {
  return {
    begin: () =>
      Promise.resolve({
        url: "https://issuer.example/authorize",
        pending: { state: "s", nonce: "n", verifier: "v" },
      }),
    finish: (query) =>
      Promise.resolve({ claims: JSON.parse(query.get("code") ?? "{}") as Record<string, unknown> }),
  };
}

const plan = { period: "P2Y", from: "caseClosed", decision: "dnr-2026-14" };
const accepts = ["family-home", "emergency-home", "contact-person", "contact-family"];

export interface HarnessOptions {
  readonly url?: string;
  readonly more?: Partial<Deps>;
}

export async function harness({ url, more = {} }: HarnessOptions = {}): Promise<Harness> {
  const database = url ?? (await freshDatabase("sqlite"));
  const folder = url === undefined ? dirname(database) : mkdtempSync(join(tmpdir(), "tillit-api-"));
  const store = await openStore(database);
  const logged: string[] = [];
  const self = { now: new Date("2026-11-23T09:30:00Z") };
  const keys: Record<string, ControllerKeys> = {};
  for (const [id, kind] of [
    [publicAuthority, "public-authority"],
    [privateProvider, "private-provider"],
  ] as const) {
    const made = await controllerKeys(id, self.now.toISOString());
    keys[id] = made;
    await store.putController(
      {
        id,
        kind,
        name: `Namn ${id}`,
        place: "Orten",
        contact: { phone: "010-000 00 00" },
        accepts,
        profileId: id,
        plan,
      },
      {
        seq: 1,
        document: made.document,
        at: "2026-01-01T00:00:00Z",
      },
    );
  }
  const roles = [
    "caseworker",
    "secrecy-reviewer",
    "decision-maker",
    "privacy-officer",
    "key-custodian",
    "operator",
  ] as const;
  const deps: Deps = {
    store,
    pseudonyms: await Pseudonyms.hold(store, pseudonymKeys, {
      at: self.now.toISOString(),
      confirmed: false,
    }),
    logSecret: "l".repeat(40),
    clock: () => self.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    authenticator: believing(),
    claims: {
      require: { acr: "loa3" },
      rules: [publicAuthority, privateProvider].flatMap((controller) =>
        roles.flatMap((role) =>
          [...units, undefined].map((unit) => {
            const when = { org: controller, role };
            return unit === undefined
              ? { when, controller, role }
              : { when: Object.assign({ unit }, when), controller, unit, role };
          }),
        ),
      ),
      person: "sub",
      name: "name",
    },
    session: { secret: "x".repeat(40), secure: false, idleSeconds: 1800, absoluteSeconds: 36_000 },
    origins: [origin],
    desk: "http://localhost:8789/",
    log: createLog("info", { write: (line: string) => void logged.push(line) }),
    maxBlobBytes: 1024 ** 3,
    ...more,
  };
  const app = createApp(deps);
  const headers = (staff?: Staff): Record<string, string> =>
    staff === undefined ? {} : { cookie: staff.cookie, "x-csrf-token": staff.csrf };
  const post: Harness["post"] = async (path, body, staff, extra = {}) => {
    const text = JSON.stringify(body);
    return app.request(path, {
      method: "POST",
      headers: {
        ...headers(staff),
        ...extra,
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(text)),
      },
      body: text,
    });
  };
  const result: Harness = {
    app,
    deps,
    store,
    folder,
    keys,
    logged,
    get now() {
      return self.now;
    },
    set now(value: Date) {
      self.now = value;
    },
    async login(role, controller, person = `${role}-1`, unit = "") {
      const left = await app.request("/api/auth/login");
      const claims = { sub: person, name: "Åsa Öberg", org: controller, role, unit, acr: "loa3" };
      const back = await app.request(
        `/api/auth/callback?code=${encodeURIComponent(JSON.stringify(claims))}&state=s`,
        {
          headers: { cookie: cookieOf(left) },
        },
      );
      const cookie = cookieOf(back);
      const { csrf } = (await (await app.request("/api/session", { headers: { cookie } })).json()) as {
        csrf: string;
      };
      return { cookie, csrf };
    },
    get: async (path, staff) => app.request(path, { headers: headers(staff) }),
    post,
    seal: (controller = publicAuthority, receipt = Receipt.create(crypto.randomUUID())) =>
      sealed({
        receipt,
        controller,
        to: (keys[controller] as ControllerKeys).keys,
        created: "2026-11-23T09:00:00Z",
        sections: [
          section("contact", "Anna Svensson 19850505-1234"),
          section("health", "ont i ryggen", "health"),
        ],
      }),
    async noticeVersion(controller = publicAuthority) {
      const answer = await app.request(`/api/controllers/${controller}/notice`);
      return ((await answer.json()) as { version: string }).version;
    },
    async send({ manifest, keyring, controller }) {
      const noticeVersion = await result.noticeVersion(controller);
      const facts = { assignments: ["family-home"], noticeVersion, lang: "sv" };
      return post("/api/applications", { manifest, keyring, facts });
    },
    async upload(one) {
      let last: Response | undefined;
      for (const [id, bytes] of one.blobs) last = await putBlob(app, one.record, id, bytes);
      return last as Response;
    },
    async submitted(controller, receipt) {
      const one = await result.seal(controller, receipt);
      await result.send(one);
      await result.upload(one);
      return one;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return result;
}

export function putBlob(
  app: Pick<App, "request">,
  record: string,
  id: string,
  bytes: Uint8Array,
): Promise<Response> {
  return Promise.resolve(
    app.request(`/api/applications/${record}/blobs/${id}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", "content-length": String(bytes.length) },
      body: bytes.slice(),
    }),
  );
}

/** What a browser would send back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .filter((one) => !one.endsWith("="))
    .join("; ");
}

/** Signs in with a receipt as my pages does. */
export async function ownToken(h: Harness, { receipt }: SealedPackage): Promise<string> {
  const asked = await h.post(`/api/mine/applications/${receipt.app}/challenge`, {});
  const { nonce, cids } = (await asked.json()) as { nonce: string; cids: string[] };
  const cid = cids[0] as string;
  const proof = receipt.prove(bytesOf(cid), bytesOf(nonce), origin);
  const answer = await h.post(`/api/mine/applications/${receipt.app}/session`, {
    cid,
    nonce,
    proof: Buffer.from(proof).toString("base64url"),
  });
  return ((await answer.json()) as { token: string }).token;
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
