/** The last part of an answer that is sent twice at the same moment is kept once, and both are told so. */
import type { Dsse } from "@tillit/crypto-envelope";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { askWithKeys, collected, decided, deskOf, people, sealedAnswer } from "../setup/request-desk.ts";

describe.each(engines)("an answer's last part, sent several times at once, on %s", (engine) => {
  let h: Harness;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterEach(() => h.close());

  test("is kept once; each is told the same, and the log says it once", async () => {
    const of = await h.submitted();
    const staff = await people(h, publicAuthority);
    const request = await askWithKeys(h, of);
    const desk = deskOf(h, publicAuthority, of, request);
    for (const item of await collected(h, desk, staff)) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "disclose" } }, staff.reviewer);
    }
    await decided(desk, staff);
    const { keys } = (await desk.view(staff.caseworker)) as { keys: Dsse };
    const { manifest, keyring, blob } = await sealedAnswer(h, {
      controller: publicAuthority,
      request,
      of,
      to: keys,
    });
    const path = `/api/desk/requests/${request}/export`;
    const begun = await h.post(path, { manifest, keyring, package: "a".repeat(64) }, staff.caseworker);
    const { id: record } = (await begun.json()) as { id: string };

    // No byte comes before every one of them has been let in: none has seen another's part.
    const tries = 3;
    let waiting = 0;
    const all = Promise.withResolvers<void>();
    const put = async (bytes: Uint8Array): Promise<Response> => {
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            waiting += 1;
            if (waiting === tries) all.resolve();
            await all.promise;
            controller.enqueue(bytes);
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      const { cookie, csrf } = staff.caseworker;
      const headers = {
        cookie,
        "x-csrf-token": csrf,
        "content-type": "application/octet-stream",
        "content-length": String(bytes.length),
      };
      const sent = { method: "PUT", headers, body, duplex: "half" } as RequestInit;
      return h.app.request(`${path}/${record}/blobs/files`, sent);
    };
    const wrong = blob.map((byte, n) => (n === 40 ? byte ^ 1 : byte));
    const answers = await Promise.all([put(blob), put(blob), put(wrong)]);
    expect(await Promise.all(answers.map(async (one) => [one.status, await one.json()]))).toMatchObject([
      [200, { status: "kept" }],
      [200, { status: "kept" }],
      [400, { code: "BLOB_HASH" }],
    ]);
    await h.store.read(publicAuthority, async (unit) => {
      expect(await unit.log.load(`export/${record}`)).toHaveLength(1);
      expect(await unit.envelopes.uploads(record, "files")).toHaveLength(1);
      const events = await unit.log.load(`request/${request}`);
      expect(events.filter(({ type }) => type === "PackageSealed")).toHaveLength(1);
    });
  });
});
