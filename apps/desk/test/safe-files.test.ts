import { describe, expect, it } from "vitest";
import { safeFileName, sniff } from "../src/applications/content/sniff.ts";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe("what a file is", () => {
  it.each([
    ["application/pdf", text("%PDF-1.4 …")],
    ["image/png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ["image/jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["image/heic", text("\0\0\0\u0018ftypheic")],
    ["unknown", text("<svg xmlns=…")],
    ["unknown", text("<html>%PDF-1.4")],
    ["unknown", text("MZ")],
    ["unknown", new Uint8Array()],
    ["unknown", text("\0\0\0\u0018ftypmp42")],
  ] as const)("is %s by its first bytes", (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });
});

describe("the name a file is saved under", () => {
  it.each([
    ["intyg.pdf", "application/pdf", "application/pdf", "intyg.pdf"],
    ["Bild.JPEG", "image/jpeg", "image/jpeg", "Bild.jpeg"],
    ["intyg.pdf", "application/pdf", "unknown", "intyg.pdf.okand"],
    ["intyg.exe", "application/pdf", "application/pdf", "intyg.exe.okand"],
    ["intyg.pdf", "image/png", "application/pdf", "intyg.pdf.okand"],
    ["../../etc/passwd", "application/pdf", "unknown", "_.._etc_passwd.okand"],
    ["gpj.\u202efdp.exe", "image/jpeg", "image/jpeg", "gpj.fdp.exe.okand"],
    ["", "application/pdf", "application/pdf", "fil.okand"],
    ["...", "image/png", "image/png", "fil.okand"],
  ] as const)("makes %j, said to be %s and found to be %s, into %s", (name, declared, found, saved) => {
    expect(safeFileName(name, declared, found)).toBe(saved);
  });

  it("is never longer than a hundred and some characters", () => {
    expect(safeFileName(`${"å".repeat(500)}.pdf`, "application/pdf", "application/pdf").length).toBeLessThan(
      110,
    );
  });
});
