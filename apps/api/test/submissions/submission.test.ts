import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { harness, publicAuthority, putBlob, type Harness, type Staff } from "../setup/harness.ts";
import { controllerKeys, sealed, section } from "../setup/sealing.ts";

let h: Harness;
let caseworker: Staff;
beforeAll(async () => {
  h = await harness();
  caseworker = await h.login("caseworker", publicAuthority);
});
afterAll(() => h.close());

async function inbox(staff = caseworker): Promise<readonly string[]> {
  const { applications } = (await (await h.get("/api/desk/applications", staff)).json()) as {
    applications: { id: string }[];
  };
  return applications.map(({ id }) => id);
}

async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return ((await response.json()) as { code: string }).code;
}

describe("an application in sealed parts", () => {
  test("is in the inbox only when every part is there", async () => {
    const one = await h.seal();
    const created = await h.send(one);
    expect(created.status).toBe(201);
    const body = (await created.json()) as { id: string; blobs: { id: string; state: string }[] };
    expect(body.id).toBe(one.record);
    expect(body.blobs.map(({ state }) => state)).toStrictEqual(["missing", "missing"]);

    const [first, second] = [...one.blobs];
    expect((await putBlob(h.app, one.record, ...(first as [string, Uint8Array]))).status).toBe(204);
    expect(await inbox()).not.toContain(one.record);
    expect((await h.get(`/api/desk/applications/${one.record}`, caseworker)).status).toBe(404);

    const last = await putBlob(h.app, one.record, ...(second as [string, Uint8Array]));
    expect(last.status).toBe(200);
    expect(await last.json()).toStrictEqual({ status: "submitted" });
    expect(await inbox()).toContain(one.record);
  });

  test("can be sent again without becoming two", async () => {
    const one = await h.submitted();
    const again = await h.send(one);
    expect(again.status).toBe(200);
    const { blobs } = (await again.json()) as { blobs: { state: string }[] };
    expect(blobs.map(({ state }) => state)).toStrictEqual(["stored", "stored"]);
    expect(await (await h.upload(one)).json()).toStrictEqual({ status: "submitted" });
    expect((await inbox()).filter((id) => id === one.record)).toHaveLength(1);
  });

  test("refuses a part of another size and a part with other bytes", async () => {
    const one = await h.seal();
    await h.send(one);
    const [id, bytes] = [...one.blobs][0] as [string, Uint8Array];
    expect(await codeOf(await putBlob(h.app, one.record, id, bytes.subarray(1)))).toBe("BLOB_SIZE");
    const changed = bytes.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await codeOf(await putBlob(h.app, one.record, id, changed))).toBe("BLOB_HASH");
    expect((await putBlob(h.app, one.record, id, bytes)).status).toBe(204);
  });

  test("refuses a changed manifest, a foreign keyring and a controller it does not know", async () => {
    const one = await h.seal();
    const other = await h.seal();
    const facts = { assignments: ["family-home"], noticeVersion: await h.noticeVersion(), lang: "sv" };
    const payload = Buffer.from(
      Buffer.from(one.manifest.payload, "base64").toString().replace("health", "wealth"),
    );
    const forged = { ...one.manifest, payload: payload.toString("base64") };
    const answers = [
      await h.post("/api/applications", { manifest: forged, keyring: one.keyring, facts }),
      await h.post("/api/applications", { manifest: one.manifest, keyring: other.keyring, facts }),
    ];
    for (const answer of answers) expect(await codeOf(answer)).toBe("ENVELOPE_INVALID");
  });

  test("refuses an envelope that the controller's current keys cannot open", async () => {
    const old = await controllerKeys(publicAuthority, h.now.toISOString());
    const one = await sealed({
      receipt: Receipt.create(crypto.randomUUID()),
      controller: publicAuthority,
      to: old.keys,
      created: "2026-11-23T09:00:00Z",
      sections: [section("contact", "x")],
    });
    expect(await codeOf(await h.send(one))).toBe("ENVELOPE_KEY_UNKNOWN");
  });

  test("needs an announced length and the right content type", async () => {
    const one = await h.seal();
    await h.send(one);
    const [id, bytes] = [...one.blobs][0] as [string, Uint8Array];
    const path = `/api/applications/${one.record}/blobs/${id}`;
    const noLength = await h.app.request(path, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes.slice(),
    });
    expect(noLength.status).toBe(411);
    const wrongType = await h.app.request(path, {
      method: "PUT",
      headers: { "content-type": "application/json", "content-length": String(bytes.length) },
      body: bytes.slice(),
    });
    expect(wrongType.status).toBe(415);
  });
});
