/** Two thousand spellings of two hundred protected values: none is left in the clear, in nothing that leaves. */
import { parseDate } from "@tillit/civil-time";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import type { OpenedItem } from "../../src/index.ts";
import { buildExport } from "../../src/export.ts";
import { composeLetter } from "../../src/letters.ts";
import { leaksIn, redact } from "../../src/redaction.ts";
import { letterPdf, type OpenPdf } from "../../src/pdf.ts";
import { caseFor, factsFor } from "../kit/letter-facts.ts";
import { escapeHtml } from "@tillit/text-encoding";
import { seeded, type Spelling, spellings, values } from "./protected-values.ts";

const secret = ({ words }: { readonly words: string }) => ({ words, protects: "reporter" });
const entities = (text: string): string =>
  Array.from(text)
    .map((sign, n) =>
      n % 3 === 0
        ? `&#${sign.codePointAt(0)};`
        : n % 3 === 1
          ? `&#x${sign.codePointAt(0)?.toString(16)};`
          : escapeHtml(sign),
    )
    .join("");
const escapes = (text: string): string =>
  JSON.stringify({ text }).replaceAll(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
const tagged = (text: string): string => {
  const signs = Array.from(text);
  const at = Math.ceil(signs.length / 2);
  return `<p>Av ${escapeHtml(signs.slice(0, at).join(""))}<b class="x">${escapeHtml(signs.slice(at).join(""))}</b>.</p>`;
};

type Medium = readonly [string, (one: Spelling) => Parameters<typeof leaksIn>[0][number]];
const media: readonly Medium[] = [
  ["text", ({ written }) => ({ name: "a.txt", content: `Enligt ${written}, som ringde.` })],
  [
    "bytes of a text",
    ({ written }) => ({ name: "a.txt", content: new TextEncoder().encode(`Av ${written}.`) }),
  ],
  ["HTML", ({ written }) => ({ name: "a.html", content: `<p>Av ${escapeHtml(written)}.</p>`, html: true })],
  [
    "HTML with entities",
    ({ written }) => ({ name: "a.html", content: `<p>Av ${entities(written)}.</p>`, html: true }),
  ],
  ["HTML with a tag in a word", ({ written }) => ({ name: "a.html", content: tagged(written), html: true })],
  ["JSON with escapes", ({ written }) => ({ name: "a.json", content: escapes(written) })],
  [
    "CSV",
    ({ written }) => ({ name: "a.csv", content: `item,text\r\n1,"${written.replaceAll('"', '""')}"\r\n` }),
  ],
  ["a file's name", ({ written }) => ({ name: `brev ${written}.txt`, content: "" })],
  [
    "a part of an address",
    ({ written }) => ({ name: "a", content: `https://x.se/?q=${encodeURIComponent(written)}` }),
  ],
];

describe("two thousand spellings of two hundred values", () => {
  it("are what they say", () => {
    expect(new Set(values.map(({ words }) => words)).size).toBe(200);
    expect(spellings).toHaveLength(2000);
    expect(spellings.filter(({ words, written }) => words !== written).length).toBeGreaterThan(1600);
  });

  it("are each cut from a text, exactly as long as they are", () => {
    const left = spellings.filter(
      (one) => redact(`Före ${one.written}, efter.`, [], [secret(one)]) !== "Före █████, efter.",
    );
    expect(
      left.map(({ kind, words, written }) => [
        kind,
        words,
        written,
        redact(`Före ${written}, efter.`, [], [secret({ words })]),
      ]),
    ).toEqual([]);
  });

  it.each(media)("are each found in %s", (_name, artefact) => {
    const missed = spellings.filter((one) => leaksIn([artefact(one)], [secret(one)]).length === 0);
    expect(missed.map(({ kind, words, written }) => [kind, words, written])).toEqual([]);
  });

  it("leave nothing in a whole package: text, title, source, fields, their names and numbers", () => {
    const items = values.map((value, n): OpenedItem => {
      const own = spellings.slice(n * 10, n * 10 + 10).map(({ written }) => written);
      const text = `${value.words} ringde. ${own.join(" sade. ")}.`;
      return {
        id: `item-${n}`,
        section: "journal",
        title: `Samtal med ${own[0]}`,
        source: own[1] ?? "",
        text,
        fields: { [`${own[2]}`]: own[3] ?? "", antal: n, värde: Number(value.words.replaceAll(/\D/g, "")) },
        outcome: {
          kind: "redact",
          spans: [{ from: 0, to: value.words.length, protects: `person-${n}` }],
          harm: { provision: "osl-26-1", test: "reverse", reasoning: "aa11", reviewer: "cecilia" },
        },
        origin: { providedBySubject: true, basis: "consent", automated: true },
      };
    });
    const { files } = buildExport({
      case: "case-1",
      right: "portability",
      decision: "ff66",
      lang: "sv",
      items,
    });
    const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
    const left = spellings.filter(({ words, written }) =>
      texts.some(
        (text) =>
          text.includes(written) || (words.length > 4 && text.toLowerCase().includes(words.toLowerCase())),
      ),
    );
    expect(left).toEqual([]);
  });

  it("are each found in a PDF letter", async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
    const font = (name: string): Uint8Array => readFileSync(join(folder, "ttf", name));
    const fonts = { regular: font("DejaVuSans.ttf"), bold: font("DejaVuSans-Bold.ttf") };
    const open: OpenPdf = (options) =>
      new PDFDocument({ ...options, subset: options.subset as never }) as unknown as ReturnType<OpenPdf>;
    const missed: unknown[] = [];
    for (let n = 0; n < 10; n += 1) {
      const own = values.map((_, value) => spellings[value * 10 + n] as Spelling);
      const given = own.map(({ written }) => `Samtal med ${written}.`);
      const letter = composeLetter("M04", {
        about: caseFor("M04"),
        lang: "sv",
        date: parseDate("2027-03-01"),
        facts: { ...factsFor("sv"), given },
      });
      const content = await letterPdf(letter, { open, fonts });
      const found = new Set(
        leaksIn([{ name: "brev.pdf", content }], own.map(secret)).map((one) => one.secret),
      );
      // What the font has no sign for is a row of boxes, and nobody can read it.
      const drawn = ({ written }: Spelling): boolean => !/[\uFF00-\uFF5E]/.test(written);
      missed.push(
        ...own
          .filter((one, value) => drawn(one) && !found.has(value))
          .map(({ words, written }) => [words, written]),
      );
    }
    expect(missed).toEqual([]);
  });

  it("false alarms are counted: words and numbers that are near a protected one and are not it", () => {
    const random = seeded(77);
    const near = values.flatMap(({ kind, words }) => {
      if (kind === "phone" || kind === "number") {
        // One digit changed: another number.
        return Array.from({ length: 5 }, () => {
          const places = [...words.matchAll(/\d/g)].map(({ index }) => index).slice(4);
          const at = places[Math.floor(random() * places.length)] ?? 0;
          return {
            words,
            text: `${words.slice(0, at)}${(Number(words[at]) + 1) % 10}${words.slice(at + 1)}`,
          };
        });
      }
      // The last letter changed, or the first, or all of it the other way round: another name.
      return [
        words.replace(/\p{L}(?=[^\p{L}]*$)/u, "q"),
        words.replace(/\p{L}/u, "q"),
        Array.from(words).reverse().join(""),
      ].map((text) => ({ words, text }));
    });
    const alarms = near.filter(
      ({ text, words }) => leaksIn([{ name: "a", content: `Av ${text}.` }], [secret({ words })]).length > 0,
    );
    console.info(`false alarms: ${alarms.length} of ${near.length}`);
    expect(alarms).toEqual([]);
  });
});
