import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import {
  bytesOf,
  harness,
  origin,
  ownToken,
  privateProvider,
  publicAuthority,
  type Harness,
} from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let one: SealedPackage;
let other: SealedPackage;
beforeAll(async () => {
  h = await harness();
  one = await h.submitted(publicAuthority);
  other = await h.submitted(privateProvider, one.receipt);
});
afterAll(() => h.close());

async function withToken(path: string, token: string): Promise<Response> {
  return h.app.request(path, { headers: { authorization: `Bearer ${token}` } });
}

interface Overview {
  readonly applications: readonly { id: string; controller: string; status: string }[];
}

async function overview(of: SealedPackage): Promise<Overview> {
  const answer = await withToken(`/api/mine/applications/${of.receipt.app}`, await ownToken(h, of));
  return (await answer.json()) as Overview;
}

describe("my pages", () => {
  test("one receipt shows the application at each controller it went to", async () => {
    const { applications } = await overview(one);
    expect(applications.map(({ id, status }) => [id, status])).toStrictEqual(
      [
        [one.record, "submitted"],
        [other.record, "submitted"],
      ].toSorted((a, b) => (applications[0]?.id === a[0] ? -1 : 1) - (applications[0]?.id === b[0] ? -1 : 1)),
    );
  });

  test("gives back the sealed envelope and its bytes", async () => {
    const token = await ownToken(h, one);
    const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}`;
    expect(await (await withToken(path, token)).json()).toStrictEqual({
      manifest: one.manifest,
      keyring: one.keyring,
    });
    const blob = await withToken(`${path}/blobs/health`, token);
    expect(new Uint8Array(await blob.arrayBuffer())).toStrictEqual(one.blobs.get("health"));
  });

  test("someone who submits under the same application id sees only their own", async () => {
    const impostor = await h.submitted(publicAuthority, Receipt.create(one.receipt.app));
    const asked = await h.post(`/api/mine/applications/${one.receipt.app}/challenge`, {});
    const { nonce, cids } = (await asked.json()) as { nonce: string; cids: string[] };
    const tokens: string[] = [];
    for (const cid of cids) {
      const proof = Buffer.from(impostor.receipt.prove(bytesOf(cid), bytesOf(nonce), origin)).toString(
        "base64url",
      );
      const answer = await h.post(`/api/mine/applications/${one.receipt.app}/session`, { cid, nonce, proof });
      const { token } = (await answer.json()) as { token?: string };
      if (token !== undefined) tokens.push(token);
    }
    expect(tokens).toHaveLength(1);
    const seen = (await (
      await withToken(`/api/mine/applications/${one.receipt.app}`, tokens[0] as string)
    ).json()) as Overview;
    expect(seen.applications.map(({ id }) => id)).toStrictEqual([impostor.record]);
    const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}`;
    expect((await withToken(path, tokens[0] as string)).status).toBe(404);
  });

  test.each([
    [
      "a proof for another origin",
      (nonce: string, cid: string) => ({ nonce, cid, at: "https://evil.example" }),
    ],
    ["a nonce we never gave", (_: string, cid: string) => ({ nonce: "A".repeat(54), cid, at: origin })],
    ["another application's cid", (nonce: string) => ({ nonce, cid: "B".repeat(43), at: origin })],
  ])("%s is refused", async (_name, change) => {
    const asked = await h.post(`/api/mine/applications/${one.receipt.app}/challenge`, {});
    const given = (await asked.json()) as { nonce: string; cids: string[] };
    const { nonce, cid, at } = change(given.nonce, given.cids[0] as string);
    const proof = Buffer.from(one.receipt.prove(bytesOf(cid), bytesOf(nonce), at)).toString("base64url");
    const answer = await h.post(`/api/mine/applications/${one.receipt.app}/session`, { cid, nonce, proof });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "PROOF_INVALID" });
  });

  test("a proof counts once and a token for half an hour", async () => {
    const fresh = await h.submitted();
    const asked = await h.post(`/api/mine/applications/${fresh.receipt.app}/challenge`, {});
    const { nonce, cids } = (await asked.json()) as { nonce: string; cids: string[] };
    const cid = cids[0] as string;
    const proof = Buffer.from(fresh.receipt.prove(bytesOf(cid), bytesOf(nonce), origin)).toString(
      "base64url",
    );
    const path = `/api/mine/applications/${fresh.receipt.app}/session`;
    const first = await h.post(path, { cid, nonce, proof });
    expect(first.status).toBe(200);
    expect((await h.post(path, { cid, nonce, proof })).status).toBe(401);
    const { token } = (await first.json()) as { token: string };
    const before = h.now;
    h.now = new Date(before.getTime() + 31 * 60_000);
    expect((await withToken(`/api/mine/applications/${fresh.receipt.app}`, token)).status).toBe(401);
    h.now = before;
  });

  test("a withdrawal signed with the receipt is carried out, another's is not", async () => {
    const fresh = await h.submitted();
    const statement = fresh.receipt.withdraw(fresh.manifest, "2026-11-23T09:30:00Z");
    const path = `/api/mine/applications/${fresh.receipt.app}/withdrawal`;
    const forged = {
      ...statement,
      signatures: one.receipt.withdraw(one.manifest, "2026-11-23T09:30:00Z").signatures,
    };
    expect((await h.post(path, { statement: forged })).status).toBe(400);
    const done = await h.post(path, { statement });
    expect(await done.json()).toStrictEqual({ status: "withdrawn" });
    expect((await overview(fresh)).applications.map(({ status }) => status)).toStrictEqual(["withdrawn"]);
    expect((await h.post(path, { statement })).status).toBe(200);
  });
});
