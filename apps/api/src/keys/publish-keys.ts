/** The key custodian publishes the next key document: signed by the same roots, and newer. */
import { fromBase64Url, type Dsse, type KeyDocument } from "@tillit/crypto-envelope";
import { verifyKeyDocument } from "@tillit/crypto-envelope/node";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { keepKeyLog } from "./key-log.ts";
import { staffName } from "../kernel/staff-name.ts";

type Directory = Pick<Deps, "store" | "clock">;

/** What a document says; whether anyone should believe it is another question. */
export function documentIn({ payload }: Dsse): KeyDocument {
  return JSON.parse(Buffer.from(payload, "base64").toString()) as KeyDocument;
}

/** The keys that a document names as its signers, each once. */
export function signersOf({ signatures }: Pick<Dsse, "signatures">): readonly Uint8Array[] {
  return [...new Set(signatures.map(({ keyid }) => keyid))].map((keyid) => fromBase64Url(keyid, 32));
}

/** Browsers hold pins of their own; this keeps a lone operator account from changing keys unseen: it is in two logs. */
export function publishKeys(deps: Deps, staff: Session, document: Dsse) {
  return publishDocument(deps, staff.controller, document, staffName(staff));
}

/**
 * Checks what would be published and changes nothing: the roots of the current document have all signed it, it is
 * newer and of the same controller. One that revokes every key is taken: from then on nobody can apply there, until the
 * next. Throws EnvelopeError, or Problem NOT_FOUND.
 */
export async function checkDocument({ store, clock }: Directory, id: string, document: Dsse) {
  const controller = await store.controller(id);
  const current = await store.keyDocument(id);
  if (controller === undefined || current === undefined) throw new Problem("NOT_FOUND");
  const roots = signersOf(current);
  const verified = verifyKeyDocument(document, {
    roots,
    threshold: roots.length,
    minSeq: documentIn(current).seq + 1,
    controller: id,
    now: instant(clock()),
    withoutKeys: true,
  });
  return { controller, current, verified };
}

/** Published, in the controller's log and in the public log of key documents. */
export async function publishDocument(deps: Directory, id: string, document: Dsse, by: string) {
  const { controller, verified } = await checkDocument(deps, id, document);
  const { seq, digest } = verified;
  const at = instant(deps.clock());
  await deps.store.write(id, async (unit) => {
    const data = { seq, digest: Buffer.from(digest).toString("base64url") };
    await append(unit, "keys", id, "any", { type: "KeysPublished", at, by, data });
  });
  await deps.store.putController(controller, { seq, document, at });
  await keepKeyLog(deps);
  return { seq };
}
