/** Verifies receivers' keys and seals one envelope for each of them. Runs in the worker; holds no state. */
import {
  type Answers,
  sealingContexts,
  sectionClasses,
  sectionIds,
  toDocuments,
} from "@tillit/application-case";
import {
  EnvelopeError,
  fromBase64Url,
  Receipt,
  seal,
  verifyKeyDocument,
  type Dsse,
  type Keyring,
  type SectionInput,
  type VerifiedKeys,
} from "@tillit/crypto-envelope";
import { fingerprintWords, type Pin } from "@tillit/crypto-envelope/directory";
import {
  judgeKeyLog,
  type KeyLogEvidence,
  type KeyLogFault,
  type KeyLogMemory,
} from "@tillit/web-kit/key-log";

/** A receiver, its key document as fetched, and the roots it must be signed by. */
export interface Receiver {
  readonly controller: string;
  readonly document: Dsse;
  readonly pins: Pin | undefined;
  /** What the public key log says of the document; undefined when it is not there. */
  readonly log: KeyLogEvidence | undefined;
  /** The version of the document that was verified when the person read the notice: never an older one. */
  readonly minSeq?: number | undefined;
}

/**
 * `refused`: not signed by the pinned roots. `unhealthy`: rightly signed, but expired or without a usable key. The others
 * are faults of the public key log: everybody should be given the same keys, and this may be another one.
 */
export type KeyFault = "refused" | "unhealthy" | KeyLogFault;

export type KeyVerdict =
  | {
      readonly controller: string;
      readonly ok: true;
      readonly words: string;
      readonly seq: number;
      /** How far the key log had come, for the next visit. */
      readonly remember: KeyLogMemory;
    }
  | { readonly controller: string; readonly ok: false; readonly reason: KeyFault };

/** A receiver and what it is to have: its part of the answers, and of the files those that they name. */
export interface Addressee extends Receiver {
  readonly answers: Answers;
}

export interface SealRequest {
  /** UUID of the application. */
  readonly app: string;
  /** RFC 3339 UTC, whole seconds. */
  readonly now: string;
  readonly schema: string;
  readonly receivers: readonly Addressee[];
  readonly files: readonly { readonly section: string; readonly blob: Blob }[];
}

/** One receiver's envelope, ready to send. */
export interface SealedEnvelope {
  readonly controller: string;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: readonly { readonly id: string; readonly blob: Blob }[];
}

export type SealResult =
  | {
      readonly ok: true;
      readonly receipt: string;
      readonly envelopes: readonly SealedEnvelope[];
      readonly remember: readonly KeyLogMemory[];
    }
  | { readonly ok: false; readonly controller: string; readonly reason: KeyFault };

interface Trusted {
  readonly keys: VerifiedKeys;
  readonly remember: KeyLogMemory;
}

/** Signed by the pinned roots, and the one that stands in the public log; else the fault. */
function trusted(receiver: Receiver, now: string): Trusted | KeyFault {
  const { controller, document, log } = receiver;
  let keys: VerifiedKeys;
  try {
    keys = signedKeys(receiver, now);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    return error.code === "DIRECTORY" ? "unhealthy" : "refused";
  }
  if (log === undefined) return "missing";
  const verdict = judgeKeyLog(controller, document, log);
  return verdict.ok ? { keys, remember: verdict.remember } : verdict.fault;
}

function signedKeys(receiver: Receiver, now: string): VerifiedKeys {
  const { controller, document, pins } = receiver;
  const roots = (pins?.roots ?? []).map((root) => fromBase64Url(root));
  // No pin means no trust: the error is the same as for a wrong signature.
  if (pins === undefined || roots.length === 0) throw new EnvelopeError("SIGNATURE", "no pinned roots");
  const { minSeq = 0 } = receiver;
  return verifyKeyDocument(document, { roots, threshold: pins.threshold, controller, minSeq, now });
}

/** Says of every receiver whether its key document is what the pinned roots signed and everybody is given, with the words of the root. */
export function verifyReceivers(receivers: readonly Receiver[], now: string): readonly KeyVerdict[] {
  return receivers.map((receiver) => {
    const { controller, pins } = receiver;
    const found = trusted(receiver, now);
    if (typeof found === "string") return { controller, ok: false, reason: found };
    const words = fingerprintWords(fromBase64Url(pins?.roots[0] ?? ""));
    return { controller, ok: true, words, seq: found.keys.seq, remember: found.remember };
  });
}

function sectionsOf(answers: Answers, files: SealRequest["files"]): readonly SectionInput[] {
  const documents = toDocuments(answers);
  const named = new Set((documents.attachments.files ?? []).map(({ section }) => section));
  const written = sectionIds.map((id): SectionInput => {
    const data = new TextEncoder().encode(JSON.stringify(documents[id]));
    return { id, class: sectionClasses[id], group: "g1", data, pad: "4k" };
  });
  const attached = files
    .filter(({ section }) => named.has(section))
    .map(({ section, blob }): SectionInput => ({
      id: section,
      class: "attachment",
      group: "g1",
      data: blob,
      size: blob.size,
      pad: "padme",
    }));
  return [...written, ...attached];
}

/**
 * Seals one envelope per receiver with one receipt for all. Every key is verified before anything is sealed; one
 * that is not trusted stops everything, and the result names its controller.
 */
export async function sealApplication(
  request: SealRequest,
  onProgress: (done: number, total: number) => void,
): Promise<SealResult> {
  const sealed: {
    readonly controller: string;
    readonly keys: VerifiedKeys;
    readonly sections: readonly SectionInput[];
  }[] = [];
  const remember: KeyLogMemory[] = [];
  for (const receiver of request.receivers) {
    const { controller } = receiver;
    const found = trusted(receiver, request.now);
    if (typeof found === "string") return { ok: false, controller, reason: found };
    sealed.push({ controller, keys: found.keys, sections: sectionsOf(receiver.answers, request.files) });
    remember.push(found.remember);
  }
  const receipt = Receipt.create(request.app);
  const bytes = (sections: readonly SectionInput[]): number =>
    sections.reduce((sum, { data }) => sum + (data instanceof Blob ? data.size : 0), 0);
  const total = sealed.reduce((sum, { sections }) => sum + bytes(sections), 0);
  let before = 0;
  const envelopes: SealedEnvelope[] = [];
  for (const { controller, keys, sections } of sealed) {
    const pieces = new Map<string, Uint8Array<ArrayBuffer>[]>();
    const read = new Map<string, number>();
    const { manifest, keyring } = await seal({
      context: {
        app: request.app,
        controllers: [controller],
        purpose: sealingContexts.application.purpose,
        schema: request.schema,
        created: request.now,
      },
      receipt,
      to: { g1: [keys] },
      sections,
      sink: (id) => {
        const kept: Uint8Array<ArrayBuffer>[] = [];
        pieces.set(id, kept);
        return new WritableStream<Uint8Array>({ write: (piece) => void kept.push(piece.slice()) });
      },
      onProgress: (id, done) => {
        read.set(id, done);
        onProgress(before + [...read.values()].reduce((sum, each) => sum + each, 0), total);
      },
    });
    before += bytes(sections);
    const blobs = [...pieces].map(([id, kept]) => ({ id, blob: new Blob(kept) }));
    envelopes.push({ controller, manifest, keyring, blobs });
  }
  return { ok: true, receipt: receipt.toString(), envelopes, remember };
}
