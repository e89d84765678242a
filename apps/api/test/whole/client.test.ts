/** The contract that the web apps are checked against is the API's own, and hono/client speaks it. */
import { readFileSync } from "node:fs";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import type { OpenApi } from "../../contract/contract-text.ts";
import { typeOf } from "../../contract/contract-text.ts";
import { contractFile, currentContract } from "../../contract/current.ts";
import type { DeskApi, FormApi, MyPagesApi } from "../../src/client.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";

let h: Harness;
beforeAll(async () => {
  h = await harness();
});
afterAll(() => h.close());

describe("the contract", () => {
  test("is what the routes say today; `pnpm --filter @tillit/api contract` writes it", async () => {
    const document = (await (await h.get("/api/openapi.json")).json()) as OpenApi;
    expect(readFileSync(contractFile, "utf8")).toBe(currentContract(document));
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

describe("a typed client", () => {
  const over = {
    fetch: (address: RequestInfo | URL, init?: RequestInit) => h.app.request(address as string, init),
  };

  test("reaches the API with addresses, queries and bodies in their places", async () => {
    const { api } = hc<FormApi>("/", over);
    const { controllers } = await (await api.controllers.$get()).json();
    expect(controllers.map(({ id }) => id)).toContain(publicAuthority);
    const notice = await api.controllers[":id"].notice.$get({
      param: { id: publicAuthority },
      query: { lang: "en" },
    });
    expect((await notice.json()).lang).toBe("en");
    const path = api.applications[":record"].blobs[":section"].$path({
      param: { record: "r", section: "contact" },
    });
    expect(path).toBe("/api/applications/r/blobs/contact");
  });

  test("knows each app's own routes only", () => {
    const form = hc<FormApi>("/").api;
    const mine = hc<MyPagesApi>("/").api;
    const desk = hc<DeskApi>("/").api;
    expectTypeOf(form).not.toHaveProperty("desk");
    expectTypeOf(form).not.toHaveProperty("mine");
    expectTypeOf(mine).not.toHaveProperty("desk");
    expectTypeOf(desk).not.toHaveProperty("mine");
    expectTypeOf(desk.desk.applications).not.toHaveProperty("everything");
  });

  test("knows what a route takes and gives", () => {
    const { desk } = hc<DeskApi>("/").api;
    const decision = desk.applications[":id"].decision.$post;
    type Outcome = InferRequestType<typeof decision>["json"]["outcome"];
    expectTypeOf<Outcome>().toEqualTypeOf<"approved" | "declined">();
    const inbox = desk.applications.$get;
    type Row = InferResponseType<typeof inbox>["applications"][number];
    expectTypeOf<Row["due"]>().toEqualTypeOf<string | undefined>();
  });
});
