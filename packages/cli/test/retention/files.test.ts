import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tillitHere } from "../tillit.ts";
import { asOf, at, board, csv, header, put, run } from "./records.ts";

describe("tillit retention plan with CSV", () => {
  it("plans what it can read, keeps the rest with its reason, and ends with 3", async () => {
    const { code, stdout, stderr } = await run("plan", csv, ...asOf, "--format", "csv");
    expect(code).toBe(3);
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 3).join(" "))).toEqual([
      "id outcome status",
      "A-1 dispose due",
      "A-2 preserve settled",
      "A-3 dispose running",
      "A-5 undetermined pending",
      "",
    ]);
    expect(stderr).toBe("tillit: 1 row rejected: FACTS_VALUE_REFUSED municipality\n");
    expect(JSON.parse(readFileSync(at("records.rejected.ndjson"), "utf8"))).toEqual({
      line: 5,
      code: "FACTS_VALUE_REFUSED",
      at: "municipality",
      row: `A-4,${board},11,9999,2020-05-14`,
    });
  });

  it("keeps a rejected row as text of its own encoding, without its line end, and its bytes where they are no text", async () => {
    const latin = (text: string): Buffer => Buffer.from(text, "latin1");
    const rows = (file: string): unknown => JSON.parse(readFileSync(at(file), "utf8"));
    const west = put("west.csv", latin("id,recordType\r\nÅ-1,blåa akten\r\n"));
    await run("plan", west, ...asOf, "--encoding", "windows-1252");
    expect(rows("west.rejected.ndjson")).toMatchObject({ line: 2, row: "Å-1,blåa akten" });
    const torn = put("torn.csv", Buffer.concat([Buffer.from("id,recordType\n"), latin("Å-1,case-file\n")]));
    await run("plan", torn, ...asOf);
    expect(rows("torn.rejected.ndjson")).toEqual({
      line: 2,
      code: "CSV_ENCODING",
      at: "id",
      row: "\u{FFFD}-1,case-file",
      bytes: latin("Å-1,case-file").toString("base64"),
    });
  });

  it("counts what lines of JSON could not give either, and says why", async () => {
    const lines = put(
      "some.ndjson",
      `{"id":"1","unit":"file","values":{"holder":"nobody"}}\n{"id":"2","unit":"file","values":{"recordType":"application","holder":"social-board","statute":"none"}}\nno\n`,
    );
    const { code, stdout, stderr } = await run("plan", lines, ...asOf, "--format", "table");
    expect([code, stdout.split("\n")[0]]).toEqual([3, "1 record on 2026-11-21, 2 rejected"]);
    expect(stderr).toBe(
      "tillit: 1 record rejected: FACTS_VALUE_REFUSED holder\ntillit: line 3 is not a JSON object\n",
    );
  });

  it("gives every answer a record will get, with its first day", async () => {
    const { stdout } = await run("timeline", csv, "--id", "A-1", "--lang", "sv");
    expect(stdout.split("\n").slice(-3)).toEqual([
      "2025-07-01  gallra, mogen  2025-05-15–2026-12-31  se/sol/board/case-file",
      "2027-01-01  gallra, försenad  2025-05-15–2026-12-31  se/sol/board/case-file",
      "",
    ]);
    const lines = (await run("timeline", csv, "--id", "A-1", "--format", "ndjson")).stdout.trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      from: "2027-01-01",
      disposition: { id: "A-1", status: "overdue" },
    });
    expect((await run("timeline", csv, "--id", "A-9")).stderr).toContain("RECORD_NOT_FOUND");
  });

  it("does not overwrite kept rows unless told to", async () => {
    expect((await run("plan", csv, ...asOf)).code).toBe(4);
    expect((await run("plan", csv, ...asOf, "--force")).code).toBe(3);
  });

  it.each([
    ["ndjson", /^\{"id":"A-1","outcome":"dispose"/],
    ["json", /^\[\n\{"id":"A-1"/],
    ["table", /4 records on 2026-11-21, 1 rejected\n\nunits {2}outcome/],
    ["table", /units {2}missing fact\n {4}1 {2}[a-z ]+ \(subjectBirthDay\)/],
    ["html", /<svg[^>]*role="img"[\s\S]*<rect[\s\S]*16 kap\. 1\u00A0§[\s\S]*V: read in the source/],
    ["html", /<h2>Facts that are missing<\/h2>[\s\S]*\(subjectBirthDay\)/],
  ])("answers as %s", async (format, pattern) => {
    expect((await run("plan", csv, ...asOf, "--format", format, "--force")).stdout).toMatch(pattern);
  });

  it("names no more years under a chart than there is room for", async () => {
    const years = async (horizon: string): Promise<number> => {
      const page = (await run("plan", csv, ...asOf, "--format", "html", "--force", "--horizon", horizon))
        .stdout;
      return page.match(/text-anchor="middle">20\d\d</g)?.length ?? 0;
    };
    expect([await years("0y"), await years("10y")]).toEqual([1, 11]);
    expect(await years("73y")).toBeLessThan(20);
  });

  it("speaks Swedish throughout a table", async () => {
    const { stdout } = await run("plan", csv, ...asOf, "--format", "table", "--force", "--lang", "sv");
    expect(stdout).toMatch(/gallra +mogen +Personakt hos socialnämnd/);
    expect(stdout).not.toMatch(/dispose|otherwise/);
  });

  it("reads a mapping, another encoding and another delimiter", async () => {
    const map = put(
      "map.json",
      JSON.stringify({
        id: "Ärende",
        encoding: "windows-1252",
        dates: "YYYYMMDD",
        values: {
          holder: { value: "social-board" },
          statute: { value: "SoL" },
          recordType: { value: "case-file" },
          documentFrom: { column: "Slag", values: { ALLM: "general", FAD: "paternity" } },
          subjectBirthDay: "Dag",
          municipality: { value: "1904" },
          lastEntry: "Sist",
        },
      }),
    );
    const text = Buffer.from(
      "\u00C4rende;Slag;Dag;Sist\n\u00C51;ALLM;11;20200514\n2;FAD;11;20200514\n",
      "latin1",
    );
    const { code, stdout } = await run(
      "plan",
      put("old.txt", text),
      ...asOf,
      "--map",
      map,
      "--format",
      "csv",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Å1,dispose,due,.*\n2,preserve,settled/m);
  });

  it.each([
    ["an unclosed quote", `${header}\n"A`, "CSV_QUOTE"],
    ["UTF-16", Buffer.from([0xff, 0xfe, 0x41, 0]), "CSV_ENCODING"],
    ["a line without end", `id\n${"x".repeat(3_000_000)}`, "CSV_LINE_TOO_LONG"],
  ])("%s ends in one coded line", async (_, data, code) => {
    const { code: ending, stderr } = await run("plan", put("bad.csv", data), ...asOf);
    expect(ending).toBe(2);
    expect(stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]*\\n$`));
  });
});

describe("tillit retention, the other commands", () => {
  it("explains a CSV record in Swedish", async () => {
    const { stdout } = await tillitHere([
      "retention",
      "explain",
      csv,
      ...asOf,
      "--id",
      "A-1",
      "--lang",
      "sv",
    ]);
    expect(stdout).toMatch(/^Gallras tidigast 2025-05-15 och senast 2026-12-31/);
    expect(stdout).toContain("När skyldigheten inträdde gällde 12 kap. 1 §");
  });

  it("checks and tests the Swedish rules without a finding", async () => {
    expect(await run("check")).toMatchObject({ code: 0, stdout: "", stderr: "tillit: nothing found\n" });
    const test = await run("test");
    expect(test.code).toBe(0);
    expect(test.stdout).toMatch(/^\d{3} passed, 0 failed\n$/);
  });

  it("reports a broken rule file as a finding", async () => {
    const { code, stdout } = await run("check", put("rules.json", '{"rules":[]}'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error MALFORMED/);
  });

  it("holds a policy against the law and gates what goes too early", async () => {
    const { code, stdout } = await run("diff", "se/socialtjanst", "claim/ifo-namnd", ...asOf, "--gate");
    expect(code).toBe(1);
    expect(stdout).toContain("gated earlier dispose → dispose: se/sol/board/case-file");
  });

  it("counts over records what a change moves", async () => {
    const { stdout } = await run(
      "diff",
      "se/socialtjanst",
      "claim/ifo-namnd",
      ...asOf,
      "--records",
      csv,
      "--force",
      "--format",
      "json",
    );
    expect(JSON.parse(stdout)).toMatchObject({ gated: true, records: { total: 4 } });
  });

  it("runs the conformance kit against an engine", async () => {
    const main = join(import.meta.dirname, "..", "..", "src", "main.ts");
    const engine = `"${process.execPath}" --conditions=@tillit/source "${main}" retention answer`;
    const { code, stdout } = await run("conformance", "--engine", engine);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^\{"passed":\d{3},"failed":0\}$/);
    expect((await run("conformance", "--engine", "cat")).code).toBe(1);
  });
});
