import { concatBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { describe, expect, it } from "vitest";
import { type Scanner, examine, sniffType } from "../../src/content.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const zipOf = (name: string) =>
  concatBytes(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), utf8ToBytes(`....${name}`));

describe("the type of an attachment", () => {
  it.each<[string | undefined, Uint8Array]>([
    ["application/pdf", utf8ToBytes("%PDF-1.7\n")],
    ["image/png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])],
    ["image/jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["image/webp", utf8ToBytes("RIFF....WEBPVP8 ")],
    ["image/heic", concatBytes(new Uint8Array([0, 0, 0, 24]), utf8ToBytes("ftypheic"))],
    [docx, zipOf("word/document.xml")],
    ["application/zip", zipOf("holiday.txt")],
    ["application/x-msdownload", utf8ToBytes("MZ\u0090")],
    ["text/x-script", utf8ToBytes("#!/bin/sh\n")],
    ["text/html", utf8ToBytes("  <!DOCTYPE html><script>")],
    ["text/html", utf8ToBytes('<svg onload="x">')],
    ["text/plain", utf8ToBytes("Hej på dig\n")],
    [undefined, new Uint8Array([0, 1, 2, 3])],
    [undefined, new Uint8Array(0)],
  ])("is %s by its first bytes", (type, head) => {
    expect(sniffType(head)).toBe(type);
  });
});

describe("an opened attachment", () => {
  const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])]);

  it("may be shown when name and bytes agree and the kind cannot carry script", async () => {
    expect(await examine(png, "image/png")).toMatchObject({
      agrees: true,
      inline: true,
      scan: "not-scanned",
    });
  });

  it("is never shown when the bytes are of another kind than declared", async () => {
    const page = new Blob(["<html><script>alert(1)</script>"]);
    expect(await examine(page, "image/png")).toMatchObject({
      sniffed: "text/html",
      agrees: false,
      inline: false,
    });
  });

  it("is never shown when the kind can carry script, though it is what it says", async () => {
    expect(await examine(new Blob(["%PDF-1.7"]), "application/pdf")).toMatchObject({
      agrees: true,
      inline: false,
    });
  });

  it("goes through the scanner, whose objection counts", async () => {
    const seen: number[] = [];
    const result = await examine(png, "image/png", async (content) => {
      for await (const piece of content as unknown as AsyncIterable<Uint8Array>) seen.push(piece.length);
      return { verdict: "infected", finding: "Test-Signature" };
    });
    expect(result).toMatchObject({ scan: "infected", finding: "Test-Signature", inline: false });
    expect(seen).toEqual([9]);
  });

  it.each<[string, unknown]>([
    ["that nothing was scanned", { verdict: "not-scanned" }],
    ["another word", { verdict: "CLEAN" }],
    ["nothing", undefined],
    ["yes", true],
    ["an empty object", {}],
  ])("is held back when the scanner answers %s", async (_, answer) => {
    const scanner = (() => Promise.resolve(answer)) as Scanner;
    expect(await examine(png, "image/png", scanner)).toMatchObject({ scan: "failed", inline: false });
  });

  it("is held back when the scanner fails", async () => {
    const failing = () => Promise.reject(new Error("no connection"));
    expect(await examine(png, "image/png", failing)).toMatchObject({ scan: "failed", inline: false });
  });
});
