/** The contract that the web apps are checked against is the API's own, and hono/client speaks it. */
import type { DeskApi, FormApi, MyPagesApi } from "@tillit/api-contract/client";
import { openApiDocument } from "@tillit/api-contract/document";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";

let h: Harness;
beforeAll(async () => {
  h = await harness();
});
afterAll(() => h.close());

describe("the contract", () => {
  test("is what the API serves: every route of it, and no other", async () => {
    const served = (await (await h.get("/api/openapi.json")).json()) as object;
    expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
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
