/** An API that holds one submission to two receivers, checks proofs for real, and can be told to misbehave. */
import { randomBytes } from "node:crypto";
import type { AnswerProof } from "@tillit/api-contract/client";
import { toDocuments, sectionClasses, sectionIds, type Answers } from "@tillit/application-case";
import {
  fromBase64Url,
  generateKey,
  memorySink,
  Receipt,
  seal,
  toBase64Url,
  verify,
  verifyKeyDocument,
  type Dsse,
  type Keyring,
  type Verified,
} from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { verifyProof, verifyWithdrawal } from "@tillit/crypto-envelope/statements";
import type { FakeAnswer, FakeApi } from "@tillit/web-kit/testing";

export const file: Uint8Array = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 251);
const reference = { section: "file-1", name: "intyg.pdf", type: "application/pdf", size: file.length };

export const answers: Answers = {
  assignment: ["contact-person"],
  protected: "no",
  "own-health": "talk",
  "registers-info": true,
  name: "Anna Kanariefågel",
  phone: "070-174 06 05",
  files: [reference],
};

interface Record_ {
  readonly id: string;
  readonly controller: string;
  readonly controllerName: string;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly verified: Verified;
  readonly blobs: Map<string, Uint8Array>;
  readonly document: Dsse;
  readonly root: Uint8Array;
  readonly seed: Uint8Array;
  status: string;
  decision?: { outcome: string; at: string };
  requests: unknown[];
}

/** What was sent about a request. */
export interface SentWords {
  readonly kind: string;
  readonly words: { readonly manifest: Dsse; readonly keyring: Keyring; readonly blobs: { words: string } };
}

export interface FakeWorld {
  /** The one request of the page about rights, beside its defaults. */
  request: object;
  readonly sent: SentWords[];
  /** The key that each request came with. */
  readonly asked: string[];
  keys: Dsse | undefined;
  /** The answer that waits, if any. */
  answer: { manifest: Dsse; keyring: Keyring; blobs: ReadonlyMap<string, Uint8Array> } | undefined;
  /** That the answer stands in a log, and the keys of logs that the deployment knows. */
  proof: AnswerProof | undefined;
  logKeys: Readonly<Record<string, readonly string[]>>;
  consent: { state: string } | undefined;
  readonly api: FakeApi;
  readonly receipt: string;
  readonly records: readonly Record_[];
  down: boolean;
  /** Tokens given before this number are no longer good. */
  tokens: number;
  /** E-identification, where it is offered: whether a login was just made, and what is linked. */
  eid: { ready: boolean; linked: boolean } | undefined;
}

const now = "2026-11-21T10:00:00Z";

async function record(
  receipt: Receipt,
  controller: string,
  controllerName: string,
  id: string,
): Promise<Record_> {
  const { publicKey, seed } = await generateKey("x25519");
  const root = generateRoot();
  const keys = [keyEntry(publicKey, "2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z")];
  const document = signKeyDocument({ controller, expires: "2099-01-01T00:00:00Z", keys, seq: 1, v: 1 }, [
    root.seed,
  ]);
  const { sink, blobs } = memorySink();
  const documents = toDocuments(answers);
  const { manifest, keyring } = await seal({
    context: {
      app: receipt.app,
      controllers: [controller],
      purpose: "foster-care-application",
      schema: "fam-intresse/1",
      created: now,
    },
    receipt,
    to: { g1: [verifyKeyDocument(document, { roots: [root.publicKey], controller, now })] },
    sections: [
      ...sectionIds.map((section) => ({
        id: section,
        class: sectionClasses[section],
        data: new TextEncoder().encode(JSON.stringify(documents[section])),
      })),
      { id: "file-1", class: "attachment", data: file },
    ],
    sink,
  });
  const verified = verify(manifest, { purpose: "foster-care-application", schemas: ["fam-intresse/1"] });
  return {
    id,
    controller,
    controllerName,
    manifest,
    keyring,
    verified,
    document,
    root: root.publicKey,
    seed,
    blobs: new Map(blobs),
    status: "submitted",
    requests: [],
  };
}

