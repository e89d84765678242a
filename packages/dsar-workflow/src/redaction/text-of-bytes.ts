/** The text there is in bytes, and whether that is all there is in them. */
import { latin1, utf16 } from "./code-units.ts";
import { pdfText } from "./pdf-text.ts";

/** Why a content cannot be searched through: a PDF that this package did not make, or something that is no text. */
export type Unsearched = "foreign-pdf" | "no-text";

/** The texts in a content; `unsearched` where there may be more in it than they say. */
export type Content = { readonly texts: readonly string[]; readonly unsearched?: Unsearched };

const sequence = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g;

/** UTF-8 where the bytes are that, ISO 8859-1 where they are not. */
function decoded(raw: string): string {
  return raw.replaceAll(sequence, (bytes) => {
    try {
      return decodeURIComponent(bytes.replaceAll(/[\s\S]/g, (one) => `%${one.charCodeAt(0).toString(16)}`));
    } catch {
      return bytes;
    }
  });
}

// Bytes that no text has: all below the space, save tabs, line and page ends.
const noText = /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]/u;

/** The texts in a content. */
export function contentOf(content: string | Uint8Array): Content {
  if (typeof content === "string") return { texts: [content] };
  const raw = latin1(content);
  if (raw.startsWith("\xFE\xFF")) return { texts: [utf16(raw.slice(2), 0)] };
  if (raw.startsWith("\xFF\xFE")) return { texts: [utf16(raw.slice(2), 1)] };
  if (raw.startsWith("%PDF-")) {
    const { text, whole } = pdfText(raw);
    return whole ? { texts: [text] } : { texts: [text, decoded(raw)], unsearched: "foreign-pdf" };
  }
  return noText.test(raw) ? { texts: [decoded(raw)], unsearched: "no-text" } : { texts: [decoded(raw)] };
}
