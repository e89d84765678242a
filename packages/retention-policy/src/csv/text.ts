/** Text from bytes, without a platform decoder: UTF-8, strictly, and Windows-1252. */

export type Encoding = "utf-8" | "windows-1252";

const upper = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

/** The text of a byte range, or undefined where it is not UTF-8. */
export function decodeText(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: Encoding,
): string | undefined {
  let text = "";
  let plain = true;
  for (let at = start; at < end; at++)
    if ((bytes[at] as number) >= 0x80) {
      plain = false;
      break;
    }
  if (plain) {
    for (let at = start; at < end; at += 4096)
      text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
    return text;
  }
  if (encoding === "windows-1252") {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      text += String.fromCharCode(byte >= 0x80 && byte < 0xa0 ? (upper[byte - 0x80] as number) : byte);
    }
    return text;
  }
  for (let at = start; at < end;) {
    const byte = bytes[at] as number;
    const size =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    if (size === 0 || at + size > end) return undefined;
    let point = size === 1 ? byte : byte & (0xff >> (size + 1));
    for (let more = 1; more < size; more++) {
      const next = bytes[at + more] as number;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (
      (size === 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) ||
      (size === 4 && (point < 0x10000 || point > 0x10ffff))
    )
      return undefined;
    text += String.fromCodePoint(point);
    at += size;
  }
  return text;
}

/** Bytes of a text in UTF-8. */
export function encodeText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
  }
  return Uint8Array.from(bytes);
}
