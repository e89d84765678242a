import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applicationActivities, profiles } from "@tillit/policy-profiles";
import { activityOf } from "../../src/kernel/activities.ts";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let staff: Staff;
let one: SealedPackage;

interface Shown {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  readonly dutyArises?: string;
  readonly earliest?: string;
  readonly heldBy?: string[];
  readonly explanation: string[];
}

async function planned(lang = "sv"): Promise<Shown | undefined> {
  const answer = await h.get(`/api/desk/retention/plan?lang=${lang}`, staff);
  const { dispositions } = (await answer.json()) as { dispositions: Shown[] };
  return dispositions.find(({ id }) => id === one.record);
}

beforeAll(async () => {
  h = await harness();
  staff = await h.login("caseworker", publicAuthority);
  one = await h.submitted();
});
afterAll(() => h.close());

async function judge(kind: "assessment" | "decision", outcome: string): Promise<void> {
  const to = h.keys[publicAuthority]?.keys;
  const words = await sealedWords(kind, { controller: publicAuthority, to, app: one.receipt.app });
  await h.post(`/api/desk/applications/${one.record}/${kind}`, { outcome, words }, staff);
}

describe("the retention plan", () => {
  test("an application that is not closed has no date yet", async () => {
    expect(await planned()).not.toHaveProperty("earliest");
  });

  test("after the decision it has a first day, by the controller's plan and in words with citation", async () => {
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    await judge("assessment", "decline");
    await judge("decision", "declined");
    const found = await planned();
    expect(found).toMatchObject({ outcome: "dispose", dutyArises: "2028-12-31", earliest: "2029-01-01" });
    expect(found?.explanation.join(" ")).toContain("arkivlagen");
    expect((await planned("en"))?.explanation.join(" ")).toContain("Archives Act");
    const view = (await (await h.get(`/api/desk/applications/${one.record}`, staff)).json()) as {
      disposition: Shown;
    };
    const application = { outcome: "declined", assignments: ["family-home"] };
    expect(found).toStrictEqual({ ...view.disposition, application });
  });

  test("a request that is open holds the record", async () => {
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
    expect(await planned()).toMatchObject({ status: "held", heldBy: [expect.stringMatching(/^r-/)] });
  });
});

describe("what the controller tells and registers", () => {
  test("the notice is made from the registered activities, in both languages with one version", async () => {
    const get = async (
      lang: string,
    ): Promise<{ version: string; title: string; blocks: { text: string }[] }> => {
      const answer = await h.get(`/api/controllers/${publicAuthority}/notice?lang=${lang}`);
      return (await answer.json()) as { version: string; title: string; blocks: { text: string }[] };
    };
    const [sv, en] = [await get("sv"), await get("en")];
    expect(sv.version).toBe(en.version);
    expect(sv.title).not.toBe(en.title);
    expect(sv.blocks.length).toBeGreaterThan(10);
    expect((await h.get("/api/controllers/nowhere/notice")).status).toBe(404);
  });

  test.each(profiles.map((profile) => [profile.id, profile] as const))(
    "%s has registered the activity that the log names",
    (id, profile) => {
      expect(applicationActivities(profile).map((activity) => activity.id)).toContain(activityOf(id));
    },
  );
});
