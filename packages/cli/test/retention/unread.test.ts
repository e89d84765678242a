/** What the retention commands read and do not use is said; what could take a hold away is refused. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asOf, at, board, header, put, run } from "./records.ts";

const row = `A-1,${board},11,1904,2020-05-14`;
const akt = {
  id: "A-1",
  unit: "file",
  values: {
    holder: "social-board",
    statute: "SoL",
    recordType: "case-file",
    documentFrom: "general",
    subjectBirthDay: 11,
    municipality: "1904",
    lastEntry: "2020-05-14",
  },
};
const hold = { id: "h", matter: "tvist", placed: "2024-01-01", by: "p" };
const lines = (...records: unknown[]): string => records.map((each) => `${JSON.stringify(each)}\n`).join("");
const author = ["--author", "p-1", "--list-id", "L"];

describe("columns of CSV", () => {
  it("that end in a space, a no-break space or are in another case are read, so that what is handed over stays so", async () => {
    const provider = "B-1,private-provider,SoL,case-file,general,12,1904,2023-05-14,true";
    const plain = put("plain.csv", `${header},transferAgreement\n${provider}\n`);
    const disguised = put(
      "disguised.csv",
      `${header.replace("lastEntry", "LastEntry\u00A0")},Transfer_Agreement \n${provider}\n`,
    );
    const [first, second] = [await run("plan", plain, ...asOf), await run("plan", disguised, ...asOf)];
    expect(JSON.parse(second.stdout)).toMatchObject({ id: "B-1", outcome: "transfer" });
    expect(second).toEqual(first);
  });

  it.each([
    [
      "en",
      [
        "tillit: column 9 (Note) is not used",
        "tillit: column 10 (caseClosd) is not used; did you mean caseClosed?",
        "tillit: column 11 is not used",
        "tillit: 2 blank rows passed over",
      ],
    ],
    [
      "sv",
      [
        "tillit: kolumn 9 (Note) används inte",
        "tillit: kolumn 10 (caseClosd) används inte; menades caseClosed?",
        "tillit: kolumn 11 används inte",
        "tillit: 2 tomma rader hoppades över",
      ],
    ],
  ])("that are not used are said in %s by every command, and blank rows counted", async (lang, said) => {
    const file = put("unused.csv", `${header},Note,caseClosd,198112289874\n${row},x,,\n,,,,,,,,,,\n\n`);
    for (const args of [
      ["plan", file, ...asOf],
      ["list", file, ...asOf, ...author],
      ["explain", file, ...asOf, "--id", "A-1"],
      ["timeline", file, "--id", "A-1"],
    ]) {
      const { code, stderr } = await run(...args, "--lang", lang);
      expect(code).toBe(0);
      expect(stderr.split("\n").filter((line) => said.includes(line))).toEqual(said);
      expect(stderr).not.toContain("1981");
    }
  });

  it.each(["holds", "Legal hold", "hold", "on_hold"])(
    "called %s keep every record off a list",
    async (name) => {
      const { code, stdout, stderr } = await run(
        "list",
        put("held.csv", `${header},${name}\n${row},h-1\n`),
        ...asOf,
        ...author,
      );
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^tillit: CSV_HEADER .*\(column 9\)\n$/);
    },
  );

  it("that a mapping sets aside are not said", async () => {
    const map = put(
      "aside.json",
      JSON.stringify({
        id: "id",
        values: Object.fromEntries(
          header
            .split(",")
            .slice(1)
            .map((name) => [name, name]),
        ),
        ignore: ["Note"],
      }),
    );
    const file = put("aside.csv", `${header},note\n${row},x\n`);
    expect(await run("plan", file, ...asOf, "--map", map)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("ids", () => {
  it("that are empty or come twice are rejected by a plan of CSV, with their lines", async () => {
    const file = put("twice.csv", `${header}\n${row}\n,${row.slice(4)}\n${row.replace("2020", "2026")}\n`);
    const { code, stdout, stderr } = await run("plan", file, ...asOf, "--format", "csv");
    expect(code).toBe(3);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stderr).toBe("tillit: 1 row rejected: ID_EMPTY id\ntillit: 1 row rejected: ID_TWICE id\n");
    const kept = readFileSync(at("twice.rejected.ndjson"), "utf8").trim().split("\n");
    expect(kept.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { line: 3, code: "ID_EMPTY", at: "id" },
      { line: 4, code: "ID_TWICE", at: "id" },
    ]);
  });

  it.each([
    ["en", "tillit: line 2 is rejected: ID_EMPTY\ntillit: line 4 is rejected: ID_TWICE\n"],
    ["sv", "tillit: rad 2 avvisas: ID_EMPTY\ntillit: rad 4 avvisas: ID_TWICE\n"],
  ])("that are empty or come twice are rejected by a plan of JSON lines, in %s", async (lang, said) => {
    const file = put(
      "twice.ndjson",
      `\uFEFF${lines(akt, { ...akt, id: " \u00A0" }, { ...akt, id: "b" }, akt)}`,
    );
    const { code, stdout, stderr } = await run("plan", file, ...asOf, "--lang", lang);
    expect([code, stderr]).toEqual([3, said]);
    expect(stdout.match(/"id":"[^"]*"/g)).toEqual(['"id":"A-1"', '"id":"b"']);
  });

  it("are told apart line by line up to twenty, and the rest is counted", async () => {
    const { stderr } = await run("plan", put("many.ndjson", lines(akt).repeat(31)), ...asOf);
    expect(stderr.trimEnd().split("\n").slice(-2)).toEqual([
      "tillit: line 21 is rejected: ID_TWICE",
      "tillit: and 10 lines more",
    ]);
  });

  it.each([
    ["CSV", "double.csv", `${header}\n${row}\n${row.replace("2020", "2026")}\n`, 3],
    ["JSON lines", "double.ndjson", lines(akt, { ...akt, holds: [hold] }), 2],
  ])(
    "that come twice in %s end a list, an explanation and a comparison, with the line",
    async (_, name, text, line) => {
      const file = put(name, text);
      for (const args of [
        ["list", file, ...asOf, ...author],
        ["explain", file, ...asOf, "--id", "A-1"],
        ["timeline", file, "--id", "A-1"],
        ["diff", "se/socialtjanst", "se/socialtjanst", ...asOf, "--records", file],
      ]) {
        const { code, stdout, stderr } = await run(...args, "--force");
        expect([code, stdout]).toEqual([2, ""]);
        expect(stderr).toContain(`tillit: ID_TWICE line ${line} `);
      }
    },
  );
});

describe("records of JSON lines", () => {
  it.each([
    ["hold", "hold"],
    ["legalHolds", "legalHolds"],
    ["Holds", "Holds"],
  ])("with %s instead of holds are not planned or listed, and told what was meant", async (key, place) => {
    const file = put("misspelt.ndjson", lines({ ...akt, [key]: [hold] }, { ...akt, id: "A-2" }));
    const plan = await run("plan", file, ...asOf);
    expect(plan.code).toBe(3);
    expect(JSON.parse(plan.stdout.split("\n")[0] ?? "")).toEqual({
      id: "A-1",
      rejected: "UNKNOWN_KEY",
      at: place,
      meant: "holds",
      line: 1,
    });
    const listed = await run("list", file, ...asOf, ...author);
    expect(listed.code).toBe(3);
    expect(JSON.parse(listed.stdout)).toMatchObject({ items: [{ record: "A-2" }], dropped: [] });
    expect(listed.stderr).toContain(`tillit: 1 record rejected: UNKNOWN_KEY ${place}; did you mean holds?\n`);
    const explained = await run("explain", file, ...asOf, "--id", "A-1", "--lang", "sv");
    expect(explained.code).toBe(2);
    expect(explained.stderr).toContain("did you mean holds?");
    expect(explained.stderr).toContain(`(${place})`);
  });

  it("that say a key twice are rejected: one of the two would be lost", async () => {
    const twice = JSON.stringify(akt).replace(
      '"unit"',
      `"holds":${JSON.stringify([hold])},"holds":[],"unit"`,
    );
    const { code, stdout, stderr } = await run("plan", put("keys.ndjson", `${twice}\n`), ...asOf);
    expect([code, stdout, stderr]).toEqual([3, "", "tillit: line 1 is rejected: JSON_DUPLICATE_KEY\n"]);
  });

  it("that are not in UTF-8 are rejected and not read with other letters", async () => {
    const latin = Buffer.from(lines({ ...akt, id: "Å" }), "latin1");
    const { code, stdout, stderr } = await run("plan", put("latin.ndjson", latin), ...asOf);
    expect([code, stdout, stderr]).toEqual([3, "", "tillit: line 1 is rejected: INPUT_NOT_UTF8\n"]);
  });
});

describe("files beside the records", () => {
  const drafted = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await run("list", put("one.ndjson", lines(akt)), ...asOf, ...author)).stdout) as Record<
      string,
      unknown
    >;
  const submit = { type: "Submit", by: { person: "p-1", role: "author" } };

  it("a list with a key that no list has is refused with its place", async () => {
    const list = await drafted();
    const [item] = list["items"] as object[];
    const file = put(
      "edited.json",
      JSON.stringify({ ...list, items: [{ ...item, anwser: { kind: "keep" } }] }),
    );
    const { code, stderr } = await run("move", file, "--commands", put("s.ndjson", lines(submit)));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^tillit: LIST_MALFORMED .*did you mean answer\?.*\(items\.0\.anwser\)\n$/);
  });

  it("a command with a key that no command has is refused with its line and place", async () => {
    const list = put("l.json", JSON.stringify(await drafted()));
    const answer = {
      type: "Answer",
      by: submit.by,
      record: "A-1",
      answer: { kind: "keep", until: "2027-01-01", reson: "x" },
    };
    const { code, stderr } = await run(
      "move",
      list,
      "--commands",
      put("a.ndjson", `${lines(submit)}\n${lines(answer)}`),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^tillit: COMMAND_MALFORMED line 3: .*\(answer\.reson\)\n$/);
  });

  it.each([
    [
      "a mapping",
      ["plan", "x.csv", ...asOf, "--map"],
      '{"id":"id","values":{},"delimeter":";"}',
      "MAPPING_MALFORMED",
      "delimeter",
    ],
    ["a rule set", ["plan", "x.csv", ...asOf, "--rules"], '{"rulez":[]}', "RULES_MALFORMED", undefined],
    [
      "a mapping with a key twice",
      ["plan", "x.csv", ...asOf, "--map"],
      '{"id":"id","id":"x","values":{}}',
      "JSON_DUPLICATE_KEY",
      undefined,
    ],
    [
      "a case table",
      ["test", "se/socialtjanst", "--cases"],
      '{"cases":[{"name":"x","asOf":"2026-11-21","fact":{}}]}',
      "CASES_MALFORMED",
      "cases.0.fact",
    ],
  ])("%s with a key too much is refused", async (_, args, text, code, place) => {
    const csv = put("x.csv", `${header}\n${row}\n`);
    const file = put("any.json", text);
    const { code: ending, stderr } = await run(...args.map((each) => (each === "x.csv" ? csv : each)), file);
    expect(ending).toBe(2);
    expect(stderr).toContain(`tillit: ${code} `);
    expect(stderr).toContain(place === undefined ? "" : `(${place})`);
  });

  it("a question with a key too much is refused with its line", async () => {
    const question = { id: "1", asOf: "2026-11-21", facts: akt };
    const file = put("q.ndjson", lines(question, { ...question, Facts: akt }));
    const { code, stderr } = await run("answer", file);
    expect(code).toBe(2);
    expect(stderr).toContain("tillit: CASES_MALFORMED line 2");
  });

  it("checksums of records that are not handed over are counted", async () => {
    const provider = {
      ...akt,
      id: "B-3",
      values: {
        ...akt.values,
        holder: "private-provider",
        subjectBirthDay: 12,
        lastEntry: "2023-05-14",
        transferAgreement: true,
      },
    };
    const made = await run("list", put("transfer.ndjson", lines(provider)), ...asOf, ...author);
    const sums = put("sums.json", JSON.stringify({ "B-3": "a".repeat(64), "B-4": "b".repeat(64) }));
    const given = [
      "manifest",
      put("t.json", made.stdout),
      "--checksums",
      sums,
      "--receiver",
      "deciding-board",
    ];
    expect(await run(...given)).toMatchObject({
      code: 0,
      stderr: "tillit: 1 checksum is of no record that is handed over\n",
    });
    expect((await run(...given, "--lang", "sv")).stderr).toBe(
      "tillit: 1 kontrollsumma gäller ingen post som lämnas över\n",
    );
  });
});
