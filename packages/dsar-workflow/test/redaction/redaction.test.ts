/** Single cases: what is hidden, what is not, what cannot be searched. */
import { describe, expect, it } from "vitest";
import { holdsIdentityNumber, type OpenedItem } from "../../src/index.ts";
import { buildExport } from "../../src/export.ts";
import { deidentify, leaksIn, redact, unsearchedIn } from "../../src/redaction.ts";

const mark = "█████";
const hide = (text: string, words: string): string => redact(text, [], [{ words, protects: "reporter" }]);
const found = (content: string | Uint8Array, words: string, html = false): boolean =>
  leaksIn([{ name: "a", content, html }], [{ words, protects: "reporter" }]).length > 0;

describe("a name in another spelling", () => {
  it.each([
    ["Gre\u00ADta Gran kom", "Greta Gran", `${mark} kom`],
    ["Gre\u200Bta\u00A0Gran kom", "Greta Gran", `${mark} kom`],
    ["Anna\u2011Karin kom", "Anna-Karin", `${mark} kom`],
    ["Anna-\nKarin kom", "Anna-Karin", `${mark} kom`],
    ["Anna\u2013Karin kom", "Anna-Karin", `${mark} kom`],
    ["AnnaKarin kom", "Anna-Karin", `${mark} kom`],
    ["O\u2019Hara kom", "O'Hara", `${mark} kom`],
    ["O'Hara kom", "O\u2019Hara", `${mark} kom`],
    ["Gre-\nta kom", "Greta", `${mark} kom`],
    ["Greta kom", "Gre-\nta", `${mark} kom`],
    ["Greta kom", "Gre\u00ADta", `${mark} kom`],
    ["Greta\u200BGran kom", "Greta Gran", `${mark} kom`],
    ["greta_gran.pdf", "Greta Gran", `${mark}.pdf`],
    ["Andre\u0301n kom", "Andrén", `${mark} kom`],
    ["Andren kom", "Andrén", `${mark} kom`],
    ["STRASSE kom", "Straße", `${mark} kom`],
    ["Bo\u00ADs bil, Bo\u200Bende", "Bo", `${mark}s bil, Bo\u200Bende`],
    ["Gr&#229;n och Gr&aring;n", "Gråns", "Gr&#229;n och Gr&aring;n"],
    ["Gr&#229;n och Gr&aring;n", "Grån", `${mark} och ${mark}`],
    ["Gr\\u00e5n i en post", "Grån", `${mark} i en post`],
    ["a=1&q=Greta%20Gran", "Greta Gran", `a=1&q=${mark}`],
    ["<b>Gre</b>ta <i>Gran</i>", "Greta Gran", `<b>${mark}</i>`],
  ])("%j without %j is %j", (text, words, hidden) => {
    expect(hide(text, words)).toBe(hidden);
    expect(found(hidden, words)).toBe(false);
    expect(found(text, words)).toBe(hidden !== text);
  });

  it.each([
    ["Åke kom", "Ake"],
    ["Oden kom", "Öden"],
    ["Annons om bord", "Ann"],
    ["Boende hos oss", "Bo"],
    ["Greta-Karin Gran", "Greta Gran"],
    ["Anna, Karin och Bo", "Anna-Karin"],
    ["en lång text (a) och (b)", "(a)"],
  ])("%j is not touched for %j", (text, words) => {
    expect(hide(text, words)).toBe(text);
  });

  it("goes under the person's letter, whatever its spelling", () => {
    const text = "Greta Gran kom. GRE\u00ADTA\u00A0GRAN gick.";
    expect(deidentify(text, [{ from: 0, to: 10, protects: "p" }])).toBe("[person A] kom. [person A] gick.");
  });
});

