/** An API that knows three receivers, keeps what it is sent, and can be told to misbehave. */
import { createHash } from "node:crypto";
import { generateKey, toBase64Url, type Dsse, type Keyring } from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { type FakeAnswer, type FakeApi, fakeKeyLog, type FakeKeyLog } from "@tillit/web-kit/testing";

export interface FakeWorld {
  readonly api: FakeApi;
  readonly applications: Map<
    string,
    { manifest: Dsse; keyring: Keyring; facts: unknown; blobs: Map<string, Buffer> }
  >;
  readonly seeds: ReadonlyMap<string, Uint8Array>;
  /** Serves another controller's key document under this id. */
  swapKeyOf: string | undefined;
  /** Answers this many requests that send something with 503 first. */
  failures: number;
  /** Answers requests to these paths with 503. */
  refuse: RegExp | undefined;
  /** The public log of the documents; a test may put another in its place. */
  keyLog: FakeKeyLog;
  /** Makes a log of the documents; another salt makes a log that others are not shown. */
  readonly newKeyLog: (salt: string, without?: string) => FakeKeyLog;
  /** Takes no application for this controller. */
  rejects: string | undefined;
  /** With which code. */
  rejectCode: string;
  /** The version of a controller's notice, where that is not the first one. */
  readonly noticeVersions: Map<string, string>;
  /** What a controller accepts, where that is not everything. */
  readonly accepts: Map<string, readonly string[]>;
}

export const receivers: readonly { id: string; name: string; kind: string }[] = [
  { id: "skinnskatteberg-ifo", name: "Skinnskattebergs kommun", kind: "public-authority" },
  { id: "ifo-namnd", name: "Nämnden för individ- och familjeomsorg", kind: "public-authority" },
  { id: "kasam-familjehemsvard", name: "Kasam familjehemsvård", kind: "private-provider" },
];

const allKinds = ["family-home", "emergency-home", "contact-person", "contact-family"];

