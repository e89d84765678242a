/** A large part whose upload breaks off goes on where it ended. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { createApp, type Store } from "../../src/index.ts";
import { workOnce } from "../../src/work/worker.ts";
import { startChild } from "../setup/child.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, putBlob, type Harness, type Staff } from "../setup/harness.ts";
import { sealed, type SealedPackage } from "../setup/sealing.ts";

const part = "file-1";

function large(h: Harness, size = 900_000): Promise<SealedPackage> {
  return sealed({
    receipt: Receipt.create(crypto.randomUUID()),
    controller: publicAuthority,
    to: (h.keys[publicAuthority] as Harness["keys"][string]).keys,
    created: "2026-11-23T09:00:00Z",
    sections: [
      { id: part, class: "attachment", group: "g1", data: new Uint8Array(randomBytes(size)), pad: "none" },
    ],
  });
}

function bytesOf({ blobs }: SealedPackage): Uint8Array {
  return blobs.get(part) as Uint8Array;
}

function pathOf({ record }: SealedPackage, section = part): string {
  return `/api/applications/${record}/blobs/${section}`;
}

/** A body that ends with a fault after so many bytes. */
function breaking(bytes: Uint8Array, after: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= after) {
        controller.error(new Error("gone"));
        return;
      }
      const next = Math.min(at + 65_536, after);
      controller.enqueue(bytes.slice(at, next));
      at = next;
    },
  });
}

function patch(
  h: Harness,
  one: SealedPackage,
  offset: number | string,
  body: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const length = body instanceof Uint8Array ? body.length : bytesOf(one).length - Number(offset);
  return Promise.resolve(
    h.app.request(pathOf(one), {
      method: "PATCH",
      headers: {
        "content-type": "application/partial-upload",
        "content-length": String(length),
        "upload-offset": String(offset),
        ...headers,
      },
      body: body instanceof Uint8Array ? body.slice() : body,
      duplex: "half",
    } as RequestInit),
  );
}

function brokenPut(h: Harness, one: SealedPackage, after: number): Promise<Response> {
  return Promise.resolve(
    h.app.request(pathOf(one), {
      method: "PUT",
      headers: {
        "content-type": "application/octet-stream",
        "content-length": String(bytesOf(one).length),
      },
      body: breaking(bytesOf(one), after),
      duplex: "half",
    } as RequestInit),
  );
}

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { code: string }).code;
}

