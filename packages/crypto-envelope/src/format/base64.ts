/** base64 of values that must have a form: what is no base64, or of another length, is refused with the place. */
import * as text from "@tillit/text-encoding";
import { unexpected } from "../errors.ts";

export { toBase64, toBase64Url } from "@tillit/text-encoding";

/**
 * base64url without padding (RFC 4648 section 5). With `length`, exactly that many bytes; `what` names the value in the
 * message of a refusal. Throws FORMAT.
 */
export function fromBase64Url(given: unknown, length?: number, what = "base64url"): Uint8Array {
  const bytes = text.fromBase64Url(given);
  if (bytes !== undefined && (length ?? bytes.length) === bytes.length) return bytes;
  throw unexpected(what, length === undefined ? "base64url" : `base64url of ${length} bytes`);
}

/** Standard base64 with padding (RFC 4648 section 4), as DSSE wants it. Throws FORMAT. */
export function fromBase64(given: unknown, what: string): Uint8Array {
  const bytes = text.fromBase64(given);
  if (bytes !== undefined) return bytes;
  throw unexpected(what, "padded base64");
}