export async function fakeWorld(): Promise<FakeWorld> {
  const documents = new Map<string, Dsse>();
  const pins: Record<string, unknown> = {};
  const seeds = new Map<string, Uint8Array>();
  for (const { id } of receivers) {
    const { seed, publicKey } = await generateKey("x25519");
    const root = generateRoot();
    seeds.set(id, seed);
    const keys = [keyEntry(publicKey, "2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z")];
    const document = { controller: id, expires: "2099-01-01T00:00:00Z", keys, seq: 1, v: 1 as const };
    documents.set(id, signKeyDocument(document, [root.seed]));
    pins[id] = { roots: [toBase64Url(root.publicKey)], threshold: 1 };
  }
  const logKeys = { "~keys": [fakeKeyLog().verifier] };
  const stranger = generateRoot();
  const { publicKey: strangersKey } = await generateKey("x25519");

  function newKeyLog(salt: string, without?: string): FakeKeyLog {
    const log = fakeKeyLog(salt);
    for (const [id, document] of documents) if (id !== without) log.publish(id, document);
    return log;
  }

  const world: FakeWorld = {
    api: answer,
    keyLog: newKeyLog(""),
    newKeyLog,
    applications: new Map(),
    seeds,
    swapKeyOf: undefined,
    failures: 0,
    refuse: undefined,
    rejects: undefined,
    rejectCode: "KEYS_UNHEALTHY",
    noticeVersions: new Map(),
    accepts: new Map(),
  };

  function swapped(id: string): Dsse {
    const keys = [keyEntry(strangersKey, "2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z")];
    return signKeyDocument({ controller: id, expires: "2099-01-01T00:00:00Z", keys, seq: 2, v: 1 }, [
      stranger.seed,
    ]);
  }

  const acceptedBy = (id: string): readonly string[] => world.accepts.get(id) ?? allKinds;

  const versionOf = (id: string): string => world.noticeVersions.get(id) ?? `${id}/1`;
  /** Versions that somebody has been shown. */
  const shown = new Set<string>();

  function notice(id: string, language: string): unknown {
    const version = versionOf(id);
    shown.add(version);
    const text = language === "sv" ? "Vi ansvarar för dina uppgifter." : "We are responsible for your data.";
    return {
      controller: id,
      lang: language,
      version,
      title: "Information",
      blocks: [
        { kind: "p", ref: "13.1.a", text: `${text} (${version})` },
        { kind: "h", ref: "13.1.c", text: language === "sv" ? "Ändamål" : "Purposes" },
        {
          kind: "dl",
          ref: "13.1.c",
          text: "-",
          items: [{ term: "Bedömning", text: "Uppgift av allmänt intresse." }],
        },
        {
          kind: "table",
          ref: "13.2.a",
          text: "-",
          rows: [
            ["Uppgift", "Tid"],
            ["Anmälan", "Två år"],
          ],
        },
      ],
    };
  }

  function answer(method: string, path: string, body: Buffer): FakeAnswer | undefined {
    if (path === "/tillit-config.json")
      return { json: { pins, logKeys, operator: "Demo", myPages: "http://localhost:8788/" } };
    if (path.startsWith("/api/keys/")) {
      const json = world.keyLog.answer(path);
      return json === undefined ? { status: 404, json: { code: "NOT_FOUND" } } : { json };
    }
    if (path === "/api/controllers") {
      const common = {
        place: "Sverige",
        contact: { phone: "0222-450 00" },
        healthy: true,
      };
      const controllers = receivers.map(({ id, name, kind }) =>
        Object.assign({ id, name, kind, accepts: acceptedBy(id) }, common),
      );
      return { json: { controllers } };
    }
    const about = /^\/api\/controllers\/([a-z-]+)\/(keys|notice)(?:\?lang=(sv|en))?$/.exec(path);
    if (about !== null) {
      const [, id = "", what, language = "sv"] = about;
      if (what === "notice") return { json: notice(id, language) };
      return { json: { document: id === world.swapKeyOf ? swapped(id) : documents.get(id) } };
    }
    if (world.refuse?.test(path) === true) return { status: 503, json: { code: "UNAVAILABLE" } };
    if (method !== "GET" && world.failures > 0) {
      world.failures -= 1;
      return { status: 503, json: { code: "UNAVAILABLE" } };
    }
    if (method === "POST" && path === "/api/applications") return submit(body);
    const part = /^\/api\/applications\/([0-9a-f]{32})\/blobs\/([a-z0-9-]+)$/.exec(path);
    if (method === "PUT" && part !== null) {
      world.applications.get(part[1] ?? "")?.blobs.set(part[2] ?? "", body);
      return { status: 204 };
    }
    return undefined;
  }

  function submit(body: Buffer): FakeAnswer {
    const { manifest, keyring, facts } = JSON.parse(body.toString()) as {
      manifest: Dsse;
      keyring: Keyring;
      facts: { assignments: readonly string[]; noticeVersion: string };
    };
    const payload = Buffer.from(manifest.payload, "base64");
    const id = createHash("sha256").update(payload).digest("hex").slice(0, 32);
    const { context, sections } = JSON.parse(payload.toString()) as {
      context: { controllers: string[] };
      sections: { id: string; size: number }[];
    };
    const [controller = ""] = context.controllers;
    if (controller === world.rejects) return { status: 409, json: { code: world.rejectCode } };
    if (!shown.has(facts.noticeVersion)) return { status: 400, json: { code: "NOTICE_UNKNOWN", controller } };
    const assignments = facts.assignments.filter((each) => !acceptedBy(controller).includes(each));
    if (assignments.length > 0)
      return { status: 400, json: { code: "ASSIGNMENT_NOT_ACCEPTED", controller, assignments } };
    const known = world.applications.get(id);
    if (known === undefined) world.applications.set(id, { manifest, keyring, facts, blobs: new Map() });
    const blobs = sections.map((section) => ({
      id: section.id,
      size: section.size,
      state: known?.blobs.has(section.id) === true ? "stored" : "missing",
    }));
    return { status: known === undefined ? 201 : 200, json: { id, blobs } };
  }

  return world;
}
