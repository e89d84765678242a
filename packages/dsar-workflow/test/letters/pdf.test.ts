import type { Language } from "@tillit/law-reference";
import { parseDate } from "@tillit/civil-time";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { DsarError, type LetterDocument, type LetterId } from "../../src/index.ts";
import { composeLetter, letters } from "../../src/letters.ts";
import { letterPdf, type OpenPdf } from "../../src/pdf.ts";
import { caseFor, factsFor } from "../kit/letter-facts.ts";

const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
const font = (name: string): Uint8Array => readFileSync(join(folder, "ttf", name));
const fonts = { regular: font("DejaVuSans.ttf"), bold: font("DejaVuSans-Bold.ttf") };

const open: OpenPdf = (options) =>
  new PDFDocument({
    ...options,
    // The types of pdfkit lag behind its code here.
    subset: options.subset as never,
    info: { ...options.info, CreationDate: new Date("2027-03-01T09:00:00Z") },
  }) as unknown as ReturnType<OpenPdf>;

const letter = (id: LetterId, lang: Language): LetterDocument =>
  composeLetter(id, { lang, date: parseDate("2027-03-01"), about: caseFor(id), facts: factsFor(lang) });

function roles(tree: unknown): readonly string[] {
  if (typeof tree !== "object" || tree === null) return [];
  const own = "role" in tree && typeof tree.role === "string" ? [tree.role] : [];
  const children: readonly unknown[] =
    "children" in tree && Array.isArray(tree.children) ? tree.children : [];
  return [...own, ...children.flatMap(roles)];
}

async function read(bytes: Uint8Array): Promise<{
  text: string;
  roles: readonly string[];
  lang: unknown;
  title: unknown;
  marked: unknown;
}> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  let text = "";
  const found: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    text += `${items.map((item) => ("str" in item ? item.str : "")).join(" ")} `;
    found.push(...roles(await page.getStructTree()));
  }
  const { info } = await document.getMetadata();
  const { Language: lang, Title: title } = info as Record<string, unknown>;
  const marks: unknown = await document.getMarkInfo();
  const marked: unknown = marks instanceof Map ? marks.get("Marked") : undefined;
  await task.destroy();
  return { text: text.replaceAll(/\s+/g, " "), roles: found, lang, title, marked };
}

const bare = (text: string): string => text.replaceAll(/\s+/g, "");

describe("a letter as PDF", () => {
  it.each(["sv", "en"] as const)(
    "%s: every letter has its text, its tags, its language and its title",
    async (lang) => {
      for (const id of Object.keys(letters) as LetterId[]) {
        const document = letter(id, lang);
        const pdf = await read(await letterPdf(document, { open, fonts }));
        for (const block of document.blocks) {
          const texts = block.kind === "paragraph" ? [block.text] : block.items;
          for (const text of texts) expect(bare(pdf.text)).toContain(bare(text));
        }
        expect(pdf.roles).toContain("H1");
        expect(pdf.roles.filter((role) => role === "P").length).toBeGreaterThan(1);
        expect(pdf.lang).toBe(lang === "sv" ? "sv-SE" : "en-GB");
        expect(pdf.title).toBe(document.title);
        expect(pdf.marked).toBe(true);
      }
    },
  );

  it("keeps å, ä and ö, and tags lists as lists", async () => {
    const pdf = await read(await letterPdf(letter("M06", "sv"), { open, fonts }));
    for (const sign of ["å", "ä", "ö", "Å"]) expect(pdf.text).toContain(sign);
    expect(pdf.roles).toEqual(expect.arrayContaining(["Document", "H1", "P", "L", "LI", "LBody"]));
  });

  it.each([
    ["M06", "sv"],
    ["M06", "en"],
    ["M07", "sv"],
    ["M23", "sv"],
  ] as const)("%s in %s is the one we have looked at: text, tags, language, title", async (id, lang) => {
    const pdf = await read(await letterPdf(letter(id, lang), { open, fonts }));
    await expect(`${JSON.stringify(pdf, undefined, 2)}\n`).toMatchFileSnapshot(`golden/${id}-${lang}.json`);
  });

  it("gives the same bytes for the same letter", async () => {
    const make = (): Promise<Uint8Array> => letterPdf(letter("M04", "sv"), { open, fonts });
    expect(await make()).toEqual(await make());
  });

  it("asks for fonts rather than trusting the reader's", async () => {
    const without = letterPdf(letter("M04", "sv"), { open, fonts: { ...fonts, bold: new Uint8Array() } });
    await expect(without).rejects.toThrow(DsarError);
  });
});
