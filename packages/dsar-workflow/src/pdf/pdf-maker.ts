/** What a letter needs of a PDF maker. `pdfkit` fits as it is; the package itself depends on none. */

/** Options for opening a document, as pdfkit names them. */
export type PdfOptions = {
  readonly size: "A4";
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly lang: string;
  /** Without compression the text can be searched before the letter leaves. */
  readonly compress: false;
  readonly tagged: true;
  readonly displayTitle: true;
  readonly pdfVersion: "1.7";
  readonly subset: "PDF/UA";
  readonly info: { readonly Title: string; readonly Author: string };
};

/** A node of the document's structure. */
export type PdfStructure = { readonly add: (child: PdfStructure) => unknown; readonly end: () => unknown };

/** An open document. */
export type PdfMaker = {
  readonly registerFont: (name: string, font: Uint8Array) => unknown;
  readonly font: (name: string) => unknown;
  readonly fontSize: (points: number) => unknown;
  readonly text: (
    text: string,
    options?: { readonly indent?: number; readonly paragraphGap?: number },
  ) => unknown;
  readonly moveDown: (lines?: number) => unknown;
  readonly struct: (
    type: string,
    options: Readonly<Record<string, unknown>>,
    children?: readonly (PdfStructure | (() => void))[] | (() => void),
  ) => PdfStructure;
  readonly addStructure: (structure: PdfStructure) => unknown;
  readonly on: (event: "data" | "end" | "error", listener: (value: Uint8Array) => void) => unknown;
  readonly end: () => void;
};

/** Opens a document. The caller sets the creation date, since a package has no clock. */
export type OpenPdf = (options: PdfOptions) => PdfMaker;

/** Two faces of one typeface as TrueType or OpenType; they are embedded, so that å, ä and ö are safe everywhere. */
export type PdfFonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };
