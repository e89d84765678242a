import { concatBytes } from "@noble/hashes/utils.js";
import { DsarError } from "../errors.ts";
import { dateInWords, type LetterBlock, type LetterDocument } from "../letters/compose.ts";
import type { OpenPdf, PdfFonts, PdfMaker, PdfStructure } from "./pdf-maker.ts";

const margin = 72;
const size = { body: 11, title: 18 };

function write(pdf: PdfMaker, text: string, gap = 0.6): () => void {
  return () => {
    pdf.text(text);
    pdf.moveDown(gap);
  };
}

function listOf(pdf: PdfMaker, items: readonly string[]): PdfStructure {
  const rows = items.map((item) =>
    pdf.struct("LI", {}, [pdf.struct("LBody", {}, write(pdf, `•  ${item}`, 0.2))]),
  );
  return pdf.struct("L", {}, rows);
}

function blockOf(pdf: PdfMaker, block: LetterBlock): PdfStructure {
  return block.kind === "paragraph" ? pdf.struct("P", {}, write(pdf, block.text)) : listOf(pdf, block.items);
}

function heading(pdf: PdfMaker, title: string): PdfStructure {
  return pdf.struct("H1", {}, () => {
    pdf.font("bold");
    pdf.fontSize(size.title);
    pdf.text(title);
    pdf.font("regular");
    pdf.fontSize(size.body);
    pdf.moveDown(0.8);
  });
}

/**
 * A letter as a tagged PDF (structure tree, language, title, embedded fonts; PDF/UA metadata, not certified). The same
 * letter, fonts and creation date give the same bytes.
 *
 * @param open - opens a pdfkit document, e.g. `(o) => new PDFDocument({ ...o, info: { ...o.info, CreationDate } })`;
 *   `@types/pdfkit` does not know PDF/UA and asks for lists it may change, so in TypeScript add `subset: o.subset as never`
 *   to the options and `as unknown as PdfMaker` to the document
 * @throws {@link DsarError} `PDF_FONT_MISSING` when a font is empty
 */
export async function letterPdf(
  letter: LetterDocument,
  { open, fonts }: { readonly open: OpenPdf; readonly fonts: PdfFonts },
): Promise<Uint8Array> {
  if (fonts.regular.length === 0 || fonts.bold.length === 0) {
    throw new DsarError("PDF_FONT_MISSING", "a letter needs two fonts to embed");
  }
  const { lang, title, from, to, date, blocks } = letter;
  const pdf = open({
    size: "A4",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    lang: lang === "sv" ? "sv-SE" : "en-GB",
    compress: false,
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    info: { Title: title, Author: from },
  });
  const done = collect(pdf);
  pdf.registerFont("regular", fonts.regular);
  pdf.registerFont("bold", fonts.bold);
  pdf.font("regular");
  pdf.fontSize(size.body);
  const document = pdf.struct("Document", {});
  pdf.addStructure(document);
  document.add(pdf.struct("P", {}, write(pdf, `${from}, ${dateInWords(date, lang)}`)));
  if (to.length > 0) document.add(pdf.struct("P", {}, write(pdf, to.join("\n"), 1)));
  document.add(heading(pdf, title));
  for (const block of blocks) document.add(blockOf(pdf, block));
  document.end();
  pdf.end();
  return done;
}

function collect(pdf: PdfMaker): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (chunk) => chunks.push(chunk));
    pdf.on("end", () => resolve(concatBytes(...chunks)));
    pdf.on("error", (cause) => reject(new Error("the PDF maker failed", { cause })));
  });
}
