export { letterPdf } from "./pdf/letter-pdf.ts";
export type { OpenPdf, PdfFonts, PdfMaker, PdfOptions, PdfStructure } from "./pdf/pdf-maker.ts";
