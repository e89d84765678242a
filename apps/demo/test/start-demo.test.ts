import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import {
  type Dsse,
  fromBase64Url,
  type Keyring,
  memorySink,
  open,
  decapsulatorFromSeed,
  Receipt,
  seal,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { type KeyFile, unlockKey } from "@tillit/crypto-envelope/keyfile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "../src/start-demo.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { loggedIn, visitor } from "./visitor.ts";

const folder = temporaryFolder();
const appsDir = join(folder.path, "apps");
const dataDir = join(folder.path, "data");
const ports = { form: 0, myPages: 0, desk: 0, issuer: 0 };
let demo: Demo;

beforeAll(async () => {
  for (const app of ["form", "my-pages", "desk"]) {
    mkdirSync(join(appsDir, app, "dist", "assets"), { recursive: true });
    writeFileSync(join(appsDir, app, "dist", "index.html"), `<!doctype html><title>${app}</title>`);
    writeFileSync(join(appsDir, app, "dist", "assets", "app-abc.js"), "export {};\n".repeat(500));
  }
  demo = await startDemo({ dataDir, ports, quiet: true, logN: 14, appsDir });
});
afterAll(async () => {
  await demo.close();
  folder.remove();
});

interface Pins {
  readonly pins: Readonly<Record<string, { readonly roots: string[]; readonly threshold: number }>>;
}

async function verifiedKeys(controller: string) {
  const { pins } = (await (await fetch(`${demo.urls.form}/tillit-config.json`)).json()) as Pins;
  const answer = await fetch(`${demo.urls.form}/api/controllers/${controller}/keys`);
  const { document } = (await answer.json()) as { document: Dsse };
  const roots = (pins[controller]?.roots ?? []).map((root) => fromBase64Url(root));
  return verifyKeyDocument(document, { roots, controller, now: new Date().toISOString() });
}

/** Whether a port takes connections. */
function isOpen(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** Sends the body in two parts, and does something in between where asked to. */
async function putSlowly(url: string, body: Uint8Array, meanwhile?: () => void): Promise<number> {
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": String(body.length),
    expect: "100-continue",
  };
  const sent = request(url, { method: "PUT", headers });
  const taken = once(sent, "continue");
  const answer = once(sent, "response") as Promise<[IncomingMessage]>;
  await new Promise<void>((resolve) => sent.write(body.slice(0, 100), () => resolve()));
  if (meanwhile !== undefined) {
    await taken;
    meanwhile();
    // Who comes now comes too late.
    await expect.poll(() => isOpen(url), { timeout: 10_000 }).toBe(false);
  }
  sent.end(body.slice(100));
  const [{ statusCode = 0 }] = await answer;
  return statusCode;
}

async function submit(
  controller: string,
  text: string,
  meanwhile?: () => void,
): Promise<{ id: string; app: string }> {
  const app = randomUUID();
  const { sink, blobs } = memorySink();
  const { manifest, keyring } = await seal({
    context: {
      app,
      controllers: [controller],
      purpose: "foster-care-application",
      schema: "fam-intresse/1",
      created: `${new Date().toISOString().slice(0, 19)}Z`,
    },
    receipt: Receipt.create(app),
    to: { g1: [await verifiedKeys(controller)] },
    sections: [{ id: "contact", class: "ordinary", data: new TextEncoder().encode(text), pad: "4k" }],
    sink,
  });
  const notice = await fetch(`${demo.urls.form}/api/controllers/${controller}/notice`);
  const { version: noticeVersion } = (await notice.json()) as { version: string };
  const facts = { assignments: ["family-home"], noticeVersion, lang: "sv" };
  const answer = await fetch(`${demo.urls.form}/api/applications`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ manifest, keyring, facts }),
  });
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  for (const [section, bytes] of blobs) {
    const url = `${demo.urls.form}/api/applications/${id}/blobs/${section}`;
    expect(await putSlowly(url, bytes, meanwhile)).toBe(200);
  }
  return { id, app };
}

