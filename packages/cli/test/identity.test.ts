import { describe, expect, it } from "vitest";
import { json, tillit, tillitHere } from "./tillit.ts";

describe("tillit identity", () => {
  it.each([
    ["19811228-9874", "personnummer", "198112289874", "1981-12-28", 28],
    ["640883-3231", "samordningsnummer", "196408833231", "1964-08-23", 23],
    ["191500722390", "samordningsnummer", "191500722390", null, 12],
  ])("%s", async (number, kind, normalized, birthDate, birthDay) => {
    const run = await tillitHere(["identity", number]);
    expect(json(run)).toEqual({ kind, normalized, birthDate, birthDay, valid: true });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([[[]], [["-"]]])("reads the number from standard input with arguments %j", async (args) => {
    const run = await tillit(["identity", ...args], "811228-9874\n");
    expect(json(run)).toMatchObject({ normalized: "198112289874" });
  });

  it.each([
    ["811228-9875", "IDENTITY_CHECKSUM"],
    ["811228-T874", "IDENTITY_INTERIM"],
    ["811328-9874", "IDENTITY_DATE_INVALID"],
    ["20990101-1234", "IDENTITY_BORN_IN_FUTURE"],
    ["811228 9874", "IDENTITY_MALFORMED"],
  ])("refuses %s with %s and exit 2, never saying the number again", async (number, code) => {
    for (const run of [await tillitHere(["identity", number]), await tillitHere(["identity"], number)]) {
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(new RegExp(`^tillit: ${code} [^\\n]+\\n$`));
      expect(run.stderr).not.toMatch(/\d{4}/);
    }
  });

  it("refuses more input than a number has", async () => {
    expect(await tillitHere(["identity"], "8".repeat(5000))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^tillit: INPUT_TOO_LARGE [^\n]+\n$/) as string,
    });
  });
});
