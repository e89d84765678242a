import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, csvReader, type CsvOptions, type CsvReport, idText, parseMapping } from "../src/index.ts";
import { asOf, dispose, rule, toy } from "./toy.ts";

const rules = toy([rule("a", dispose("closed", "P2Y"), { field: "secret", is: false })]);
const engine = compile(rules);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Read {
  readonly rows: readonly string[];
  readonly rejects: readonly string[];
  readonly report: CsvReport;
}

/** Reads CSV; rows as "id outcome earliest", rejects as "line code place". */
function read(
  input: string | Uint8Array,
  more: Partial<CsvOptions> = {},
  by: ReturnType<typeof compile> = engine,
): Read {
  const rows: string[] = [];
  const rejects: string[] = [];
  const reader = csvReader(by, {
    onBatch: ({ columns, ids }) => {
      for (let row = 0; row < columns.length; row++) {
        const { outcome, earliest = "–" } = by.disposition(columns, row, "", asOf);
        rows.push(`${idText(ids, row)} ${outcome} ${earliest}`);
      }
    },
    onReject: ({ line, code, at }) => rejects.push(`${line} ${code}${at === undefined ? "" : ` ${at}`}`),
    ...more,
  });
  reader.push(typeof input === "string" ? bytes(input) : input);
  return { rows, rejects, report: reader.end() };
}

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("names of columns", () => {
  it.each([
    ["a trailing space", "id,secret,closed "],
    ["a no-break space", "id,secret,\u00A0closed\u00A0"],
    ["another case", "ID,Secret,CLOSED"],
    ["a byte order mark inside", "id,secret,\uFEFFclosed"],
    ["a zero-width space", "id,sec\u200Bret,clo\u200Bsed"],
    ["a soft hyphen", "id,sec\u00ADret,closed"],
    ["full-width letters", "id,secret,ｃｌｏｓｅｄ"],
    ["a byte order mark before all", "\uFEFFid,secret,closed"],
    ["a tab behind one", "id\t,secret,closed"],
    ["an underscore", "id,sec_ret,clo_sed"],
    ["hyphens and spaces", "id,sec ret,clo-sed"],
    ["a line break in quotes", 'id,secret,"clo\nsed"'],
    ["a direction mark", "\u200Eid,secret,\u202Aclosed\u202C"],
  ])("are read with %s", (_, header) => {
    expect(read(`${header}\n1,false,2020-02-29\n`)).toMatchObject({
      rows: ["1 dispose 2022-03-01"],
      rejects: [],
      report: { rows: 1, unused: [] },
    });
  });

  it("that a mapping names are found the same way, and the values it gives are the same by row and in bulk", () => {
    const mapping = parseMapping({ id: "Nr", values: { secret: { value: false }, closed: "Avslutad den" } });
    const facts: string[] = [];
    const onFacts = (record: unknown): number => facts.push(JSON.stringify(record));
    const { rows } = read("nr ;AVSLUTAD_DEN\n1;2020-02-29\n", { mapping, onFacts });
    expect(rows).toEqual(["1 dispose 2022-03-01"]);
    expect(facts).toEqual([
      JSON.stringify({ id: "1", unit: "file", values: { secret: false, closed: "2020-02-29" } }),
    ]);
  });

  it("that are not used are reported, with the name that was probably meant", () => {
    const { rows, report } = read("id,Note,clossed,secret,,x\n1,a,2020-02-29,false,b,c\n");
    expect(rows).toEqual(["1 dispose –"]);
    expect(report).toEqual({
      rows: 1,
      rejected: 0,
      blank: 0,
      unused: [
        { column: 2, name: "Note" },
        { column: 3, name: "clossed", meant: "closed" },
        { column: 5, name: "" },
        { column: 6, name: "x" },
      ],
    });
  });

  it("that a mapping knows and does not use are not reported, all others are", () => {
    const mapping = parseMapping({ id: "Nr", values: { closed: "Klar" }, ignore: ["Anteckning"] });
    const { report } = read("Nr,Klar,anteckning ,secret\n1,2020-02-29,a,true\n", { mapping });
    expect(report.unused).toEqual([{ column: 4, name: "secret", meant: "secret" }]);
  });

  it.each([
    ["two that fold to one known name", "id,closed,Closed \n1,,\n", "columns 2 and 3"],
    ["two that fold to one unknown name", "id,note,NOTE\n1,,\n", "columns 2 and 3"],
    ["two ids", "id,ID\n1,2\n", "columns 1 and 2"],
    ["legal holds, which no column can carry", "id,holds\n1,h\n", "column 2"],
    ["legal holds under another name", "id,closed,Legal_Hold\n1,,\n", "column 3"],
    ["legal holds with an invisible sign", "id,ho\u200Blds\n1,h\n", "column 2"],
    ["legal holds in capitals", "id,HOLDS\n1,h\n", "column 2"],
    ["legal holds as forms write lists", "id,hold[]\n1,h\n", "column 2"],
    ["legal holds in full-width letters", "id,ｈｏｌｄｓ\n1,h\n", "column 2"],
    ["two that fold to one in full-width letters", "id,closed,ｃｌｏｓｅｄ\n1,,\n", "columns 2 and 3"],
    ["parts, which no column can carry", "id,Parts\n1,h\n", "column 2"],
    ["a name over several lines that end in CR alone", "id,closed\r1,2020-02-29\r2,\n", "column 2"],
  ])("are refused where there are %s", (_, text, at) => {
    expect(thrown(() => read(text))).toMatchObject({ code: "CSV_HEADER", at });
  });

  it("that a mapping sets aside may be called what they like", () => {
    const mapping = parseMapping({ id: "id", values: {}, ignore: ["household"] });
    expect(read("id,household\n1,3\n", { mapping })).toMatchObject({ rows: ["1 undetermined –"] });
    expect(thrown(() => read("id,household\n1,3\n"))).toMatchObject({ code: "CSV_HEADER", at: "column 2" });
  });

  it("that could be either of two facts are refused, and used where they are spelt as one of them", () => {
    const title = { sv: "a", en: "a" };
    const twins = compile(
      toy([rule("a", dispose("closed", "P2Y"))], {
        vocabulary: {
          ...rules.vocabulary,
          "re-sent": { title, type: { kind: "event" } },
          resent: { title, type: { kind: "event" } },
        },
      }),
    );
    expect(read("id,re-sent,resent\n1,2020-01-01,\n", {}, twins).report.unused).toEqual([]);
    expect(thrown(() => read("id,Resent\n1,2020-01-01\n", {}, twins))).toMatchObject({
      code: "CSV_HEADER",
      at: "column 2",
    });
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("know no fact called %s", (name) => {
    expect(read(`id,${name}\n1,x\n`).report.unused).toMatchObject([{ column: 2, name }]);
  });

  const hidden = ["\u200B", "\u00AD", "\uFEFF", "\u2060", "\u00A0", " ", "\t", "\u3000", "\u034F", "_", "-"];
  const known = ["id", "unit", "subject", ...Object.keys(rules.vocabulary)];
  const disguised = fc
    .tuple(
      fc.constantFrom(...known.slice(1)),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...hidden)), { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    )
    .map(([name, signs, upper]) => {
      const letters = Array.from(name, (letter, at) => (upper[at] === true ? letter.toUpperCase() : letter));
      for (const [at, sign] of signs) letters.splice(at % (letters.length + 1), 0, sign);
      return { name, header: letters.join("") };
    });
  const cells: Readonly<Record<string, string>> = {
    unit: "document",
    subject: "s",
    kind: "map",
    secret: "true",
    day: "3",
    agreed: "true",
    span: "P1Y",
    from: "closed",
  };

  it("that differ from a known one in what is not seen, case or separators are that one", () => {
    fc.assert(
      fc.property(disguised, ({ name, header }) => {
        const value = cells[name] ?? "2020-01-02";
        const facts: { unit: string; subject?: string; values: Record<string, unknown> }[] = [];
        const { report } = read(`id;"${header}"\n1;${value}\n`, {
          delimiter: ";",
          onFacts: (record) => facts.push(record as (typeof facts)[number]),
        });
        const [first] = facts;
        expect(report.unused).toEqual([]);
        expect(String({ ...first?.values, unit: first?.unit, subject: first?.subject }[name])).toBe(value);
      }),
    );
  });

  it("are used, reported or refused, whatever they are", () => {
    const any = fc.oneof(
      disguised.map(({ header }) => header),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.tuple(fc.constantFrom(...known), fc.string({ unit: "binary", maxLength: 2 })).map(([a, b]) => a + b),
    );
    // No fact takes this value, so that a refused row shows that the column was read as one; a subject takes any.
    const fates = (header: string): readonly string[] => {
      const subjects: (string | undefined)[] = [];
      const text = `id;"${header.replaceAll('"', '""')}"\n1;x\n`;
      const found = thrown(() =>
        read(text, { delimiter: ";", onFacts: ({ subject }) => subjects.push(subject) }),
      );
      if (found instanceof Error) return "code" in found && found.code === "CSV_HEADER" ? ["refused"] : [];
      const { report, rejects } = found as Read;
      return [
        ...(report.unused.some(({ column, name }) => column === 2 && name === header) ? ["reported"] : []),
        ...(rejects.length > 0 || subjects[0] === "x" ? ["used"] : []),
      ];
    };
    fc.assert(
      fc.property(any, (header) => {
        expect(fates(header)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe("rows without anything, and ids", () => {
  it("are passed over and counted, wherever they stand", () => {
    const { rows, rejects, report } = read(
      "\n;;\n \u00A0;;\nid;secret;closed\n\n1;false;2020-02-29\n;;\n \u00A0 ;\u200B;\n   \n;\n2;false;\n;;;;;;\n",
    );
    expect(rows).toEqual(["1 dispose 2022-03-01", "2 dispose –"]);
    expect(rejects).toEqual([]);
    expect(report).toMatchObject({ rows: 2, blank: 9 });
  });

  it("a row with facts and no id is refused with its line", () => {
    expect(read('id,secret\n,true\n" \u00A0\u200B",true\n3,true\n')).toMatchObject({
      rows: ["3 review –"],
      rejects: ["2 ID_EMPTY id", "3 ID_EMPTY id"],
      report: { rows: 1, rejected: 2 },
    });
  });

  it.each<[string, string]>([
    ["a space before", " 1"],
    ["a space behind", "1 "],
    ["a no-break space behind", "1\u00A0"],
    ["a tab before", "\t1"],
    ["a zero-width space behind", "Å\u200B"],
    ["a byte order mark before", "\uFEFF1"],
    ["an ideographic space behind", "1\u3000"],
  ])("an id with %s is refused with its line: another system knows it without", (_, id) => {
    expect(read(`id,secret\n2,true\n${id},true\n3 4,true\n"5\u00A0x",true\n`)).toMatchObject({
      rows: ["2 review –", "3 4 review –", "5\u00A0x review –"],
      rejects: ["3 ID_PADDED id"],
      report: { rows: 3, rejected: 1, blank: 0 },
    });
  });

  it("an id that a row before has is refused with its line, also over batches and after a row that was refused", () => {
    const text = "id,secret\n1,true\n2,perhaps\n3,true\n1,true\nÅ,true\n2,true\nÅ,true\n";
    expect(read(text, { batchRows: 2 })).toMatchObject({
      rows: ["1 review –", "3 review –", "Å review –"],
      rejects: ["3 FACTS_VALUE_REFUSED secret", "5 ID_TWICE id", "7 ID_TWICE id", "8 ID_TWICE id"],
    });
  });

  it("an id is read once, whatever order the ids come in", () => {
    const id = fc.string({ unit: fc.constantFrom("a", "b", "å"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 40 }), fc.boolean(), (ids, inOrder) => {
        const given = inOrder ? ids.toSorted() : ids;
        const { rows, rejects } = read(`id\n${given.join("\n")}\n`);
        expect(rows.map((row) => row.split(" ")[0])).toEqual([...new Set(given)]);
        expect(rejects).toHaveLength(given.length - rows.length);
      }),
    );
  });

  it("a hundred thousand ids of their own are told apart", () => {
    const ids = Array.from({ length: 100_000 }, (_, at) => `${at % 2 === 0 ? "r" : "ö"}-${at}`);
    const { rows, rejects } = read(`id\n${ids.join("\n")}\n${ids[77] ?? ""}\n`);
    expect([rows.length, rejects]).toEqual([100_000, ["100002 ID_TWICE id"]]);
  });

  it("a unit that is left empty in its column is no file", () => {
    expect(read("id,unit,secret\n1,,true\n2,file,true\n")).toMatchObject({
      rows: ["2 review –"],
      rejects: ["2 FACTS_VALUE_REFUSED unit"],
    });
  });

  it.each(["", ";;", "\n", '"', "§", "\r"])("%o is no delimiter", (delimiter) => {
    expect(thrown(() => read("id\n1\n", { delimiter }))).toMatchObject({ code: "CSV_DELIMITER" });
  });
});
