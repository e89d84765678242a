/** Files as one tar archive (POSIX ustar), which every archive's tools read. Names are short ASCII, contents stay apart: nothing is copied. */
import { DeskError } from "../../crypto/desk-error.ts";

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const block = 512;

function header({ path, bytes }: PackedFile, seconds: number): Uint8Array<ArrayBuffer> {
  // A longer path is written in two fields, which meet at a slash.
  const cut = path.length > 100 ? path.indexOf("/", path.length - 101) : -1;
  // Eleven octal digits hold 8 GiB; more than a browser's memory does.
  if (path.length - cut - 1 > 100 || cut > 155 || bytes.length >= 8 ** 11)
    throw new DeskError("PACKAGE_TOO_LARGE");
  const made = new Uint8Array(block);
  const put = (text: string, at: number): void => made.set(new TextEncoder().encode(text), at);
  const octal = (value: number, places: number): string => `${value.toString(8).padStart(places, "0")}\0`;
  put(path.slice(cut + 1), 0);
  put(octal(0o600, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(bytes.length, 11), 124);
  put(octal(seconds, 11), 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\0", 257);
  put("00", 263);
  put(path.slice(0, Math.max(0, cut)), 345);
  const sum = made.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return made;
}

/** @param at - when the files were made */
export function tarFile(files: readonly PackedFile[], at: Date): Blob {
  const seconds = Math.floor(at.getTime() / 1000);
  const parts = files.flatMap((file) => [
    header(file, seconds),
    file.bytes,
    new Uint8Array((block - (file.bytes.length % block)) % block),
  ]);
  return new Blob([...parts, new Uint8Array(2 * block)], { type: "application/x-tar" });
}
