import { afterAll, beforeAll, expect, test } from "vitest";
import { generateKey, Receipt, verifyKeyDocument } from "@tillit/crypto-envelope";
import { keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import { harness, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { controllerKeys, sealed, section, type ControllerKeys } from "../setup/sealing.ts";

let h: Harness;
let custodian: Staff;
let old: ControllerKeys;
beforeAll(async () => {
  h = await harness();
  custodian = await h.login("key-custodian", publicAuthority);
  old = h.keys[publicAuthority] as ControllerKeys;
});
afterAll(() => h.close());

const publish = async ({ document }: ControllerKeys): Promise<Response> =>
  h.post("/api/desk/keys", { document }, custodian);

async function submitWith(keys: ControllerKeys): Promise<number> {
  const one = await sealed({
    receipt: Receipt.create(crypto.randomUUID()),
    controller: publicAuthority,
    to: keys.keys,
    created: "2026-11-23T09:00:00Z",
    sections: [section("contact", "x")],
  });
  return (await h.send(one)).status;
}

test("a document of other roots, of the same number, or of another controller is refused", async () => {
  const now = h.now.toISOString();
  for (const wrong of [
    await controllerKeys(publicAuthority, now, { seq: 2 }),
    await controllerKeys(publicAuthority, now, { seq: 1, root: old.root }),
    await controllerKeys("socialt-skyddsnat", now, { seq: 2, root: old.root }),
  ]) {
    expect((await publish(wrong)).status).toBe(400);
  }
});

test("after a rotation the new key is served and sealed to, the old one no longer, and the log says so", async () => {
  const next = await controllerKeys(publicAuthority, h.now.toISOString(), { seq: 2, root: old.root });
  expect(await (await publish(next)).json()).toStrictEqual({ seq: 2 });
  const served = await h.get(`/api/controllers/${publicAuthority}/keys`);
  expect(await served.json()).toStrictEqual({ document: next.document });
  expect(await submitWith(next)).toBe(201);
  expect(await submitWith(old)).toBe(400);
  const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`keys/${publicAuthority}`));
  expect(events).toMatchObject([
    { type: "KeysPublished", by: expect.stringMatching(/^key-custodian:/), data: { seq: 2 } },
  ]);
});

test("a revoked key is served as such and sealed to no longer, while the new one is", async () => {
  const now = h.now.toISOString();
  const before = await controllerKeys(publicAuthority, now, { seq: 3, root: old.root });
  expect((await publish(before)).status).toBe(201);
  const { publicKey } = await generateKey("x25519");
  const [from, until] = ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
  const document = signKeyDocument(
    {
      v: 1,
      controller: publicAuthority,
      seq: 4,
      expires: until,
      keys: [keyEntry(before.publicKey, from, until, "revoked"), keyEntry(publicKey, from, until)],
    },
    [old.root.seed],
  );
  expect((await h.post("/api/desk/keys", { document }, custodian)).status).toBe(201);
  const { controllers } = (await (await h.get("/api/controllers")).json()) as {
    controllers: { id: string; healthy: boolean }[];
  };
  expect(controllers.find(({ id }) => id === publicAuthority)?.healthy).toBe(true);
  expect(await submitWith(before)).toBe(400);
  const keys = verifyKeyDocument(document, { roots: [old.root.publicKey], controller: publicAuthority, now });
  expect(keys.statuses).toStrictEqual({ [before.publicKey.kid]: "revoked", [publicKey.kid]: "active" });
  expect(await submitWith({ ...before, keys })).toBe(201);
});

test("after its only key is revoked, applications are refused in a clear code until there is another", async () => {
  const [from, until] = ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
  const now = h.now.toISOString();
  const before = await controllerKeys(publicAuthority, now, { seq: 5, root: old.root });
  expect((await publish(before)).status).toBe(201);
  const keys = [keyEntry(before.publicKey, from, until, "revoked")];
  const document = signKeyDocument({ v: 1, controller: publicAuthority, seq: 6, expires: until, keys }, [
    old.root.seed,
  ]);
  expect((await h.post("/api/desk/keys", { document }, custodian)).status).toBe(201);
  const one = await sealed({
    receipt: Receipt.create(crypto.randomUUID()),
    controller: publicAuthority,
    to: before.keys,
    created: "2026-11-23T09:00:00Z",
    sections: [section("contact", "x")],
  });
  const answer = await h.send(one);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "KEYS_UNHEALTHY" });
  const next = await controllerKeys(publicAuthority, now, { seq: 7, root: old.root });
  expect((await publish(next)).status).toBe(201);
  expect(await submitWith(next)).toBe(201);
});

test("a document that its root has signed twice is followed by the next, and by none that the root has not signed", async () => {
  const now = h.now.toISOString();
  const { document, ...twice } = await controllerKeys(publicAuthority, now, { seq: 8, root: old.root });
  const signatures = [...document.signatures, ...document.signatures];
  expect((await publish({ ...twice, document: { ...document, signatures } })).status).toBe(201);
  expect((await publish(await controllerKeys(publicAuthority, now, { seq: 9 }))).status).toBe(400);
  const next = await controllerKeys(publicAuthority, now, { seq: 9, root: old.root });
  expect((await publish(next)).status).toBe(201);
});

test("a controller whose keys have run out is shown as such, and refuses in a clear code", async () => {
  const before = h.now;
  h.now = new Date("2099-06-01T00:00:00Z");
  const { controllers } = (await (await h.get("/api/controllers")).json()) as {
    controllers: { id: string; healthy: boolean }[];
  };
  expect(controllers.map(({ healthy }) => healthy)).toStrictEqual([false, false]);
  const one = await h.seal();
  const answer = await h.send(one);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "KEYS_UNHEALTHY" });
  h.now = before;
});
