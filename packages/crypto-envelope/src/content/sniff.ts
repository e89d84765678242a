/** What a file is by its first bytes, whatever its name says. Only kinds that an attachment can be, or must not be. */

interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const signature = (type: string, bytes: readonly number[], at = 0): Signature => ({ type, at, bytes });

// More telling signatures first: a ZIP that is a Word file is told apart below.
const signatures: readonly Signature[] = [
  signature("application/pdf", ascii("%PDF-")),
  signature("image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  signature("image/jpeg", [0xff, 0xd8, 0xff]),
  signature("image/gif", ascii("GIF87a")),
  signature("image/gif", ascii("GIF89a")),
  signature("image/webp", ascii("WEBP"), 8),
  signature("image/tiff", [0x49, 0x49, 0x2a, 0x00]),
  signature("image/tiff", [0x4d, 0x4d, 0x00, 0x2a]),
  signature("image/heic", ascii("ftypheic"), 4),
  signature("image/heic", ascii("ftypmif1"), 4),
  signature("image/avif", ascii("ftypavif"), 4),
  signature("video/mp4", ascii("ftyp"), 4),
  signature("application/zip", [0x50, 0x4b, 0x03, 0x04]),
  signature("application/zip", [0x50, 0x4b, 0x05, 0x06]),
  signature("application/x-ole-storage", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  signature("application/rtf", ascii("{\\rtf")),
  signature("application/x-7z-compressed", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  signature("application/vnd.rar", ascii("Rar!")),
  signature("application/gzip", [0x1f, 0x8b]),
  signature("application/x-msdownload", ascii("MZ")),
  signature("application/x-elf", [0x7f, 0x45, 0x4c, 0x46]),
  signature("application/x-mach-binary", [0xcf, 0xfa, 0xed, 0xfe]),
  signature("application/x-mach-binary", [0xca, 0xfe, 0xba, 0xbe]),
  signature("text/x-script", ascii("#!")),
];

const officeFolders: readonly (readonly [string, string])[] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"],
];

const markup = /^\s*(?:<!doctype\s+html|<html|<head|<body|<script|<svg|<\?xml|<iframe|<!--)/i;

/** Bytes from the start of a file that `sniffType` wants; fewer are fine for a shorter file. */
export const sniffLength = 4096;

function matches(head: Uint8Array, { at, bytes }: Signature): boolean {
  return head.length >= at + bytes.length && bytes.every((byte, index) => head[at + index] === byte);
}

function latin(head: Uint8Array): string {
  return Array.from(head, (byte) => String.fromCharCode(byte)).join("");
}

/**
 * The media type that the first bytes (up to `sniffLength`) speak for, or undefined. Markup that a browser would run
 * is `text/html`; bytes without control characters are `text/plain`.
 */
export function sniffType(head: Uint8Array): string | undefined {
  const found = signatures.find((candidate) => matches(head, candidate))?.type;
  if (found === "application/zip") {
    const names = latin(head);
    return officeFolders.find(([name]) => names.includes(name))?.[1] ?? found;
  }
  if (found !== undefined) return found;
  if (head.length === 0) return undefined;
  const text = latin(head).replace(/^\u00ef\u00bb\u00bf/, "");
  if (markup.test(text)) return "text/html";
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
    ? "text/plain"
    : undefined;
}