export async function fakeWorld(): Promise<FakeWorld> {
  const receipt = Receipt.create("0f8fad5b-d9cb-469f-a165-70867728950e");
  const records = [
    await record(receipt, "skinnskatteberg-ifo", "Skinnskattebergs kommun", "a".repeat(32)),
    await record(receipt, "kasam-familjehemsvard", "Kasam familjehemsvård", "b".repeat(32)),
  ];
  const nonce = randomBytes(16);
  const world: FakeWorld = {
    api: answer,
    receipt: receipt.toString(),
    records,
    down: false,
    tokens: 0,
    eid: undefined,
    request: {},
    sent: [],
    asked: [],
    keys: undefined,
    answer: undefined,
    proof: undefined,
    logKeys: {},
    consent: undefined,
  };

  function answer(
    method: string,
    path: string,
    body: Buffer,
    headers: Record<string, unknown>,
  ): FakeAnswer | undefined {
    if (path === "/tillit-config.json") {
      const pins = records.map(({ controller, root }) => [
        controller,
        { roots: [toBase64Url(root)], threshold: 1 },
      ]);
      const { logKeys } = world;
      return { json: { operator: "Test", pins: Object.fromEntries(pins) as object, logKeys } };
    }
    if (!path.startsWith("/api/")) return undefined;
    const asked = records.find(({ controller }) => path === `/api/controllers/${controller}/keys`);
    if (asked !== undefined) return { json: { document: asked.document } };
    if (world.down) return { status: 503, json: { code: "UNAVAILABLE" } };
    const mine = `/api/mine/applications/${receipt.app}`;
    if (path === `${mine}/challenge`) {
      const cids = records.map(({ verified }) => toBase64Url(verified.cid));
      return { json: { nonce: toBase64Url(nonce), expires: "2099-01-01T00:00:00Z", cids } };
    }
    if (path.endsWith("/challenge")) return { status: 404, json: { code: "NOT_FOUND" } };
    if (path === `${mine}/session`) {
      const { cid, proof } = JSON.parse(body.toString()) as { cid: string; proof: string };
      const found = records.find(({ verified }) => toBase64Url(verified.cid) === cid);
      const right =
        found !== undefined &&
        verifyProof({
          applicant: found.verified.applicant,
          cid: fromBase64Url(cid),
          nonce,
          origin: String(headers["origin"]),
          proof: fromBase64Url(proof),
        });
      return right
        ? { json: { token: `t0ken${world.tokens}`, expires: "2099-01-01T00:00:00Z" } }
        : { status: 401, json: { code: "PROOF_INVALID" } };
    }
    if (path === `${mine}/withdrawal`) {
      const { statement } = JSON.parse(body.toString()) as { statement: Dsse };
      const found = records.find(({ verified }) => isAbout(statement, verified));
      if (found === undefined) return { status: 400, json: { code: "STATEMENT_INVALID" } };
      if (found.status === "decided") return { status: 409, json: { code: "STATE_CONFLICT" } };
      found.status = "withdrawn";
      return { json: { status: "withdrawn" } };
    }
    if (path === "/api/mine/eid") return { json: { offered: world.eid !== undefined } };
    if (path === "/api/mine/eid/session" && world.eid?.ready === true) {
      world.eid.ready = false;
      const token = { app: receipt.app, token: `t0ken${world.tokens}`, expires: "2099-01-01T00:00:00Z" };
      return { json: { applications: world.eid.linked ? [token] : [] } };
    }
    if (headers["authorization"] !== `Bearer t0ken${world.tokens}`) {
      return { status: 401, json: { code: "NOT_LOGGED_IN" } };
    }
    if (path === mine) return { json: { applications: records.map(summary) } };
    if (method === "POST" && path === "/api/mine/requests") {
      const { application, right, keys } = JSON.parse(body.toString()) as {
        application: string;
        right: string;
        keys?: Dsse;
      };
      world.keys = keys;
      world.asked.push(String(headers["idempotency-key"]));
      const request = {
        id: "r1",
        right,
        status: "received",
        received: "2026-11-21",
        lastDay: "2026-12-21",
      };
      records.find(({ id }) => id === application)?.requests.push(request);
      return { status: 201, json: request };
    }
    if (path === "/api/mine/requests/r1/words") {
      world.sent.push(JSON.parse(body.toString()) as SentWords);
      return { status: 201, json: { id: "w1", digest: "D", at: now } };
    }
    if (path === "/api/mine/requests/r1") {
      const [request] = records.flatMap(({ requests }) => requests) as object[];
      const words = world.sent.map(({ kind }) => ({ id: "w1", digest: "D", kind, at: now }));
      return { json: { ...request, words, extended: false, ...world.request } };
    }
    if (path === "/api/mine/requests/r1/export" && world.answer !== undefined) {
      const { manifest, keyring } = world.answer;
      return { json: { manifest, keyring, expires: "2099-01-01T00:00:00Z" } };
    }
    if (path === "/api/mine/requests/r1/export/proof" && world.proof !== undefined) {
      return { json: world.proof };
    }
    if (path.startsWith("/api/mine/requests/r1/export/blobs/")) {
      const bytes = world.answer?.blobs.get(path.slice(path.lastIndexOf("/") + 1));
      return bytes === undefined ? { status: 404, json: { code: "NOT_FOUND" } } : { bytes };
    }
    if (path.startsWith("/api/mine/consents")) return { json: consents(method, body), ...created(method) };
    if (path.endsWith("/accesses")) {
      const purpose = "handling";
      return {
        json: {
          accesses: [
            { at: "2026-11-20T08:15:00Z", role: "caseworker", part: "envelope", purpose },
            { at: "2026-11-20T08:15:10Z", role: "caseworker", part: "contact", purpose },
          ],
        },
      };
    }
    if (path === "/api/mine/eid/link" && world.eid !== undefined) {
      if (method === "POST") return { json: { url: `${String(headers["origin"])}/?back#eid=linked` } };
      if (method === "DELETE") world.eid.linked = false;
      return method === "DELETE" ? { status: 204 } : { json: { linked: world.eid.linked } };
    }
    if (path === "/api/mine/eid/withdrawals") {
      const { application } = JSON.parse(body.toString()) as { application: string };
      for (const one of records) if (one.id === application) one.status = "withdrawn";
      return { json: { status: "withdrawn" } };
    }
    const part = new RegExp(`^${mine}/envelopes/([0-9a-f]{32})(?:/blobs/([a-z0-9-]+))?$`).exec(path);
    const found = records.find(({ id }) => id === part?.[1]);
    if (found === undefined) return { status: 404, json: { code: "NOT_FOUND" } };
    const bytes = found.blobs.get(part?.[2] ?? "");
    return bytes === undefined ? { json: { manifest: found.manifest, keyring: found.keyring } } : { bytes };
  }
  function consents(method: string, body: Buffer): object {
    if (world.consent === undefined) return { consents: [] };
    if (method === "POST") {
      const { act } = JSON.parse(body.toString()) as { act: string };
      world.consent.state = act === "give" ? "given" : "withdrawn";
      const stops = act === "give" ? [] : [{ title: "nyhetsbrev", reason: "Upphör genast." }];
      return {
        purpose: "x/newsletter",
        state: world.consent.state,
        usable: false,
        history: [],
        stops,
        goesOn: [],
      };
    }
    const one = {
      application: records[0]?.id,
      controller: records[0]?.controller,
      purpose: "x/newsletter",
      title: "nyhetsbrev",
      text: "Vi skickar ett nyhetsbrev till den som har bett om det",
      data: ["e-postadress"],
      retention: "Adressen tas bort när du avslutar",
      notice: { version: "0".repeat(64), title: "n" },
      state: world.consent.state,
      usable: world.consent.state === "given",
      history: [],
    };
    return { consents: [one] };
  }
  return world;
}

function created(method: string): { status?: number } {
  return method === "POST" ? { status: 201 } : {};
}

function isAbout(statement: Dsse, verified: Verified): boolean {
  try {
    verifyWithdrawal(statement, verified);
    return true;
  } catch {
    return false;
  }
}

function summary({ id, controller, controllerName, status, decision, requests }: Record_): unknown {
  return {
    id,
    controller,
    controllerName,
    status,
    submittedAt: now,
    assignments: ["contact-person"],
    ...(status === "submitted" ? {} : { openedAt: now }),
    ...(decision === undefined ? {} : { decision }),
    requests,
  };
}
