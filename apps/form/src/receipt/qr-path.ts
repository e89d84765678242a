import { encode } from "uqr";

/** A path on a grid of `size` squares, quiet zone included. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** A QR code as an SVG path. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
