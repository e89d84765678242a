/** A valid PDF of about the wanted size; its bulk is reproducible noise that no compression can hide. */
import { createHash } from "node:crypto";

export function samplePdf(size: number, seed: string): Buffer {
  const noise = Buffer.alloc(size);
  let block = createHash("sha256").update(seed).digest();
  for (let at = 0; at < size; at += block.length) {
    block = createHash("sha256").update(block).digest();
    block.copy(noise, at);
  }
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (content: Buffer): void => {
    offsets.push(length);
    parts.push(content);
    length += content.length;
  };
  add(Buffer.from("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"));
  add(Buffer.from("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"));
  add(Buffer.from("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"));
  const head = Buffer.from(`4 0 obj\n<< /Length ${noise.length} >>\nstream\n`);
  add(Buffer.concat([head, noise, Buffer.from("\nendstream\nendobj\n")]));
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 5\n0000000000 65535 f \n${rows}${trailer}`));
  return Buffer.concat(parts);
}
