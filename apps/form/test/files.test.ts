import { describe, expect, it } from "vitest";
import { addFiles, sizeText } from "../src/files/add-files.ts";
import { fileKind } from "../src/files/file-kind.ts";
import { qrPath } from "../src/receipt/qr-path.ts";
import { receiptFile } from "../src/receipt/receipt-file.ts";
import { sv } from "../src/texts/sv.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

describe("what a file is", () => {
  it.each([
    ["%PDF-1.7", "application/pdf"],
    ["\xff\xd8\xff\xe0abcd", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n", "image/png"],
    ["\0\0\0\x18ftypheic", "image/heic"],
    ["\0\0\0\x18ftypmif1", "image/heic"],
    ["\0\0\0\x18ftypmp42", undefined],
    ["<html>", undefined],
    ["PK\x03\x04", undefined],
    ["", undefined],
  ])("%j is %s", (head, kind) => {
    expect(fileKind(bytes(head))).toBe(kind);
  });
});

describe("adding files", () => {
  const pdf = (name: string, size = 20): File =>
    new File(["%PDF-1.7".padEnd(size, " ")], name, { type: "text/html" });

  it("takes what it is, not what it says it is", async () => {
    const { files, refusals } = await addFiles([], [pdf("a.pdf")], sv);
    expect(files).toMatchObject([{ name: "a.pdf", type: "application/pdf" }]);
    expect(refusals).toEqual([]);
  });

  it("refuses empty, too large, too many and other files, each with its name, and keeps the rest", async () => {
    const chosen = [
      new File([], "tom.pdf"),
      new File(["<html>"], "sida.pdf", { type: "application/pdf" }),
      pdf("stor.pdf", 10 * 1024 * 1024 + 1),
      ...["1", "2", "3", "4", "5", "6"].map((name) => pdf(name)),
    ];
    const { files, refusals } = await addFiles([], chosen, sv);
    expect(files.map(({ name }) => name)).toEqual(["1", "2", "3", "4", "5"]);
    expect(refusals).toEqual([
      "tom.pdf är tom",
      "sida.pdf är inte en PDF-, JPEG-, PNG- eller HEIC-fil",
      "stor.pdf är större än 10 MB",
      "Du kan bifoga högst 5 filer",
    ]);
  });

  it.each([
    [5_000_000, "5 MB"],
    [1_234_567, "1,2 MB"],
    [900, "1 kB"],
  ])("%i bytes are %s", (size, text) => {
    expect(sizeText(size, "sv")).toBe(text);
  });
});

describe("the receipt file", () => {
  const content = {
    receipt: `cenv1r.${"A".repeat(70)}`,
    sentAt: "21 november 2026",
    receivers: [{ name: 'Kommun <b>&"', number: "K7Q2-9MXD-4", phone: "0222-450 00" }],
    myPages: "https://minasidor.example/",
  };

  it("holds key, numbers and QR code, escapes names, and runs no script", () => {
    const html = receiptFile(content, qrPath(content.receipt), sv, "sv");
    expect(html).toContain(qrPath(content.receipt).path);
    expect(html).toContain(content.receipt);
    expect(html).toContain("K7Q2-9MXD-4");
    expect(html).toContain("Kommun &lt;b&gt;&amp;&quot;");
    expect(html).not.toMatch(/<script|<b>&"|https?:\/\/(?!minasidor)/);
  });

  it("holds key and numbers where the QR code could not be loaded", () => {
    const html = receiptFile(content, undefined, sv, "sv");
    expect(html).toContain(content.receipt);
    expect(html).not.toContain("<svg");
  });

  it("draws the QR code as one path within its grid", () => {
    const { size, path } = qrPath(content.receipt);
    expect(size).toBeGreaterThan(30);
    expect(path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
  });
});
