/**
 * What a file really is, by its first bytes. Only the kinds an applicant may attach are known; everything else is
 * "unknown" whatever its name says.
 */
export type FileKind = "application/pdf" | "image/jpeg" | "image/png" | "image/heic" | "unknown";

function starts(bytes: Uint8Array, offset: number, wanted: readonly number[]): boolean {
  return wanted.every((value, index) => bytes[offset + index] === value);
}

const heicBrands = new Set(["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"]);

/** Recognises PDF (ISO 32000 header), PNG, JPEG (SOI marker) and HEIC (ISO base media brand). */
export function sniff(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return "image/jpeg";
  const isBox = starts(bytes, 4, [0x66, 0x74, 0x79, 0x70]);
  const brand = String.fromCodePoint(...bytes.subarray(8, 12));
  return isBox && heicBrands.has(brand) ? "image/heic" : "unknown";
}

const endings: Readonly<Record<Exclude<FileKind, "unknown">, readonly string[]>> = {
  "application/pdf": [".pdf"],
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/heic": [".heic", ".heif"],
};

/**
 * The name to save under: no path, no control or direction-changing characters, at most 100 characters. When the
 * content is not what was declared, or the ending does not fit the content, `.okand` is added.
 */
export function safeFileName(name: string, declared: string, found: FileKind): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[/\\:*?"<>|]/gu, "_")
    .replace(/^\.+/u, "")
    .trim();
  const kept = plain === "" ? "fil" : plain;
  const [written = ""] = /\.[a-z0-9]{1,8}$/iu.exec(kept) ?? [];
  const ending = written === kept ? "" : written.toLowerCase();
  const stem = kept.slice(0, kept.length - ending.length).slice(0, 90);
  const fits = found !== "unknown" && found === declared && endings[found].includes(ending);
  return fits ? `${stem}${ending}` : `${stem}${ending}.okand`;
}
