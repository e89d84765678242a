/** What goes in the clear beside a sealed application is checked, and a refusal says what was wrong with it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Controller } from "../src/store/store.ts";
import { engines, freshDatabase } from "./setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "./setup/harness.ts";
import { controllerKeys, type SealedPackage } from "./setup/sealing.ts";

/** With every part in the request, or without. */
const ways = ["one request", "parts"] as const;

describe.each(engines)("facts beside an application, on %s", (engine) => {
  let h: Harness;
  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterAll(() => h.close());

  async function changed(id: string, change: Partial<Controller>): Promise<void> {
    const controller = await h.store.controller(id);
    const document = await h.store.keyDocument(id);
    if (controller === undefined || document === undefined) throw new Error("no such controller");
    await h.store.putController(
      { ...controller, ...change },
      { seq: 1, document, at: "2026-11-23T09:00:00Z" },
    );
  }

  function send({ manifest, keyring, blobs }: SealedPackage, facts: object, way: (typeof ways)[number]) {
    const inline = [...blobs].map(([id, bytes]) => [id, Buffer.from(bytes).toString("base64url")]);
    const parts = way === "parts" ? {} : { blobs: Object.fromEntries(inline) as Record<string, string> };
    return h.post("/api/applications", { manifest, keyring, facts, ...parts });
  }

  async function facts(controller = publicAuthority, assignments: readonly string[] = ["family-home"]) {
    const notice = await h.get(`/api/controllers/${controller}/notice`);
    const { version } = (await notice.json()) as { version: string };
    return { assignments, noticeVersion: version, lang: "sv" };
  }

  describe.each(ways)("in %s", (way) => {
    test("a kind of assignment that is not taken is refused by name, with the controller's", async () => {
      await changed(privateProvider, { accepts: ["family-home"] });
      const one = await h.seal(privateProvider);
      const both = await facts(privateProvider, ["family-home", "contact-person", "contact-family"]);
      const refused = await send(one, both, way);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        code: "ASSIGNMENT_NOT_ACCEPTED",
        controller: privateProvider,
        assignments: ["contact-person", "contact-family"],
      });
      expect((await send(one, { ...both, assignments: ["family-home"] }, way)).status).toBe(201);
      await changed(privateProvider, { accepts: ["family-home", "contact-person"] });
    });

    test("what was kept once is known when it comes again, whatever the controller takes by then", async () => {
      const one = await h.seal();
      const told = await facts();
      expect((await send(one, told, way)).status).toBe(201);
      const controller = await h.store.controller(publicAuthority);
      const before = await h.store.keyDocument(publicAuthority);
      if (controller === undefined || before === undefined) throw new Error("no such controller");
      const { document } = await controllerKeys(publicAuthority, h.now.toISOString(), { seq: 2 });
      const at = "2026-11-23T09:00:00Z";
      await h.store.putController({ ...controller, accepts: ["contact-person"] }, { seq: 2, document, at });
      const again = await send(one, told, way);
      expect([again.status, ((await again.json()) as { id: string }).id]).toStrictEqual([200, one.record]);
      expect((await send(await h.seal(), told, way)).status).toBe(400);
      await h.store.putController(controller, { seq: 3, document: before, at });
    });
  });
});
