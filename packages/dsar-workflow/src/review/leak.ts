/** The proof of a redaction: a search for the protected words in everything that is to leave. */
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { occurrencesOf } from "./occurrence.ts";
import type { Secret } from "./redact.ts";

/** Something that is to leave: a file with its name, a letter, a log line. Markup of HTML is not searched, its text is. */
export type Artefact = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly html?: boolean;
};

/** Where a protected word was found. The word itself is never repeated. */
export type Leak = { readonly artefact: number; readonly where: "name" | "content"; readonly secret: number };

function formsOf(words: string): readonly string[] {
  const json = JSON.stringify(words).slice(1, -1);
  return [...new Set([words, json, encodeURIComponent(words)])];
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function inText(text: string, words: string): boolean {
  // The same letter may be written as one sign or as a letter and its ring or dots.
  const composed = text.normalize("NFC");
  return formsOf(words.normalize("NFC")).some((form) => occurrencesOf(form, composed).length > 0);
}

function inBytes(haystack: Uint8Array, needle: Uint8Array): boolean {
  const [first] = needle;
  if (first === undefined) return false;
  for (let at = haystack.indexOf(first); at !== -1; at = haystack.indexOf(first, at + 1)) {
    if (needle.every((byte, n) => haystack[at + n] === byte)) return true;
  }
  return false;
}

/** Bytes as the text they are, when they are one. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(bytesToHex(bytes).replaceAll(/../g, "%$&"));
  } catch {
    return undefined;
  }
}

function inContent({ content, html = false }: Artefact, words: string): boolean {
  if (typeof content !== "string") {
    const written = [words.normalize("NFC"), words.normalize("NFD")].map(utf8ToBytes);
    return written.some((bytes) => inBytes(content, bytes)) || inText(textIn(content) ?? "", words);
  }
  return inText(html ? textOf(content) : content, words);
}

/**
 * Every place where protected words stand in clear, in a name or a content, in capitals or not, also as JSON or a part
 * of an address. Words of one letter are not searched for.
 *
 * @returns indices into `artefacts` and `secrets`, never the words; empty means proven
 */
export function leaksIn(artefacts: readonly Artefact[], secrets: readonly Secret[]): readonly Leak[] {
  return artefacts.flatMap((one, artefact) =>
    secrets.flatMap(({ words }, secret): readonly Leak[] => {
      const sought = words.trim();
      if (sought.length < 2) return [];
      const name: readonly Leak[] = inText(one.name, sought) ? [{ artefact, where: "name", secret }] : [];
      return inContent(one, sought) ? [...name, { artefact, where: "content", secret }] : name;
    }),
  );
}
