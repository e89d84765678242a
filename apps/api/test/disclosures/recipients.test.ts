/** Who was given data is told when it goes, the applicant sees what is gone, and a dry run leaves no trace. */
import { Receipt } from "@tillit/crypto-envelope";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { approvedList, closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly items: { record: string }[];
  readonly dropped: { record: string; reason: string; text: string }[];
}

describe.each(engines)("what disposal tells on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await closedCase(h, publicAuthority);
  });
  afterEach(() => h.close());

  const size = (): Promise<number> => h.store.read(publicAuthority, (unit) => unit.log.size());
  const recipients = () => `/api/desk/applications/${one.record}/recipients`;

  async function given(recipient: string, kind: string, on = "2026-11-20"): Promise<Response> {
    const staff = await h.login("caseworker", publicAuthority);
    return h.post(recipients(), { recipient, kind, on }, staff);
  }

  test("every recipient that was noted gets a notice, once, and it is said what became of it", async () => {
    expect((await given("region-7", "care")).status).toBe(204);
    await given("region-7", "care", "2026-11-22");
    await given("forvaltningsratten", "court");
    expect((await given("region-7", "care", "2031-01-01")).status).toBe(409);
    expect((await given("Anna Svensson", "care")).status).toBe(400);
    const seen = await h.get(recipients(), await h.login("privacy-officer", publicAuthority));
    expect(await seen.json()).toMatchObject({ recipients: [{ kind: "care" }, {}, { kind: "court" }] });
    const list = await approvedList(h, publicAuthority);
    const lead = await h.login("decision-maker", publicAuthority);
    expect((await h.post(`/api/desk/disposals/${list}/execution`, {}, lead)).status).toBe(200);
    const path = `/api/desk/disposals/${list}/notices`;
    const read = async () =>
      ((await (await h.get(path, lead)).json()) as { notices: { id: string; settled?: { how: string } }[] })
        .notices;
    const notices = await read();
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatchObject({
      notice: {
        format: "tillit-disposal-notice/1",
        controller: publicAuthority,
        record: one.record,
        recipient: "region-7",
        result: "gone",
        rule: expect.stringContaining("/"),
        on: "2029-01-23",
      },
    });
    const settle = `${path}/${notices[0]?.id}/settlement`;
    const officer = await h.login("privacy-officer", publicAuthority);
    expect((await h.post(settle, { how: "sent" }, officer)).status).toBe(204);
    expect(await (await h.post(settle, { how: "sent" }, officer)).json()).toMatchObject({
      reason: "NOTICE_SETTLED",
    });
    expect((await read()).map(({ settled }) => settled?.how)).toStrictEqual(["sent", undefined]);
  });

  test("the applicant sees which part is gone, when and by which rule; nobody else does", async () => {
    const receipt = Receipt.create(crypto.randomUUID());
    const here = await h.submitted(publicAuthority, receipt);
    const there = await h.submitted(privateProvider, receipt);
    const staff = await h.login("caseworker", publicAuthority);
    await h.get(`/api/desk/applications/${here.record}/envelope`, staff);
    const statement = receipt.withdraw(here.manifest, "2026-11-23T09:30:00Z");
    await h.post(`/api/mine/applications/${receipt.app}/withdrawal`, { statement });
    const list = await approvedList(h, publicAuthority);
    await h.post(
      `/api/desk/disposals/${list}/execution`,
      {},
      await h.login("decision-maker", publicAuthority),
    );
    const overview = async (of: SealedPackage): Promise<unknown> => {
      const headers = { authorization: `Bearer ${await ownToken(h, of)}` };
      return (await h.app.request(`/api/mine/applications/${of.receipt.app}`, { headers })).json();
    };
    expect(await overview(there)).toMatchObject({
      applications: [{ id: there.record, controller: privateProvider }],
      disposed: [
        { controller: publicAuthority, on: "2029-01-23", how: "gone", rule: expect.stringContaining("/") },
      ],
    });
    expect(await overview(await h.submitted())).toMatchObject({ disposed: [] });
  });

  test("a dry run of proposing and of carrying out says what would be, and writes nothing", async () => {
    h.now = new Date("2029-01-15T10:00:00Z");
    const before = await size();
    const author = await h.login("caseworker", publicAuthority);
    const dry = (await (await h.post("/api/desk/disposals?dryRun=true", {}, author)).json()) as Listed;
    expect(dry).toMatchObject({ status: "reviewing", items: [{ record: one.record, outcome: "dispose" }] });
    expect((await h.get(`/api/desk/disposals/${dry.id}`, author)).status).toBe(404);
    expect(await size()).toBe(before);

    const list = await approvedList(h, publicAuthority);
    const kept = await size();
    const lead = await h.login("decision-maker", publicAuthority);
    const path = `/api/desk/disposals/${list}/execution`;
    expect(await (await h.post(`${path}?dryRun=true`, {}, lead)).json()).toMatchObject({
      status: "executing",
      items: [{ record: one.record }],
      dropped: [],
    });
    expect(await size()).toBe(kept);
    expect((await h.get(`/api/desk/applications/${one.record}`, lead)).status).toBe(200);
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
    expect(await (await h.post(`${path}?dryRun=true&lang=en`, {}, lead)).json()).toMatchObject({
      items: [],
      dropped: [{ record: one.record, reason: "HELD", text: "is held for now" }],
    });
  });
});
