/**
 * The text of a PDF as it is drawn: of those that `letterPdf` makes all of it, since they are written without
 * compression. The strings of the document itself, its title among them, are read too.
 */
import { utf16 } from "./code-units.ts";

/** The text, and whether that is all the document shows. */
export type PdfText = { readonly text: string; readonly whole: boolean };

type Objects = ReadonlyMap<string, string>;

const object = /(\d+) 0 obj\b([\s\S]*?)\bendobj/g;
const fontName = /\/([A-Za-z]\w*) (\d+) 0 R/g;
const hexString = /<([\dA-Fa-f\s]+)>/g;

function bytesOf(hex: string): string {
  return hex.replaceAll(/\s/g, "").replaceAll(/../g, (two) => String.fromCharCode(Number.parseInt(two, 16)));
}

/** What each glyph of a font stands for, from its `ToUnicode` map. */
function glyphsOf(map: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = "", list = ""] of map.matchAll(/<([\dA-Fa-f]+)>\s*<[\dA-Fa-f]+>\s*\[([^\]]*)\]/g)) {
    let glyph = Number.parseInt(first, 16);
    for (const [, hex = ""] of list.matchAll(hexString)) {
      // The first glyph is the box for what the font lacks: something was there that cannot be told.
      if (glyph > 0) glyphs.set(glyph, utf16(bytesOf(hex), 0));
      glyph += 1;
    }
  }
  return glyphs;
}

const operator = /\/([A-Za-z]\w*) ([\d.]+) Tf|(-?[\d.]+) Tm\b|\[([^\]]*)\] TJ|<([\dA-Fa-f\s]*)> Tj/g;
// At a line's end it may have been a hyphen that does not show.
const unseen = "\u00AD";
// A glyph that is drawn with no width, as the sign for a soft hyphen is, is taken back by so much and more; kerning is less.
const takenBack = 150;
const piece = /<([\dA-Fa-f\s]+)>\s*(-?[\d.]+)?/g;

/** The text of a page's stream, line by line: an accent is a stroke of its own, a little above its letter. */
function drawn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let text = "";
  let font: ReadonlyMap<number, string> | undefined;
  let size = 0;
  let line = Number.NaN;
  for (const [, name, points, height, list, single] of stream.matchAll(operator)) {
    if (name !== undefined) {
      font = fonts.get(name);
      size = Number(points);
      continue;
    }
    if (height !== undefined) {
      const next = Number(height);
      if (text !== "" && !(Math.abs(next - line) < size)) text += "\n";
      line = next;
      continue;
    }
    for (const [, hex = "", back = "0"] of (list ?? `<${single ?? ""}>`).matchAll(piece)) {
      const codes = hex.replaceAll(/\s/g, "").match(/.{4}/g) ?? [];
      for (const [n, code] of codes.entries()) {
        const gone = n === codes.length - 1 && Number(back) > takenBack;
        text += (gone ? undefined : font?.get(Number.parseInt(code, 16))) ?? unseen;
      }
    }
  }
  return text;
}

const literal = /\(((?:[^()\\]|\\[\s\S])*)\)/g;

function stringsOf(body: string): string {
  const strings = [...body.matchAll(literal)].map(([, inner = ""]) => {
    const text = inner.replaceAll(/\\([\s\S])/g, (_all, sign: string) =>
      sign === "n" ? "\n" : sign === "r" ? "\r" : sign,
    );
    return text.startsWith("\xFE\xFF") ? utf16(text.slice(2), 0) : text;
  });
  return strings.join("\n");
}

function streamOf(body: string): string | undefined {
  const start = /\bstream\r?\n/.exec(body);
  return start === null
    ? undefined
    : body.slice(start.index + start[0].length, body.lastIndexOf("endstream"));
}

function fontsOf(objects: Objects): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const body of objects.values()) {
    const list = /\/Font <<([\s\S]*?)>>/.exec(body)?.[1] ?? "";
    for (const [, name = "", number = ""] of list.matchAll(fontName)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number) ?? "")?.[1] ?? "";
      fonts.set(name, glyphsOf(streamOf(objects.get(map) ?? "") ?? ""));
    }
  }
  return fonts;
}

/**
 * Reads a PDF.
 *
 * @param raw - its bytes, each as the letter of its number
 */
export function pdfText(raw: string): PdfText {
  const objects = new Map([...raw.matchAll(object)].map(([, number = "", body = ""]) => [number, body]));
  const bodies = [...objects.values()];
  const contents = bodies.flatMap((body) => /\/Contents (\d+) 0 R/.exec(body)?.[1] ?? []);
  const streams = contents.map((number) => objects.get(number) ?? "");
  const fonts = fontsOf(objects);
  const pages = streams.map((body) => drawn(streamOf(body) ?? "", fonts));
  const strings = bodies.map((body) => stringsOf(body.split(/\bstream\r?\n/)[0] ?? ""));
  // Ours: not compressed, every page's stream found, every font with a map, no picture, form or file beside.
  const compressed = bodies.some((body) => body.includes("/Filter"));
  const beside = /\/(?:XObject|EmbeddedFile|ObjStm|Encrypt|AcroForm)\b/.test(raw);
  const mapped = fonts.size > 0 && [...fonts.values()].every((glyphs) => glyphs.size > 0);
  const found = contents.length > 0 && streams.every((body) => streamOf(body) !== undefined);
  return { text: [...pages, ...strings].join("\n"), whole: !compressed && !beside && mapped && found };
}
