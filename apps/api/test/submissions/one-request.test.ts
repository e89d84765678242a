/** Small sealed parts in the same request as the manifest. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, putBlob, type Harness, type Staff } from "../setup/harness.ts";
import { sealed, type SealedPackage } from "../setup/sealing.ts";

function inline({ blobs }: SealedPackage, ids = [...blobs.keys()]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, Buffer.from(blobs.get(id) ?? []).toString("base64url")]));
}

function otherFirst(text: string): string {
  return (text.startsWith("A") ? "B" : "A") + text.slice(1);
}

describe.each(engines)("an application in one request, on %s", (engine) => {
  let h: Harness;
  let caseworker: Staff;
  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    caseworker = await h.login("caseworker", publicAuthority);
  });
  afterAll(() => h.close());

  const send = async ({ manifest, keyring }: SealedPackage, blobs?: Record<string, string>, more = {}) =>
    h.post("/api/applications", {
      manifest,
      keyring,
      facts: { assignments: ["family-home"], noticeVersion: await h.noticeVersion(), lang: "sv" },
      ...(blobs === undefined ? {} : { blobs }),
      ...more,
    });
  const inInbox = async ({ record }: SealedPackage): Promise<boolean> => {
    const found = await h.get(`/api/desk/applications/${record}`, caseworker);
    return found.status === 200;
  };
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { code: string }).code;

  test("is submitted at once, with its event and its bytes; sent again it stays one", async () => {
    const one = await h.seal();
    const made = await send(one, inline(one));
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      id: one.record,
      status: "submitted",
      blobs: [{ state: "stored" }, { state: "stored" }],
    });
    expect(await inInbox(one)).toBe(true);
    const again = await send(one, inline(one));
    expect([again.status, ((await again.json()) as { status: string }).status]).toStrictEqual([
      200,
      "submitted",
    ]);
    for (const [section, bytes] of one.blobs) {
      const back = await h.get(`/api/desk/applications/${one.record}/blobs/${section}`, caseworker);
      expect(new Uint8Array(await back.arrayBuffer())).toStrictEqual(bytes);
    }
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`application/${one.record}`));
    expect(events.filter(({ type }) => type === "ApplicationSubmitted")).toHaveLength(1);
  });

  test("may carry some parts and have the rest sent afterwards, or the other way round", async () => {
    const one = await h.seal();
    const made = await send(one, inline(one, ["contact"]));
    expect(await made.json()).toMatchObject({
      status: "receiving",
      blobs: [
        { id: "contact", state: "stored" },
        { id: "health", state: "missing" },
      ],
    });
    expect(await inInbox(one)).toBe(false);
    const last = await putBlob(h.app, one.record, "health", one.blobs.get("health") ?? new Uint8Array());
    expect(last.status).toBe(200);
    expect(await inInbox(one)).toBe(true);

    const other = await h.seal();
    await send(other);
    await putBlob(h.app, other.record, "health", other.blobs.get("health") ?? new Uint8Array());
    const rest = await send(other, inline(other));
    expect([rest.status, ((await rest.json()) as { status: string }).status]).toStrictEqual([
      200,
      "submitted",
    ]);
    expect(await inInbox(other)).toBe(true);
  });

  test("sent many times at once becomes one", async () => {
    const one = await h.seal();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(one, inline(one))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([
      200, 200, 200, 200, 200, 201,
    ]);
  });

  test.each<[what: string, code: string, change: (blobs: Record<string, string>) => void]>([
    ["bytes that were changed", "BLOB_HASH", (b) => (b["contact"] = otherFirst(b["contact"] ?? ""))],
    ["bytes that were cut", "BLOB_SIZE", (b) => (b["contact"] = (b["contact"] ?? "").slice(4))],
    ["a part that the manifest does not have", "ENVELOPE_CONTEXT", (b) => (b["file-9"] = "AAAA")],
    ["what is not base64url", "INPUT_INVALID", (b) => (b["contact"] = "å+/=")],
    ["a part whose name is no name", "INPUT_INVALID", (b) => (b["__proto__x"] = "AAAA")],
  ])("with %s is refused, and nothing is kept", async (_what, code, change) => {
    const one = await h.seal();
    const blobs = inline(one);
    change(blobs);
    expect(await codeOf(await send(one, blobs))).toBe(code);
    expect(await h.store.whereIs(one.record)).toBeUndefined();
  });

  test("of more than 256 KiB is sent in parts", async () => {
    const one = await sealed({
      receipt: Receipt.create(crypto.randomUUID()),
      controller: publicAuthority,
      to: (h.keys[publicAuthority] as Harness["keys"][string]).keys,
      created: "2026-11-23T09:00:00Z",
      sections: [
        { id: "file-1", class: "attachment", group: "g1", data: new Uint8Array(257 * 1024), pad: "none" },
      ],
    });
    expect(await codeOf(await send(one, inline(one)))).toBe("TOO_LARGE");
  });
});
