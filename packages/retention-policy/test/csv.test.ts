import { describe, expect, it } from "vitest";
import {
  compile,
  csvReader,
  type CsvMapping,
  type Facts,
  idText,
  parseMapping,
  planHeader,
  planLine,
  planWriter,
} from "../src/index.ts";
import { asOf, dispose, rule, toy } from "./toy.ts";

const engine = compile(
  toy([
    rule("a", dispose("closed", "P2Y")),
    rule(
      "k",
      { kind: "preserve" },
      {
        any: [
          { field: "kind", is: "map" },
          { field: "secret", is: true },
        ],
      },
    ),
  ]),
);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Read {
  rows: string[];
  rejects: string[];
  facts: string[];
}

/** Reads CSV in chunks of a size; rows as "id outcome earliest". */
function read(input: Uint8Array, size = 1 << 16, more: Partial<Parameters<typeof csvReader>[1]> = {}): Read {
  const result: Read = { rows: [], rejects: [], facts: [] };
  const reader = csvReader(engine, {
    onBatch: ({ columns, ids }) => {
      for (let row = 0; row < columns.length; row++) {
        const { outcome, earliest = "–" } = engine.disposition(columns, row, "", asOf);
        result.rows.push(`${idText(ids, row)} ${outcome} ${earliest}`);
      }
    },
    onFacts: (facts) => result.facts.push(JSON.stringify(facts)),
    onReject: ({ line, code, at }) =>
      result.rejects.push(`${line} ${code}${at === undefined ? "" : ` ${at}`}`),
    ...more,
  });
  for (let at = 0; at < input.length; at += size) reader.push(input.slice(at, at + size));
  reader.end();
  return result;
}

const plain = "id,kind,secret,closed\n1,letter,false,2020-02-29\n2,map,,2020-01-01\n3,letter,true,\n";
const expected = ["1 dispose 2022-03-01", "2 preserve –", "3 preserve –"];

