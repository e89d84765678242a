/**
 * The key ids that a controller can be sealed to now, read from its key document. Whether the roots that signed it are
 * the right ones is for the browser to judge against its own pins: the API only says whether there is a usable key.
 */
import type { Dsse, KeyDocument } from "@tillit/crypto-envelope";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";

export async function currentKeys(
  deps: Pick<Deps, "store" | "clock">,
  controller: string,
): Promise<readonly string[]> {
  const document = await deps.store.recentKeyDocument(controller);
  if (document === undefined) return [];
  const { controller: named, expires, keys } = contentOf(document);
  const now = instant(deps.clock());
  if (named !== controller || expires <= now) return [];
  return keys
    .filter(({ status, notBefore, notAfter }) => status === "active" && notBefore <= now && now < notAfter)
    .map(({ kid }) => kid);
}

/** A document that the store remembers is read once. */
const read = new WeakMap<object, KeyDocument>();

function contentOf(document: object): KeyDocument {
  const known = read.get(document);
  if (known !== undefined) return known;
  const { payload } = document as Dsse;
  const content = JSON.parse(Buffer.from(payload, "base64").toString()) as KeyDocument;
  read.set(document, content);
  return content;
}
