/** What the subject is shown of who has opened: role, time and purpose; of a guarded case only that and which day. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { asApplicant } from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let one: SealedPackage;
beforeAll(async () => {
  h = await harness();
  one = await h.submitted();
});
afterAll(() => h.close());

async function seen(): Promise<readonly Record<string, string>[]> {
  const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}/accesses`;
  const answer = await asApplicant(h, one, "GET", path);
  return ((await answer.json()) as { accesses: Record<string, string>[] }).accesses;
}

test("an access is shown with role, time, part and purpose, and with nothing that names a person", async () => {
  const staff = await h.login("caseworker", publicAuthority);
  await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
  await h.get(`/api/desk/applications/${one.record}/blobs/health`, staff);
  const accesses = await seen();
  expect(accesses).toStrictEqual([
    { at: "2026-11-23T09:30:00Z", role: "caseworker", part: "envelope", purpose: "handling" },
    { at: "2026-11-23T09:30:00Z", role: "caseworker", part: "health", purpose: "handling" },
  ]);
  expect(JSON.stringify(accesses)).not.toMatch(/[0-9a-f]{16}|Åsa/);
});

test("of a guarded case role, hour and part of others are left out", async () => {
  const { user } = (await (
    await h.get("/api/session", await h.login("caseworker", publicAuthority))
  ).json()) as { user: { ref?: string } };
  const decider = await h.login("decision-maker", publicAuthority);
  const placement = { assignees: [user.ref ?? "0".repeat(16)], protectedIdentity: true };
  const placed = await h.post(`/api/desk/applications/${one.record}/placement`, placement, decider);
  expect(placed.status).toBe(204);
  expect(await seen()).toStrictEqual([
    { at: "2026-11-23", role: "staff", part: "", purpose: "handling" },
    { at: "2026-11-23", role: "staff", part: "", purpose: "handling" },
  ]);
});