describe.each(engines)("an upload that broke off, on %s", (engine) => {
  let h: Harness;
  let url: string;
  let caseworker: Staff;
  beforeAll(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
    caseworker = await h.login("caseworker", publicAuthority);
  });
  afterAll(() => h.close());

  const begun = async (size?: number): Promise<SealedPackage> => {
    const one = await large(h, size);
    await h.send(one);
    return one;
  };
  const offsetOf = async (one: SealedPackage): Promise<number> => {
    const { offset } = (await (await h.get(pathOf(one))).json()) as { offset: number };
    return offset;
  };
  const stored = async (one: SealedPackage): Promise<Uint8Array> => {
    const back = await h.get(`/api/desk/applications/${one.record}/blobs/${part}`, caseworker);
    expect(back.status).toBe(200);
    return new Uint8Array(await back.arrayBuffer());
  };
  const uploads = (one: SealedPackage) =>
    h.store.read(publicAuthority, (unit) => unit.envelopes.uploads(one.record, part));

  test("keeps every byte that came, says so, and goes on to the end", async () => {
    const one = await begun();
    expect(await offsetOf(one)).toBe(0);
    expect(await codeOf(await brokenPut(h, one, 700_001))).toBe("UPLOAD_BROKEN");
    const head = await h.app.request(pathOf(one), { method: "HEAD" });
    expect([head.headers.get("upload-offset"), head.headers.get("upload-complete")]).toStrictEqual([
      "700001",
      "?0",
    ]);
    const rest = await patch(h, one, 700_001, bytesOf(one).subarray(700_001));
    expect([rest.status, rest.headers.get("upload-complete")]).toStrictEqual([200, "?1"]);
    expect(await rest.json()).toStrictEqual({ status: "submitted" });
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
    expect(await (await h.get(pathOf(one))).json()).toStrictEqual({
      offset: bytesOf(one).length,
      size: bytesOf(one).length,
      complete: true,
    });
  });

  test("comes in as many pieces as one likes, and the last one again changes nothing", async () => {
    const one = await begun();
    const cuts = [0, 1, 300_000, 300_001, 850_000, bytesOf(one).length];
    for (const [n, from] of cuts.slice(0, -1).entries()) {
      const answer = await patch(h, one, from, bytesOf(one).subarray(from, cuts[n + 1]));
      expect([answer.status, answer.headers.get("upload-offset")]).toStrictEqual([
        n === 4 ? 200 : 204,
        String(cuts[n + 1]),
      ]);
    }
    expect((await patch(h, one, 850_000, bytesOf(one).subarray(850_000))).status).toBe(200);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });

  test("breaks off a second time and still goes on", async () => {
    const one = await begun();
    await brokenPut(h, one, 400_000);
    const second = await patch(h, one, 400_000, breaking(bytesOf(one).subarray(400_000), 123_456));
    expect(await codeOf(second)).toBe("UPLOAD_BROKEN");
    expect(await offsetOf(one)).toBe(523_456);
    expect((await patch(h, one, 523_456, bytesOf(one).subarray(523_456))).status).toBe(200);
  });

  test("is refused at another offset, with the right one", async () => {
    const one = await begun();
    await brokenPut(h, one, 500_000);
    for (const offset of [0, 499_999, 500_001]) {
      const answer = await patch(h, one, offset, bytesOf(one).subarray(offset));
      expect([answer.status, answer.headers.get("upload-offset")]).toStrictEqual([409, "500000"]);
      expect(await codeOf(answer)).toBe("UPLOAD_OFFSET");
    }
    expect(await offsetOf(one)).toBe(500_000);
  });

  test("with other bytes in it is thrown away whole, and can be sent anew", async () => {
    const one = await begun();
    const wrong = bytesOf(one).slice();
    wrong[10] = (wrong[10] ?? 0) ^ 1;
    await patch(h, one, 0, wrong.subarray(0, 400_000));
    expect(await codeOf(await patch(h, one, 400_000, wrong.subarray(400_000)))).toBe("BLOB_HASH");
    expect(await offsetOf(one)).toBe(0);
    expect((await putBlob(h.app, one.record, part, bytesOf(one))).status).toBe(200);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });

  test("goes on with the longest try, and leaves nothing of the others behind", async () => {
    const one = await begun();
    await brokenPut(h, one, 300_000);
    await brokenPut(h, one, 600_000);
    await brokenPut(h, one, 100_000);
    expect(await offsetOf(one)).toBe(600_000);
    expect((await patch(h, one, 600_000, bytesOf(one).subarray(600_000))).status).toBe(200);
    expect(await uploads(one)).toMatchObject([{ size: bytesOf(one).length }]);
  });

  test("of two that go on at the same moment one wins, and the bytes are right", async () => {
    const one = await begun();
    await brokenPut(h, one, 300_000);
    const rest = bytesOf(one).subarray(300_000);
    const both = await Promise.all([patch(h, one, 300_000, rest), patch(h, one, 300_000, rest)]);
    const statuses = both.map(({ status }) => status).toSorted((a, b) => a - b);
    // One that comes when the other has just ended is answered as the last bytes once more are.
    expect([
      [200, 409],
      [200, 200],
    ]).toContainEqual(statuses);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });

  test("may be sent whole from several places at once", async () => {
    const one = await begun();
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => putBlob(h.app, one.record, part, bytesOf(one))),
    );
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
    expect(await uploads(one)).toHaveLength(1);
  });

  /** The same API, in which something happens between two steps of its store. */
  const interrupted = (change: (store: Store) => Partial<Store>) =>
    createApp({ ...h.deps, store: { ...h.store, ...change(h.store) } });

  test("that goes on where another has gone on meanwhile is refused", async () => {
    const one = await begun();
    await brokenPut(h, one, 300_000);
    const rest = bytesOf(one).subarray(300_000);
    let meanwhile: Promise<Response> | undefined;
    const late = interrupted((store) => ({
      async write(controller, work) {
        await (meanwhile ??= patch(h, one, 300_000, rest));
        return store.write(controller, work);
      },
    }));
    const answer = await patch({ ...h, app: late }, one, 300_000, rest);
    expect([answer.status, (await meanwhile)?.status]).toStrictEqual([409, 200]);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });

  test("clears nothing away that has become the part meanwhile", async () => {
    const one = await begun();
    await brokenPut(h, one, 300_000);
    await brokenPut(h, one, 600_000);
    let meanwhile: Promise<Response> | undefined;
    const late = interrupted((store) => ({
      async write(controller, work) {
        await (meanwhile ??= putBlob(h.app, one.record, part, bytesOf(one)));
        return store.write(controller, work);
      },
    }));
    expect((await putBlob(late, one.record, part, bytesOf(one))).status).toBe(200);
    expect((await meanwhile)?.status).toBe(200);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
    expect(await uploads(one)).toMatchObject([{ size: bytesOf(one).length }]);
  });

  test("says that the application is submitted also to who comes while it becomes so", async () => {
    const one = await begun();
    let meanwhile: Promise<Response> | undefined;
    const late = interrupted((store) => ({
      read: (controller, work) =>
        store.read(controller, (unit) => {
          const get: typeof unit.envelopes.get = async (id) => {
            const found = await unit.envelopes.get(id);
            await (meanwhile ??= putBlob(h.app, one.record, part, bytesOf(one)));
            return found;
          };
          return work({ ...unit, envelopes: { ...unit.envelopes, get } });
        }),
    }));
    expect((await putBlob(late, one.record, part, bytesOf(one))).status).toBe(200);
    expect((await meanwhile)?.status).toBe(200);
    expect(await uploads(one)).toHaveLength(1);
  });

  test("is told the right byte, not that its bytes are wrong, when another try has become the part", async () => {
    const one = await begun();
    await brokenPut(h, one, 600_000);
    let reads = 0;
    const late = interrupted((store) => ({
      async read(controller, work) {
        reads += 1;
        // The first read asks where it goes on; the second begins to check the whole.
        if (reads === 2) await putBlob(h.app, one.record, part, bytesOf(one));
        return store.read(controller, work);
      },
    }));
    const answer = await patch({ ...h, app: late }, one, 600_000, bytesOf(one).subarray(600_000));
    expect([answer.status, answer.headers.get("upload-offset")]).toStrictEqual([
      409,
      String(bytesOf(one).length),
    ]);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });

  test.each<[what: string, status: number, ask: (one: SealedPackage) => Promise<Response>]>([
    ["more than the manifest says", 400, (one) => patch(h, one, 0, new Uint8Array(bytesOf(one).length + 1))],
    ["a negative offset", 400, (one) => patch(h, one, "-1", new Uint8Array(1))],
    ["an offset that is no number", 400, (one) => patch(h, one, "0x10", new Uint8Array(1))],
    ["an offset beyond all numbers", 400, (one) => patch(h, one, "9".repeat(40), new Uint8Array(1))],
    ["no length", 411, (one) => patch(h, one, 0, new Uint8Array(1), { "transfer-encoding": "chunked" })],
    [
      "another content type",
      415,
      (one) => patch(h, one, 0, new Uint8Array(1), { "content-type": "application/octet-stream" }),
    ],
    ["an unknown record", 404, (one) => patch(h, { ...one, record: "0".repeat(32) }, 0, new Uint8Array(1))],
    ["no bytes", 204, (one) => patch(h, one, 0, new Uint8Array(0))],
  ])("%s is answered with %i and leaves nothing", async (_what, status, ask) => {
    const one = await begun();
    const answer = await ask(one);
    expect(answer.status).toBe(status);
    expect(await uploads(one)).toStrictEqual([]);
  });

  test("is swept away a day later, when nobody has come back", async () => {
    const one = await begun();
    await brokenPut(h, one, 500_000);
    const { now } = h;
    h.now = new Date(now.getTime() + 25 * 3_600_000);
    await workOnce(h.deps, "w");
    h.now = now;
    expect(await uploads(one)).toStrictEqual([]);
    expect((await h.get(pathOf(one))).status).toBe(404);
  });

  test("survives a kill -9 in the middle", async () => {
    const one = await begun(3_000_000);
    const child = await startChild(url);
    let sent = 0;
    const dribble = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (sent >= 2_000_000) await new Promise(() => undefined);
        controller.enqueue(bytesOf(one).slice(sent, sent + 100_000));
        sent += 100_000;
      },
    });
    const put = fetch(`${child.url}${pathOf(one)}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", "content-length": String(bytesOf(one).length) },
      body: dribble,
      duplex: "half",
    } as RequestInit).catch(() => undefined);
    await expect.poll(() => offsetOf(one), { timeout: 80_000 }).toBeGreaterThanOrEqual(1_000_000);
    await child.kill();
    await put;
    const offset = await offsetOf(one);
    expect(offset).toBeGreaterThanOrEqual(1_000_000);
    expect((await patch(h, one, offset, bytesOf(one).subarray(offset))).status).toBe(200);
    expect(Buffer.compare(await stored(one), bytesOf(one))).toBe(0);
  });
});
