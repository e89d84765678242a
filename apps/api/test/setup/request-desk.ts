/** A request taken step by step, by the applicant and at the desk. */
import {
  memorySink,
  Receipt,
  seal,
  verifyKeyDocument,
  type Dsse,
  type VerifiedKeys,
} from "@tillit/crypto-envelope";
import { applicantKeys } from "@tillit/crypto-envelope/directory";
import { ownToken, type Harness, type Staff } from "./harness.ts";
import { requestWords, section, type SealedPackage } from "./sealing.ts";

export interface RequestDesk {
  readonly id: string;
  /** Seals words at the desk and gives their digest. */
  words(kind: string, text: string, staff: Staff): Promise<string>;
  give(command: object, staff: Staff): Promise<Response>;
  /** Gives a command that must be let through. */
  must(command: object, staff: Staff): Promise<{ readonly status: string }>;
  view(staff: Staff): Promise<Record<string, unknown>>;
}

export async function asApplicant(
  h: Harness,
  of: SealedPackage,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return h.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${await ownToken(h, of)}`,
      ...(text === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
    },
    ...(text === undefined ? {} : { body: text }),
  });
}

/** What the desk does with a request that has come. */
export function deskOf(h: Harness, controller: string, of: SealedPackage, id: string): RequestDesk {
  const path = `/api/desk/requests/${id}`;
  const give: RequestDesk["give"] = (command, staff) => h.post(`${path}/commands`, command, staff);
  return {
    id,
    give,
    async must(command, staff) {
      const answer = await give(command, staff);
      const said = (await answer.json()) as { status: string };
      if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(said)}`);
      return said;
    },
    async words(kind, text, staff) {
      const receipt = Receipt.create(of.receipt.app);
      const words = await requestWords(text, {
        request: id,
        receipt,
        controller,
        to: h.keys[controller]?.keys,
      });
      const kept = await h.post(`${path}/words`, { kind, words }, staff);
      if (kept.status !== 201) throw new Error(await kept.text());
      return ((await kept.json()) as { digest: string }).digest;
    },
    view: async (staff) => (await (await h.get(path, staff)).json()) as Record<string, unknown>,
  };
}

/** Asks from my pages with keys to seal the answer to. */
export async function askWithKeys(h: Harness, of: SealedPackage, right = "access"): Promise<string> {
  const from = h.now.toISOString();
  const keys = await applicantKeys(of.receipt, { from, until: "2099-01-01T00:00:00Z" });
  const asked = { application: of.record, right, keys };
  const made = await asApplicant(h, of, "POST", "/api/mine/requests", asked);
  if (made.status !== 201) throw new Error(await made.text());
  return ((await made.json()) as { id: string }).id;
}

export interface People {
  readonly caseworker: Staff;
  readonly reviewer: Staff;
  readonly decider: Staff;
}

export async function people(h: Harness, controller: string): Promise<People> {
  return {
    caseworker: await h.login("caseworker", controller),
    reviewer: await h.login("secrecy-reviewer", controller),
    decider: await h.login("decision-maker", controller),
  };
}

/** From arrival to items that wait for review. */
export async function collected(h: Harness, desk: RequestDesk, { caseworker }: People): Promise<string[]> {
  await desk.must({ type: "AcceptIdentity", assurance: 3, method: "eid", subject: "s1" }, caseworker);
  await desk.must({ type: "Triage", sources: ["applications"] }, caseworker);
  const own = await h.post(`/api/desk/requests/${desk.id}/collection`, {}, caseworker);
  if (!own.ok) throw new Error(await own.text());
  await desk.must({ type: "CompleteSources" }, caseworker);
  const view = await desk.view(caseworker);
  return (view["items"] as { id: string }[]).map(({ id }) => id);
}

/** From reviewed items to a signed decision, by two persons. */
export async function decided(desk: RequestDesk, { caseworker, reviewer, decider }: People): Promise<void> {
  await desk.must({ type: "CompleteReview" }, reviewer);
  const words = await desk.words("grounds", "Skäl för beslutet.", caseworker);
  await desk.must({ type: "DraftDecision", words }, caseworker);
  const { draft } = (await desk.view(decider)) as { draft: { digest: string } };
  await desk.must({ type: "SignDecision", decision: draft.digest, delegation: "del-7" }, decider);
}

/** An answer sealed as the desk seals it: to the keys that the subject has signed, and to nobody else. */
export async function sealedAnswer(
  h: Harness,
  { controller, request, of, to }: { controller: string; request: string; of: SealedPackage; to: Dsse },
  { files = "Anna Svensson", instead }: { readonly files?: string; readonly instead?: VerifiedKeys } = {},
) {
  const keys =
    instead ??
    verifyKeyDocument(to, {
      roots: [of.receipt.applicant],
      controller: of.receipt.app,
      now: h.now.toISOString(),
    });
  const { sink, blobs } = memorySink();
  const { manifest, keyring } = await seal({
    context: {
      app: of.receipt.app,
      controllers: [controller],
      purpose: `data-subject-export/${request}`,
      schema: "export/1",
      created: "2026-11-23T09:25:00Z",
    },
    receipt: Receipt.create(of.receipt.app),
    to: { g1: [keys] },
    sections: [section("files", files)],
    sink,
  });
  return { manifest, keyring, blob: blobs.get("files") ?? new Uint8Array() };
}

export async function sendAnswer(
  h: Harness,
  request: string,
  { manifest, keyring, blob }: Awaited<ReturnType<typeof sealedAnswer>>,
  { caseworker }: People,
): Promise<{ readonly begun: Response; readonly record: string; readonly last?: Response }> {
  const path = `/api/desk/requests/${request}/export`;
  const begun = await h.post(path, { manifest, keyring, package: "a".repeat(64) }, caseworker);
  if (begun.status !== 201) return { begun, record: "" };
  const { id: record } = (await begun.clone().json()) as { id: string };
  const last = await h.app.request(`${path}/${record}/blobs/files`, {
    method: "PUT",
    headers: {
      cookie: caseworker.cookie,
      "x-csrf-token": caseworker.csrf,
      "content-type": "application/octet-stream",
      "content-length": String(blob.length),
    },
    body: blob.slice(),
  });
  return { begun, record, last };
}

/** The whole way of an access request, to an answer that the subject can fetch. */
export async function answeredRequest(
  h: Harness,
  controller: string,
  of: SealedPackage,
): Promise<{ readonly request: string; readonly record: string }> {
  const staff = await people(h, controller);
  const request = await askWithKeys(h, of);
  const desk = deskOf(h, controller, of, request);
  for (const item of await collected(h, desk, staff)) {
    await desk.must({ type: "AssessItem", item, outcome: { kind: "disclose" } }, staff.reviewer);
  }
  await decided(desk, staff);
  const { keys } = (await desk.view(staff.caseworker)) as { keys: Dsse };
  const answer = await sealedAnswer(h, { controller, request, of, to: keys });
  const { record } = await sendAnswer(h, request, answer, staff);
  await desk.must({ type: "Disclose", manifest: "a".repeat(64), channel: "self-service" }, staff.caseworker);
  return { request, record };
}
