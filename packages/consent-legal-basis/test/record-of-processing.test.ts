import { parseDate } from "@tillit/civil-time";
import {
  parseRegister,
  type ProcessingActivity,
  recordCsv,
  recordHtml,
  recordJson,
  toArticle30,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities } from "./arbitraries.ts";
import { casework, newsletter, provider } from "./sample-activity.ts";

describe("toArticle30", () => {
  it("Rows and activities are one to one", () => {
    fc.assert(
      fc.property(fc.array(activities, { maxLength: 5 }), (register) => {
        expect(toArticle30(register).rows.map(({ id }) => id)).toEqual(register.map(({ id }) => id));
      }),
    );
  });

  it("Complete activities lack nothing; each gap names its letter of Art. 30(1)", () => {
    expect(toArticle30([casework, newsletter]).missing).toEqual([]);
    const { dataProtectionOfficer: _, ...controller } = casework.controller;
    const bare: ProcessingActivity = {
      ...casework,
      controller: { ...controller, contact: {} },
      openEnded: true,
      recipients: [],
      transfers: { assessed: false },
      retentionRule: "",
      security: [],
    };
    expect(toArticle30([bare]).missing.map(({ code, law }) => `${code} ${law[0]?.at ?? ""}`)).toEqual([
      "CLB201 30(1)(a)",
      "CLB202 30(1)(a)",
      "CLB203 30(1)(c)",
      "CLB204 30(1)(d)",
      "CLB205 30(1)(e)",
      "CLB206 30(1)(f)",
      "CLB207 30(1)(g)",
    ]);
  });

  it("A day leaves out what is not valid on it", () => {
    const old = { ...provider, validUntil: provider.validFrom };
    expect(toArticle30([casework, old], { on: parseDate("2026-06-01") }).rows).toHaveLength(1);
  });

  it("CSV quotes what must be quoted and lets no cell run as a formula", () => {
    const sly: ProcessingActivity = {
      ...casework,
      title: { sv: '=HYPERLINK("x")', en: "x" },
      purpose: { sv: 'Rad ett\nrad "två", tre', en: "x" },
    };
    const csv = recordCsv(toArticle30([sly]));
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"Rad ett\nrad ""två"", tre"');
    expect(csv.split("\r\n")).toHaveLength(3);
  });

  it("HTML has a heading for every column and row, and the gaps below", () => {
    const html = recordHtml(toArticle30([{ ...casework, security: [] }], { locale: "en" }));
    expect(html.match(/scope="col"/g)).toHaveLength(12);
    expect(html).toContain('<th scope="row">personal file</th>');
    expect(html).toContain("CLB207");
  });

  it("JSON in, JSON out: a register survives the trip", () => {
    expect(parseRegister(JSON.parse(JSON.stringify([casework, newsletter, provider])))).toEqual([
      casework,
      newsletter,
      provider,
    ]);
    expect(JSON.parse(recordJson(toArticle30([casework])))).toMatchObject({ locale: "sv", missing: [] });
  });

  it("A malformed activity is named by its place, not by its content", () => {
    const { basis: _, ...without } = casework;
    expect(() => parseRegister([casework, without])).toThrow(
      expect.objectContaining({ code: "ACTIVITY_MALFORMED", path: [1, "basis"] }),
    );
  });

  it("A misspelt field is refused with its place, at any depth, and never dropped", () => {
    const flat = { ...casework, specail: { art9: "a" } };
    const deep = { ...casework, controller: { ...casework.controller, ombud: "hemligt" } };
    for (const [value, path] of [
      [flat, [0]],
      [deep, [0, "controller"]],
    ] as const) {
      expect(() => parseRegister([value])).toThrow(
        expect.objectContaining({
          code: "ACTIVITY_MALFORMED",
          path,
          message: expect.not.stringMatching(/specail|ombud|hemligt/) as unknown,
        }),
      );
    }
  });
});
