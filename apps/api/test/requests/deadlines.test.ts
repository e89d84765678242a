/** Which open requests are urgent, and who is told. */
import { expect, test } from "vitest";
import { parseDate } from "@tillit/civil-time";
import { urgencyOf } from "../../src/requests/list-requests.ts";
import { harness, ownToken, privateProvider, publicAuthority } from "../setup/harness.ts";

test.each([
  ["2026-12-15", "neither"],
  ["2026-12-16", "near"],
  ["2026-12-23", "near"],
  ["2026-12-24", "late"],
])("on %s a request with 23 December as its last day is %s", (today, standing) => {
  const row = {
    id: "r",
    application: "a",
    right: "access",
    received: "2026-11-23",
    lastDay: "2026-12-23",
    restricted: false,
  };
  const urgency = urgencyOf({ ...row, status: "triage" }, parseDate(today));
  expect(urgency ?? "neither").toBe(standing);
  expect(urgencyOf({ ...row, status: "closed" }, parseDate(today))).toBeUndefined();
});

test("the desk is told of its own, and the other controller of nothing", async () => {
  const h = await harness();
  const one = await h.submitted();
  const body = JSON.stringify({ application: one.record, right: "access" });
  await h.app.request("/api/mine/requests", {
    method: "POST",
    headers: {
      authorization: `Bearer ${await ownToken(h, one)}`,
      "content-type": "application/json",
      "content-length": String(body.length),
    },
    body,
  });
  h.now = new Date("2026-12-20T09:30:00Z");
  const alerts = async (controller: string): Promise<unknown> =>
    (await h.get("/api/desk/request-alerts", await h.login("privacy-officer", controller))).json();
  expect(await alerts(publicAuthority)).toMatchObject({
    asOf: "2026-12-20",
    late: [],
    near: [{ application: one.record, lastDay: "2026-12-23" }],
  });
  expect(await alerts(privateProvider)).toStrictEqual({ asOf: "2026-12-20", late: [], near: [] });
  const without = await h.submitted();
  const inbox = await h.get("/api/desk/applications", await h.login("caseworker", publicAuthority));
  const { applications } = (await inbox.json()) as { applications: { id: string; due?: string }[] };
  expect(Object.fromEntries(applications.map(({ id, due }) => [id, due]))).toStrictEqual({
    [one.record]: "2026-12-23",
    [without.record]: undefined,
  });
  await h.close();
});
