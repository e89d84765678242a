/** Bytes as code units of a text. */

/** Each byte as the letter of its number (ISO 8859-1). */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** UTF-16 in two bytes a unit, the high one first where `first` is 0. */
export function utf16(raw: string, first: 0 | 1): string {
  return raw.replaceAll(/[\s\S]{2}/g, (pair) =>
    String.fromCharCode((pair.charCodeAt(first) << 8) + pair.charCodeAt(1 - first)),
  );
}
