/** Facts and plans in words that retention does not know must not stop the plan of everything else. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../src/commands/run.ts";
import { ConfigError } from "../../src/config/config.ts";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { harness, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { controllerKeys } from "../setup/sealing.ts";

let h: Harness;
let decider: Staff;
beforeAll(async () => {
  h = await harness();
  decider = await h.login("decision-maker", publicAuthority);
});
afterAll(() => h.close());

describe("a fact that somebody states", () => {
  test.each([
    [204, { municipality: "1904", recordType: "case-file" }],
    [400, { municipality: "3000" }],
    [400, { subjectBirthDay: 32 }],
    [400, { holder: "social-board" }],
  ])("is answered with %i: %j", async (status, facts) => {
    const { record } = await h.submitted();
    const path = `/api/desk/applications/${record}/retention-facts`;
    expect((await h.post(path, facts, decider)).status).toBe(status);
  });

  test("and that the rules of today no longer know is missing, and stops nothing", async () => {
    const { record } = await h.submitted();
    await h.store.write(publicAuthority, (unit) =>
      unit.facts.put(record, { municipality: "3000", hospital: true, subjectIsChild: true }),
    );
    expect((await sweepPlans(h.deps, publicAuthority)).records).toBeGreaterThan(1);
    expect((await h.get(`/api/desk/applications/${record}`, decider)).status).toBe(200);
    expect((await h.get("/api/desk/retention/plan?lang=sv", decider)).status).toBe(200);
  });
});

describe("a controller's file", () => {
  const folder = mkdtempSync(join(tmpdir(), "tillit-controller-"));
  const add = async (change: object): Promise<unknown> => {
    const { document } = await controllerKeys("ifo-namnd", "2026-11-23T09:30:00Z");
    const file = join(folder, "controller.json");
    const right = {
      id: "ifo-namnd",
      name: "Nämnden",
      kind: "public-authority",
      contact: {},
      accepts: ["family-home"],
      profileId: "ifo-namnd",
      plan: { period: "P2Y", from: "caseClosed", decision: "d-1" },
      document,
    };
    writeFileSync(file, JSON.stringify({ ...right, ...change }));
    return runCommand(join(folder, "tillit.db"), ["add-controller", file]);
  };

  test("that is right is taken", async () => {
    expect(await add({})).toBe("ifo-namnd with key document 1");
  });

  test("with words that retention, form or profiles do not know is refused, with all of them at once", async () => {
    const refused = await add({
      accepts: ["orphanage"],
      profileId: "nobody",
      plan: { period: "two years", from: "someday", decision: "d-1" },
    }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    const { problems } = refused as ConfigError;
    expect(problems.map((line) => line.split(":")[0])).toStrictEqual([
      "accepts.0",
      "profileId",
      "plan.period",
      "plan.from",
    ]);
    expect(problems.join()).not.toMatch(/orphanage|nobody|two years|someday/);
  });

  test("with the key document of another controller is refused", async () => {
    const { document } = await controllerKeys("kasam-familjehemsvard", "2026-11-23T09:30:00Z");
    await expect(add({ document })).rejects.toMatchObject({ name: "EnvelopeError" });
  });

  test("with a root among those it names that has not signed it is refused, and one that is named twice is one", async () => {
    const now = "2026-11-23T09:30:00Z";
    const [{ document: ours }, { document: theirs }] = [
      await controllerKeys("ifo-namnd", now),
      await controllerKeys("ifo-namnd", now),
    ];
    // Their signature is of another document.
    const half = { ...ours, signatures: [...ours.signatures, ...theirs.signatures] };
    await expect(add({ document: half })).rejects.toMatchObject({ code: "SIGNATURE" });
    const unsigned = { ...ours, signatures: [] };
    await expect(add({ document: unsigned })).rejects.toMatchObject({ name: "EnvelopeError" });
    const twice = { ...ours, signatures: [...ours.signatures, ...ours.signatures] };
    expect(await add({ document: twice })).toBe("ifo-namnd with key document 1");
  });

  test("that is not there is said in words", async () => {
    const url = join(folder, "tillit.db");
    await expect(runCommand(url, ["add-controller", "/nowhere.json"])).rejects.toBeInstanceOf(ConfigError);
  });
});
