/** What a file is by its first bytes; its name and what the browser says about it count for nothing. */

const marks: readonly { readonly type: string; readonly fits: (head: Uint8Array) => boolean }[] = [
  { type: "application/pdf", fits: (head) => text(head, 0, 5) === "%PDF-" },
  { type: "image/jpeg", fits: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff },
  { type: "image/png", fits: (head) => head[0] === 0x89 && text(head, 1, 4) === "PNG" },
  {
    type: "image/heic",
    fits: (head) =>
      text(head, 4, 8) === "ftyp" && ["heic", "heix", "heim", "heis", "mif1"].includes(text(head, 8, 12)),
  },
];

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** The media type of a file that may be attached, by its first twelve bytes; undefined for anything else. */
export function fileKind(head: Uint8Array): string | undefined {
  return marks.find((mark) => mark.fits(head))?.type;
}
