/**
 * base64 by the platform. It takes several texts for one value (white space, stray bits, missing padding): what has been
 * read is therefore written again and compared.
 */

// Every runtime has them; not every program that takes this package names the types of one.
declare function btoa(binary: string): string;
declare function atob(text: string): string;

/**
 * Standard base64 with padding (RFC 4648 section 4).
 *
 * @example
 * toBase64(new Uint8Array([255, 254])); // "//4="
 */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * base64url without padding (RFC 4648 section 5).
 *
 * @example
 * toBase64Url(new Uint8Array([255, 254])); // "__4"
 */
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
 * The bytes, or `undefined` for anything that {@link toBase64} would not have written: other signs, white space, missing
 * padding, unused bits that are not zero, what is no string.
 *
 * @example
 * fromBase64("//4="); // Uint8Array [255, 254]
 */
export function fromBase64(text: unknown): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  const bytes = read(text);
  return toBase64(bytes) === text ? bytes : undefined;
}

/**
 * The bytes, or `undefined` for anything that {@link toBase64Url} would not have written.
 *
 * @example
 * fromBase64Url("__4"); // Uint8Array [255, 254]
 */
export function fromBase64Url(text: unknown): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  const bytes = read(text.replaceAll("-", "+").replaceAll("_", "/"));
  return toBase64Url(bytes) === text ? bytes : undefined;
}
