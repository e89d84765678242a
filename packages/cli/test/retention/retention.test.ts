import { describe, expect, it } from "vitest";
import { json, tillit, tillitHere } from "../tillit.ts";

const asOf = ["--as-of", "2026-11-21"];
const file = {
  id: "a",
  unit: "file",
  values: {
    holder: "social-board",
    statute: "SoL",
    recordType: "case-file",
    documentFrom: "general",
    subjectBirthDay: 12,
    municipality: "1904",
    lastEntry: "2021-03-04",
  },
};
const records = (...list: unknown[]): string => list.map((each) => `${JSON.stringify(each)}\n`).join("");

describe("tillit retention plan", () => {
  it("gives one disposition a record, with window and citation", async () => {
    const run = await tillit(["retention", "plan", ...asOf], records(file));
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(json(run)).toMatchObject({
      id: "a",
      outcome: "dispose",
      status: "due",
      dutyArises: "2026-03-04",
      earliest: "2026-03-05",
      latest: "2027-12-31",
      deciding: { cite: [{ act: "SFS 2025:400" }] },
    });
  });

  it("ends with 3 when a record is undetermined, and says what is missing", async () => {
    const unknown = { ...file, values: { ...file.values, subjectBirthDay: null } };
    const run = await tillit(["retention", "plan", ...asOf], records(unknown));
    expect(run.code).toBe(3);
    expect(json(run)).toMatchObject({ outcome: "undetermined", missing: ["subjectBirthDay"] });
  });

  it("ends with 3 when a line cannot be read, goes on with the others, and never repeats the line", async () => {
    const run = await tillit(["retention", "plan", ...asOf], `198112289874 {\n${records(file)}`);
    expect(run.code).toBe(3);
    expect(json({ ...run, stdout: run.stdout.trim().split("\n").at(-1) ?? "" })).toMatchObject({ id: "a" });
    expect(run.stdout + run.stderr).not.toContain("19811228");
  });
});

describe("tillit retention explain", () => {
  it.each([
    ["sv", "Gallras tidigast 2026-03-05", "16 kap. 1 §"],
    ["en", "2026-03-05", "16 kap. 1 §"],
  ])("tells the whole trace in %s", async (lang, ...words) => {
    const run = await tillitHere(
      ["retention", "explain", ...asOf, "--id", "a", "--lang", lang],
      records(file),
    );
    expect(run.code).toBe(0);
    for (const word of words) expect(run.stdout).toContain(word);
  });

  it("says when no record has the id", async () => {
    expect(await tillitHere(["retention", "explain", ...asOf, "--id", "b"], records(file))).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^tillit: RECORD_NOT_FOUND /) as string,
    });
  });
});
