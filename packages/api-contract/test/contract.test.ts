/** The types that web apps are checked against are written out, and what the routes say. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contractFile, currentContract } from "../written/current.ts";
import { typeOf } from "../written/contract-text.ts";

describe("the written contract", () => {
  test("is what the routes say today; `pnpm --filter @tillit/api-contract contract` writes it", () => {
    expect(readFileSync(contractFile, "utf8")).toBe(currentContract());
  });

  test.each([
    [{ type: "string" }, "string"],
    [{ type: ["string", "null"] }, "(string | null)"],
    [{ enum: ["a", 1] }, '("a" | 1)'],
    [{ const: true }, "true"],
    [{ $ref: "#/components/schemas/Dsse" }, "Dsse"],
    [
      { type: "array", items: { type: "array", items: { type: "integer" } } },
      "readonly (readonly number[])[]",
    ],
    [{ type: "object", additionalProperties: { type: "boolean" } }, "Readonly<Record<string, boolean>>"],
    [{ type: "object", additionalProperties: {} }, "Readonly<Record<string, unknown>>"],
    [
      { type: "object", properties: { a: { type: "string" }, "b-c": {} }, required: ["a"] },
      '{ readonly a: string; readonly "b-c"?: unknown; }',
    ],
    [{ allOf: [{ $ref: "#/A" }, { $ref: "#/B" }] }, "(A & B)"],
    [{ oneOf: [{ type: "string" }, { type: "number" }] }, "(string | number)"],
  ])("turns %j into %s", (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});