describe("a number by its value", () => {
  const numbers = [
    "19811228-9874",
    "811228-9874",
    "8112289874",
    "811228 \u2212 9874",
    "1981-12-28\u20149874",
    "81.12.28\u00A09874",
  ];
  it.each(numbers)("%j hides every other writing of it", (words) => {
    for (const written of numbers) {
      expect(hide(`Hon, ${written}, kom`, words)).toBe(`Hon, ${mark}, kom`);
    }
    for (const other of ["811228-9875", "1 8112289874 2", "88112289874", "81122898741"]) {
      expect(hide(`Nr ${other}.`, words)).toBe(other.includes(" ") ? `Nr 1 ${mark} 2.` : `Nr ${other}.`);
    }
  });

  const phones = [
    "070-123 45 67",
    "0701234567",
    "+46 70 123 45 67",
    "+46 (0)70-1234567",
    "0046701234567",
    "(+46) 70.123.45.67",
  ];
  it.each(phones)("telephone %j hides every other writing of it", (words) => {
    for (const written of phones) expect(hide(`Ring ${written}, tack`, words)).toBe(`Ring ${mark}, tack`);
    expect(hide("Ring 070-123 45 68 eller (070-123 45 67)", words)).toBe(
      `Ring 070-123 45 68 eller (${mark})`,
    );
    expect(found('{"tel":46701234567}', words)).toBe(true);
    expect(hide("Ring 1070-123 45 67 1", words)).toBe("Ring 1070-123 45 67 1");
  });

  it("of another country too", () => {
    expect(hide("Ring 0047 12 34 56 78 eller 12345678", "+47 123 45 678")).toBe(`Ring ${mark} eller ${mark}`);
    expect(hide("Ring 040 123 4567", "+358 40 1234567")).toBe(`Ring ${mark}`);
  });

  it("is hidden as a field's number and in its name, and other numbers stay numbers", () => {
    const item: OpenedItem = {
      id: "item-1",
      section: "s",
      title: "",
      source: "",
      text: "811228-9874 ringde",
      fields: { nummer: 198112289874, antal: 3, "811228-9874": true },
      outcome: {
        kind: "redact",
        spans: [{ from: 0, to: 11, protects: "reporter" }],
        harm: { provision: "osl-26-1", test: "reverse", reasoning: "aa11", reviewer: "cecilia" },
      },
      origin: { providedBySubject: true, basis: "consent", automated: true },
    };
    const { files } = buildExport({
      case: "c",
      right: "portability",
      decision: "ff",
      lang: "sv",
      items: [item],
    });
    const json = new TextDecoder().decode(files.find(({ name }) => name === "data.json")?.bytes);
    expect(json).toContain(`"fields":{"antal":3,"nummer":"${mark}","${mark}":true}`);
  });
});

describe("what cannot be searched", () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === "string" ? Array.from(new TextEncoder().encode(part)) : part)),
    );

  it("is told: a picture, an archive, a PDF from elsewhere; texts are not among it", () => {
    const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF", [0, 1]);
    const zip = bytes("PK", [3, 4, 20, 0]);
    const pdf = bytes("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\nxx\nendstream\nendobj\n");
    const latin = bytes("Anm", [0xe4], "lan av ", [0xc5], "ke");
    const wide = bytes(
      [0xff, 0xfe],
      "Åke Ö".split("").flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    );
    const contents = [jpeg, zip, pdf, latin, wide, bytes("text"), "text"];
    expect(unsearchedIn(contents.map((content) => ({ content })))).toEqual([
      { artefact: 0, why: "no-text" },
      { artefact: 1, why: "no-text" },
      { artefact: 2, why: "foreign-pdf" },
    ]);
    expect(found(latin, "Åke")).toBe(true);
    expect(found(wide, "Åke")).toBe(true);
  });

  it("is searched for long words all the same, and short ones raise no alarm there", () => {
    const picture = bytes([0xff, 0xd8, 0, 1], "Greta Gran", [0], " bo ", [0, 7]);
    expect(found(picture, "Greta Gran")).toBe(true);
    expect(found(picture, "Bo")).toBe(false);
  });

  it("is named with the package", () => {
    const letters = [{ name: "bild.jpg", type: "image/jpeg", bytes: bytes([0xff, 0xd8, 0, 1]) }];
    const pack = buildExport({
      case: "c",
      right: "portability",
      decision: "ff",
      lang: "sv",
      items: [],
      letters,
    });
    expect(pack.unsearched).toEqual([{ name: "bild.jpg", why: "no-text" }]);
  });
});

it("names of tags are no words of a page, what stands in its attributes and comments is", () => {
  expect(found("<main><article>x</article></main>", "Article", true)).toBe(false);
  expect(found('<p title="av Gre&#116;a Gran">x</p>', "Greta Gran", true)).toBe(true);
  expect(found("<!-- Greta Gran -->", "Greta Gran", true)).toBe(true);
});

describe("a case refuses identity numbers and takes other references", () => {
  it.each([
    "811228-9874",
    "811228\u22129874",
    "811228\u20149874",
    "811228\u00A09874",
    "81.12.28.9874",
    "1981-12-28-9874",
  ])("%j is one", (text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });

  it.each([
    "20011231-4567-4890-8123-199001011234",
    "2026-12-01",
    "2026-12-01T08:00:00Z",
    "2026-12-01-2027-01-31",
  ])("%j is none", (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });
});