describe("reading CSV", () => {
  it.each([1, 2, 3, 7, 1000])("gives the same rows in chunks of %i bytes", (size) => {
    expect(read(bytes(plain), size)).toMatchObject({ rows: expected, rejects: [] });
  });

  it.each<[string, Uint8Array | string]>([
    ["a byte order mark", `\uFEFF${plain}`],
    ["Windows line ends", plain.replaceAll("\n", "\r\n")],
    ["no last line end", plain.trimEnd()],
    ["semicolons", plain.replaceAll(",", ";")],
    ["tabs", plain.replaceAll(",", "\t")],
    ["quotes around everything", plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ["empty lines", plain.replaceAll("\n", "\n\n")],
    [
      "a quoted field that holds a delimiter, a line end and quotes",
      'id,kind,secret,closed,from\n1,letter,false,2020-02-29,\n2,map,,2020-01-01,"closed"\n3,letter,true,,\n',
    ],
  ])("reads %s", (_, text) => {
    for (const size of [5, 1 << 16])
      expect(read(typeof text === "string" ? bytes(text) : text, size)).toMatchObject({
        rows: expected,
        rejects: [],
      });
  });

  it("reads quotes, delimiters and line ends inside ids", () => {
    for (const size of [1, 4, 1 << 16])
      expect(read(bytes('id,kind,secret,closed\n"a,""b""\nc",map,,\n"",map,,\n'), size)).toMatchObject({
        rows: ['a,"b"\nc preserve –'],
        rejects: ["4 ID_EMPTY id"],
      });
  });

  it("reads Windows-1252 when told so, and says CSV_ENCODING when not", () => {
    const swedish = Uint8Array.from([...bytes("id,kind\n"), 0xc5, 0xe4, 0x80, ...bytes(",map\n")]);
    expect(read(swedish, 3, { encoding: "windows-1252" }).rows).toEqual(["Åä€ preserve –"]);
    expect(read(swedish)).toMatchObject({ rows: [], rejects: ["2 CSV_ENCODING id"] });
  });

  it("keeps going after rows that cannot be read, and says which and why", () => {
    const text =
      'id,kind,secret,closed\n1,song,,\n2,map\n3,map,,2020-13-01\n4,map,perhaps,\n5,"ma"p,,\n6,map,,\n';
    expect(read(bytes(text))).toMatchObject({
      rows: ["6 preserve –"],
      rejects: [
        "2 FACTS_VALUE_REFUSED kind",
        "3 CSV_FIELD_COUNT",
        "4 FACTS_VALUE_REFUSED closed",
        "5 FACTS_VALUE_REFUSED secret",
        "6 CSV_QUOTE",
      ],
    });
  });

  it("leaves nothing of a refused row behind", () => {
    expect(read(bytes("id,kind,secret,closed\n1,letter,true,x\n2,letter,false,\n")).rows).toEqual([
      "2 dispose –",
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x69, 0]), "CSV_ENCODING"],
    ["nothing", new Uint8Array(), "CSV_HEADER"],
    ["two equal column names", bytes("id,id\n1,2\n"), "CSV_HEADER"],
    ["a missing column", bytes("name,kind\n1,map\n"), "CSV_HEADER"],
    ["a quote that is never closed", bytes('id,kind\n"1,map\n'), "CSV_QUOTE"],
    ["a header in another encoding", Uint8Array.from([0x69, 0x64, 0x2c, 0xe4, 0x0a]), "CSV_ENCODING"],
  ])("%s is a coded error", (_, input, code) => {
    expect(() => read(input)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ["plain", 0x78],
    ["quoted", 0x22],
  ])("a %s line of a gigabyte ends early, in little memory", (_, first) => {
    const reader = csvReader(engine, { onReject: () => {} });
    reader.push(bytes("id,kind\n"));
    const chunk = new Uint8Array(1 << 16).fill(0x78);
    chunk[0] = first;
    let fed = 0;
    const feed = (): void => {
      for (; fed < 2 ** 30; fed += chunk.length) {
        reader.push(chunk);
        chunk[0] = 0x78;
      }
    };
    expect(feed).toThrow(expect.objectContaining({ code: "CSV_LINE_TOO_LONG" }));
    expect(fed).toBeLessThan(2 ** 21);
  });
});

describe("mappings", () => {
  const mapping: CsvMapping = parseMapping({
    id: "Nr",
    unit: { value: "document" },
    dates: "YYYYMMDD",
    unknown: ["?"],
    values: {
      kind: { column: "Slag", values: { B: "letter", K: "map", S: null } },
      closed: "Klar",
      secret: { value: false },
    },
  });
  const text = "Nr;Slag;Klar;Annat\n1;B;20200229;x\n2;K;;x\n3;S;20200101;x\n4;B;?;x\n";

  it("translate words, dates and what is not known, and fix a value for all rows", () => {
    const { rows, facts, rejects } = read(bytes(text), 9, { mapping });
    expect(rejects).toEqual([]);
    expect(rows).toEqual(["1 dispose 2022-03-01", "2 preserve –", "3 undetermined –", "4 undetermined –"]);
    expect(facts.map((each) => JSON.parse(each) as unknown)).toEqual([
      { id: "1", unit: "document", values: { kind: "letter", closed: "2020-02-29", secret: false } },
      { id: "2", unit: "document", values: { kind: "map", secret: false } },
      { id: "3", unit: "document", values: { kind: null, closed: "2020-01-01", secret: false } },
      { id: "4", unit: "document", values: { kind: "letter", closed: null, secret: false } },
    ]);
  });

  it("translate days, periods, events, numbers and truths as they translate words", () => {
    const words = parseMapping({
      id: "Nr",
      unknown: ["1970-01-01", "vet ej"],
      values: {
        closed: { column: "Klar", values: { "2999-12-31": null, millennieskiftet: "2000-01-01" } },
        span: { column: "Tid", values: { "2 år": "P2Y", "?": null } },
        from: { column: "Från", values: { avslut: "closed" } },
        day: { column: "Dag", values: { fem: 5 } },
        secret: { column: "Hemlig", values: { ja: true, nej: "false" } },
      },
    });
    const { facts, rejects } = read(
      bytes(
        "Nr,Klar,Tid,Från,Dag,Hemlig\n1,2999-12-31,2 år,avslut,fem,ja\n2,1970-01-01,?,vet ej,6,nej\n3,millennieskiftet,P3Y,sent,vet ej,true\n4,,3 år,,,\n5,,,avslutat,,\n6,,,,32,\n",
      ),
      9,
      { mapping: words },
    );
    expect(facts.map((each) => (JSON.parse(each) as { values: unknown }).values)).toEqual([
      { closed: null, span: "P2Y", from: "closed", day: 5, secret: true },
      { closed: null, span: null, from: null, day: 6, secret: false },
      { closed: "2000-01-01", span: "P3Y", from: "sent", day: null, secret: true },
    ]);
    expect(rejects).toEqual([
      "5 FACTS_VALUE_REFUSED span",
      "6 FACTS_VALUE_REFUSED from",
      "7 FACTS_VALUE_REFUSED day",
    ]);
  });

  it("mean in bulk what they mean one by one", () => {
    const words = parseMapping({
      id: "Nr",
      unknown: ["1970-01-01"],
      values: {
        closed: { column: "Klar", values: { strax: "2020-05-06" } },
        kind: { column: "Slag", values: { K: "map" } },
        secret: "Hemlig",
      },
    });
    const { rows, facts } = read(
      bytes(
        "Nr,Klar,Slag,Hemlig\n1,strax,letter,false\n2,1970-01-01,letter,false\n3,,K,\n4,2024-02-29,letter,\n",
      ),
      1 << 16,
      { mapping: words },
    );
    expect(rows).toEqual(
      facts.map((each) => {
        const { id, outcome, earliest = "–" } = engine.decide(JSON.parse(each) as Facts, asOf);
        return `${id} ${outcome} ${earliest}`;
      }),
    );
    expect(rows).toHaveLength(4);
  });

  it.each([[7], [{}], [{ id: "Nr", values: { kind: 7 } }], [{ id: "Nr", values: {}, dates: "DMY" }]])(
    "%o is no mapping",
    (bad) => {
      expect(() => parseMapping(bad)).toThrow(expect.objectContaining({ code: "MAPPING_MALFORMED" }));
    },
  );

  it.each([
    ["a fact outside the vocabulary", { colour: "Slag" }],
    ["a fixed value its fact cannot have", { kind: { value: "song" } }],
  ])("refuse %s", (_, values) => {
    expect(() => read(bytes(text), 9, { mapping: parseMapping({ id: "Nr", values }) })).toThrow(
      expect.objectContaining({ code: "MAPPING_MALFORMED" }),
    );
  });
});

describe("writing plans", () => {
  const rows = ["id,kind,secret,closed"];
  for (let at = 0; at < 500; at++)
    rows.push(
      `${at % 50 === 0 ? `"q""${at}"` : `r${at}`},${["letter", "map", "invoice", ""][at % 4]},${["false", "true", ""][at % 3]},${at % 7 === 0 ? "" : `20${10 + (at % 17)}-0${1 + (at % 9)}-1${at % 10}`}`,
    );
  const input = bytes(`${rows.join("\n")}\n`);

  it.each(["ndjson", "csv"] as const)(
    "gives byte for byte what dispositions give one by one, as %s",
    (format) => {
      const lines: string[] = [];
      const parts: Uint8Array[] = [];
      const writer = planWriter(engine, asOf, format, (chunk) => parts.push(chunk.slice()));
      const reader = csvReader(engine, {
        batchRows: 64,
        onBatch: (batch) => {
          writer.write(batch, engine.evaluate(batch.columns, { asOf }));
          for (let row = 0; row < batch.columns.length; row++) {
            const disposition = engine.disposition(batch.columns, row, idText(batch.ids, row), asOf);
            lines.push(format === "csv" ? planLine(disposition) : `${JSON.stringify(disposition)}\n`);
          }
        },
        onReject: () => {},
      });
      reader.push(input);
      reader.end();
      writer.flush();
      expect(Buffer.concat(parts).toString("utf8")).toBe(lines.join(""));
      expect(lines).toHaveLength(500);
      expect(planHeader.split(",")).toHaveLength(14);
    },
  );

  it("gives what dispositions give where records wait for others of their subject", () => {
    const waiting = compile(
      toy([
        rule(
          "file",
          {
            kind: "dispose",
            after: { from: { event: "closed" }, plus: "P2Y", leap: "back" },
            waitFor: [{ same: "subject", rule: "entry" }],
          },
          { field: "kind", is: "letter" },
        ),
        rule("entry", dispose("indexed", "P3Y"), { field: "kind", is: "map" }),
      ]),
    );
    const lines = ["id,subject,kind,closed,indexed"];
    for (let at = 0; at < 300; at++) {
      lines.push(`f${at},s${at},letter,2020-0${1 + (at % 9)}-01,`);
      if (at % 3 === 0) lines.push(`e${at},s${at},map,,${at % 2 === 0 ? "2021-01-01" : ""}`);
    }
    const parts: Uint8Array[] = [];
    const writer = planWriter(waiting, asOf, "ndjson", (chunk) => parts.push(chunk.slice()));
    let expected = "";
    const reader = csvReader(waiting, {
      batchRows: Infinity,
      onBatch: (batch) => {
        writer.write(batch, waiting.evaluate(batch.columns, { asOf }));
        const ids = Array.from({ length: batch.columns.length }, (_, row) => idText(batch.ids, row));
        for (const each of waiting.dispositions(batch.columns, ids, asOf))
          expected += `${JSON.stringify(each)}\n`;
      },
      onReject: () => {},
    });
    reader.push(bytes(`${lines.join("\n")}\n`));
    reader.end();
    writer.flush();
    expect(Buffer.concat(parts).toString("utf8")).toBe(expected);
    expect(expected.match(/"waitsFor":\["e\d+"\]/g)).toHaveLength(100);
  });
});
