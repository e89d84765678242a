/** What the receipt does for one's rights: signs the keys an answer is sealed to, seals a wish, opens an answer. */
import { sealingContexts } from "@tillit/application-case";
import {
  EnvelopeError,
  fromBase64Url,
  memorySink,
  open,
  seal,
  toBase64Url,
  verify,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { applicantKeys } from "@tillit/crypto-envelope/directory";
import { fetchDeployment, type Deployment } from "@tillit/web-kit";
import type { OwnApplication } from "./my-api.ts";
import type { Session } from "./own-application.ts";
import type { Answerer } from "./who-answered.ts";
import {
  fetchAnswer,
  fetchAnswerBlob,
  fetchKeys,
  fetchProof,
  makeRequest,
  sendWish,
  type Right,
} from "./rights-api.ts";

const day = 86_400_000;

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Asks, with the own keys; what was written goes after, sealed to the controller. With the same key again, it is the same
 * request. Gives the last day for an answer.
 */
export async function askFor(
  session: Session,
  { id, controller }: OwnApplication,
  right: Right,
  wish: string,
  key: string,
): Promise<string> {
  // Before anything is sent: a site that is set up wrongly sends nothing, and not half of it.
  const deployment = await fetchDeployment();
  // A day back: a clock that goes wrong by hours must not make the keys worthless.
  const now = Date.now();
  const keys = await applicantKeys(session.receipt, {
    from: instant(now - day),
    until: instant(now + 366 * day),
  });
  const { id: request, lastDay } = await makeRequest({ application: id, right, keys }, session.token, key);
  if (wish !== "")
    await sendWish(
      request,
      await sealedWish(session, deployment, { controller, request, wish }),
      session.token,
    );
  return lastDay;
}

async function sealedWish(
  session: Session,
  { pins }: Deployment,
  {
    controller,
    request,
    wish: text,
  }: { readonly controller: string; readonly request: string; readonly wish: string },
) {
  const document = await fetchKeys(controller);
  const pin = pins[controller];
  if (pin === undefined) throw new EnvelopeError("DIRECTORY", "no root key is pinned for the controller");
  const to = verifyKeyDocument(document, {
    roots: pin.roots.map((root) => fromBase64Url(root, 32)),
    threshold: pin.threshold,
    controller,
    now: new Date().toISOString(),
  });
  const { sink, blobs } = memorySink();
  const {
    purpose,
    schemas: [schema],
  } = sealingContexts.request(request);
  const { manifest, keyring } = await seal({
    context: {
      app: session.app,
      controllers: [controller],
      purpose,
      schema,
      created: instant(Date.now()),
    },
    receipt: session.receipt,
    to: { g1: [to] },
    sections: [
      { id: "words", class: "ordinary", data: new TextEncoder().encode(JSON.stringify({ text })), pad: "4k" },
    ],
    sink,
  });
  return { manifest, keyring, blobs: { words: toBase64Url(blobs.get("words") ?? new Uint8Array()) } };
}

type Listed = {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
};

export interface AnswerItem {
  readonly title: string;
  readonly text?: string;
  readonly provision?: string;
}

export interface OpenedAnswer {
  readonly answerer: Answerer;
  /** The data as they were given, to be read here. */
  readonly items: readonly AnswerItem[];
  readonly files: readonly { readonly name: string; readonly content: Blob }[];
}

async function hexDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fetches, opens and checks every file of an answer. Throws EnvelopeError where something is not what was listed. */
export async function openAnswer(
  session: Session,
  { controller }: OwnApplication,
  request: string,
): Promise<OpenedAnswer> {
  const [{ manifest, keyring }, proof, { logKeys }] = await Promise.all([
    fetchAnswer(request, session.token),
    fetchProof(request, session.token),
    fetchDeployment(),
  ]);
  const verified = verify(manifest, {
    app: session.app,
    controller,
    ...sealingContexts.export(request),
  });
  const opened = await open(verified, keyring, await session.receipt.decapsulator());
  try {
    const read = async (section: string): Promise<Uint8Array<ArrayBuffer>> =>
      (await opened.read(section, await fetchAnswerBlob(request, section, session.token))).slice();
    const list = JSON.parse(new TextDecoder().decode(await read("list"))) as { files: readonly Listed[] };
    const { whoAnswered } = await import("./who-answered.ts");
    const answerer = await whoAnswered(
      { controller, request, manifest, digest: verified.digest, list },
      { keys: logKeys[controller] ?? [], proof },
    );
    const files: { name: string; content: Blob }[] = [];
    let items: readonly AnswerItem[] = [];
    for (const [index, { name, sha256 }] of list.files.entries()) {
      const bytes = await read(`file-${index}`);
      if ((await hexDigest(bytes)) !== sha256)
        throw new EnvelopeError("CORRUPT", "a file is not the listed one");
      if (name === "data.json") {
        ({ items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: readonly AnswerItem[] });
      }
      // Saved, never shown as a page: its own type would let a browser open it as one.
      files.push({ name, content: new Blob([bytes], { type: "application/octet-stream" }) });
    }
    return { answerer, items, files };
  } finally {
    opened.close();
  }
}
