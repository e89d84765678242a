/** What goes in the clear beside a sealed application is checked, and a refusal says what was wrong with it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Controller } from "@tillit/record-store";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { controllerKeys, type SealedPackage } from "../setup/sealing.ts";

/** With every part in the request, or without. */
const ways = ["one request", "parts"] as const;

interface Versions {
  readonly current: string;
  readonly versions: readonly { readonly version: string; readonly since: string; readonly until?: string }[];
}

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
    return { assignments, noticeVersion: await h.noticeVersion(controller), lang: "sv" };
  }

  async function versions(controller = publicAuthority): Promise<Versions> {
    return (await (await h.get(`/api/controllers/${controller}/notice/versions`)).json()) as Versions;
  }

  describe.each(ways)("in %s", (way) => {
    test.each(["v1", "2026-11-01", "the-other's"])(
      "a version of the notice that was never shown here is refused, with the controller's name: %s",
      async (version) => {
        const other = await h.noticeVersion(privateProvider);
        await h.noticeVersion();
        const one = await h.seal();
        const told = { ...(await facts()), noticeVersion: version === "the-other's" ? other : version };
        const refused = await send(one, told, way);
        expect(refused.status).toBe(400);
        const body = (await refused.json()) as object;
        expect(body).toMatchObject({ code: "NOTICE_UNKNOWN", controller: publicAuthority });
        expect(JSON.stringify(body)).not.toContain(told.noticeVersion);
        expect((await h.get(`/api/applications/${one.record}/blobs/contact`)).status).toBe(404);
        expect((await send(one, await facts(), way)).status).toBe(201);
      },
    );

    test("a notice counts when it has been shown, not before, and goes on counting when it is another", async () => {
      const before = await facts(privateProvider);
      await changed(privateProvider, { profileId: way === "parts" ? "ifo-namnd" : "kasam-familjehemsvard" });
      const { current } = await versions(privateProvider);
      const unseen = { ...before, noticeVersion: current };
      const one = await h.seal(privateProvider);
      const refused = (await (await send(one, unseen, way)).json()) as object;
      expect(refused).toMatchObject({ code: "NOTICE_UNKNOWN", controller: privateProvider });
      expect((await send(one, before, way)).status).toBe(201);
      expect(await h.noticeVersion(privateProvider)).toBe(current);
      expect((await send(await h.seal(privateProvider), unseen, way)).status).toBe(201);
      await changed(privateProvider, { profileId: privateProvider });
    });

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

  test("the versions are noted when they are shown, each with the time it was in use, also when one comes back", async () => {
    const own = await harness({ url: await freshDatabase(engine) });
    const read = async (): Promise<Versions> =>
      (await (await own.get(`/api/controllers/${publicAuthority}/notice/versions`)).json()) as Versions;
    const use = async (profileId: string, day: string): Promise<string> => {
      own.now = new Date(day);
      const controller = await own.store.controller(publicAuthority);
      const document = await own.store.keyDocument(publicAuthority);
      if (controller === undefined || document === undefined) throw new Error("no such controller");
      await own.store.putController({ ...controller, profileId }, { seq: 1, document, at: day });
      const shown = await Promise.all(["sv", "en", "sv"].map(() => own.noticeVersion()));
      return shown[0] as string;
    };
    const first = await use(publicAuthority, "2026-11-23T09:30:00Z");
    const second = await use(privateProvider, "2026-11-25T09:30:00Z");
    await use(publicAuthority, "2026-11-27T09:30:00Z");
    expect((await read()).versions).toStrictEqual([
      { version: first, since: "2026-11-23T09:30:00Z", until: "2026-11-25T09:30:00Z" },
      { version: second, since: "2026-11-25T09:30:00Z", until: "2026-11-27T09:30:00Z" },
      { version: first, since: "2026-11-27T09:30:00Z" },
    ]);
    await own.close();
  });
});
