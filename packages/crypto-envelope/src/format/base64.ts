/**
 * base64 by the platform. It takes several texts for one value (white space, stray bits, missing padding): what has been
 * read is therefore written again and compared.
 */
import { unexpected } from "../errors.ts";

/** Standard base64 with padding (RFC 4648 section 4), as DSSE wants it. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function read(text: string): Uint8Array {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    // Written again, it is another text than any that is refused.
    return new Uint8Array(0);
  }
}

/**
 * Strict inverse of `toBase64Url`: no padding, no white space, unused bits zero. With `length`, exactly that many bytes;
 * `what` names the value in the message of a refusal. Throws FORMAT.
 */
export function fromBase64Url(text: unknown, length?: number, what = "base64url"): Uint8Array {
  if (typeof text === "string") {
    const bytes = read(text.replaceAll("-", "+").replaceAll("_", "/"));
    if (toBase64Url(bytes) === text && (length ?? bytes.length) === bytes.length) return bytes;
  }
  throw unexpected(what, length === undefined ? "base64url" : `base64url of ${length} bytes`);
}

/** Strict inverse of `toBase64`. Throws FORMAT. */
export function fromBase64(text: unknown, what: string): Uint8Array {
  if (typeof text === "string") {
    const bytes = read(text);
    if (toBase64(bytes) === text) return bytes;
  }
  throw unexpected(what, "padded base64");
}