describe("the demo", () => {
  it("offers the five organisations, each with keys that its pinned root has signed", async () => {
    const { controllers } = (await (await fetch(`${demo.urls.form}/api/controllers`)).json()) as {
      controllers: { id: string; healthy: boolean }[];
    };
    expect(controllers.map(({ id }) => id).sort()).toEqual([
      "familjehem-sverige",
      "ifo-namnd",
      "kasam-familjehemsvard",
      "skinnskatteberg-ifo",
      "socialt-skyddsnat",
    ]);
    expect(controllers.every(({ healthy }) => healthy)).toBe(true);
    for (const { id } of controllers) expect((await verifiedKeys(id)).recovery).toHaveLength(1);
  });

  it.each([
    ["maja.forsling", "caseworker", "skinnskatteberg-ifo"],
    ["olle.hedin", "decision-maker", "skinnskatteberg-ifo"],
    ["daniel.aspelin", "privacy-officer", "ifo-namnd"],
  ])("logs %s in as %s of %s", async (person, role, controller) => {
    const who = await loggedIn(demo.urls.desk, demo.urls.issuer, person);
    const session = await (await who.visit(`${demo.urls.desk}/api/session`)).json();
    expect(session).toMatchObject({ user: { role, controller } });
  });

  it("has a unit, whose people see its cases only", async () => {
    const who = await loggedIn(demo.urls.desk, demo.urls.issuer, "tove.lindahl");
    const session = await (await who.visit(`${demo.urls.desk}/api/session`)).json();
    expect(session).toMatchObject({
      user: { role: "caseworker", controller: "skinnskatteberg-ifo", unit: "norra" },
    });
    const { id } = await submit("skinnskatteberg-ifo", "Hej till hela kommunen");
    const path = `${demo.urls.desk}/api/desk/applications/${id}`;
    expect((await who.visit(path)).status).toBe(404);
    const whole = await loggedIn(demo.urls.desk, demo.urls.issuer, "maja.forsling");
    expect((await whole.visit(path)).status).toBe(200);
  });

  it("logs out of the desk and of the identity provider in one", async () => {
    const who = await loggedIn(demo.urls.desk, demo.urls.issuer, "maja.forsling");
    const { csrf } = (await (await who.visit(`${demo.urls.desk}/api/session`)).json()) as { csrf: string };
    const left = await who.visit(`${demo.urls.desk}/api/auth/logout`, {
      method: "POST",
      headers: { "x-csrf-token": csrf },
    });
    const { url } = (await left.json()) as { url: string };
    expect(url.startsWith(`${demo.urls.issuer}/session/end`)).toBe(true);
    const html = await (await who.visit(url)).text();
    expect(html).toContain('lang="sv"');
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(html)?.[1] ?? "";
    const home = await who.visit(
      `${demo.urls.issuer}/session/end/confirm`,
      { method: "POST", body: new URLSearchParams({ xsrf, logout: "yes" }) },
      `${demo.urls.desk}/utloggad`,
    );
    expect(home.headers.get("location")).toBe(`${demo.urls.desk}/utloggad`);
    expect((await who.visit(`${demo.urls.desk}/api/session`)).status).toBe(401);
  });

  it("lets an applicant log in with e-identification, who has linked nothing yet", async () => {
    const who = visitor();
    const html = await (await who.visit(`${demo.urls.myPages}/api/mine/eid/login`)).text();
    const action = /action="([^"]+)"/u.exec(html)?.[1] ?? "";
    const home = await who.visit(
      `${demo.urls.issuer}${action}`,
      { method: "POST", body: new URLSearchParams({ login: "anna.testgren" }) },
      `${demo.urls.myPages}/#`,
    );
    expect(home.headers.get("location")).toBe(`${demo.urls.myPages}/#eid=ready`);
    const headers = { origin: demo.urls.myPages };
    const answer = await who.visit(`${demo.urls.myPages}/api/mine/eid/session`, { method: "POST", headers });
    expect(await answer.json()).toEqual({ applications: [] });
  });

  it("carries an application to its own caseworker and key file, and to nobody else", async () => {
    const { id, app } = await submit("ifo-namnd", "Hej från en påhittad person");
    const elin = await loggedIn(demo.urls.desk, demo.urls.issuer, "elin.wiberg");
    const stranger = await loggedIn(demo.urls.desk, demo.urls.issuer, "karin.sandell");
    const path = `${demo.urls.desk}/api/desk/applications/${id}`;
    expect((await stranger.visit(`${path}/envelope`)).status).toBe(404);
    const sealed = (await (await elin.visit(`${path}/envelope`)).json()) as {
      manifest: Dsse;
      keyring: Keyring;
    };
    const blob = new Uint8Array(await (await elin.visit(`${path}/blobs/contact`)).arrayBuffer());
    const own = demo.controllers.find((one) => one.id === "ifo-namnd");
    const keyFile = JSON.parse(readFileSync(own?.keyFile ?? "", "utf8")) as KeyFile;
    const key = await decapsulatorFromSeed(
      "x25519",
      await unlockKey(keyFile, { passphrase: own?.passphrase ?? "" }),
    );
    const verified = verify(sealed.manifest, {
      app,
      controller: "ifo-namnd",
      purpose: "foster-care-application",
      schemas: ["fam-intresse/1"],
    });
    const opened = await open(verified, sealed.keyring, key);
    expect(new TextDecoder().decode(await opened.read("contact", blob))).toBe("Hej från en påhittad person");
  });

  it("keeps keys, sessions and applications between two starts", async () => {
    const { id } = await submit("ifo-namnd", "Kvar efter omstart");
    const before = demo.controllers;
    await demo.close();
    demo = await startDemo({ dataDir, ports, quiet: true, logN: 14, appsDir });
    expect(demo.controllers).toEqual(before);
    const elin = await loggedIn(demo.urls.desk, demo.urls.issuer, "elin.wiberg");
    expect((await elin.visit(`${demo.urls.desk}/api/desk/applications/${id}`)).status).toBe(200);
  });

  it("finishes an upload that is under way when it is told to stop", async () => {
    let stopped: Promise<void> | undefined;
    const { id } = await submit("ifo-namnd", "På väg in när det stängdes", () => {
      stopped = demo.close();
    });
    await stopped;
    demo = await startDemo({ dataDir, ports, quiet: true, logN: 14, appsDir });
    const elin = await loggedIn(demo.urls.desk, demo.urls.issuer, "elin.wiberg");
    expect((await elin.visit(`${demo.urls.desk}/api/desk/applications/${id}`)).status).toBe(200);
  });

  it("gives each app its own origin, its own files and a strict policy", async () => {
    const answers = await Promise.all(
      [demo.urls.form, demo.urls.myPages, demo.urls.desk].map((url) => fetch(`${url}/nagon/adress`)),
    );
    const titles = await Promise.all(answers.map((answer) => answer.text()));
    expect(titles.map((html) => /<title>([^<]*)/u.exec(html)?.[1])).toEqual(["form", "my-pages", "desk"]);
    for (const { headers } of answers) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain("unsafe");
    }
    const health = await fetch(`${demo.urls.desk}/healthz`);
    expect(health.status).toBe(200);
  });
});
