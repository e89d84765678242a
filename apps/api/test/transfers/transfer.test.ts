/** A record goes to the board that decided: re-addressed by the sender's browser, moved sealed, accepted, then gone where it was. */
import {
  decapsulatorFromSeed,
  memorySink,
  open,
  Receipt,
  seal,
  verify,
  type Dsse,
  type Keyring,
} from "@tillit/crypto-envelope";
import { addRecipient } from "@tillit/crypto-envelope/keyring";
import { parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { archivePackage, type ArchivePackage } from "@tillit/retention-policy";
import { contentHash } from "@tillit/canonical-json";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { reconcileTransfers } from "../../src/transfers/reconcile-transfers.ts";
import { receiptFor } from "../../src/transfers/transfer-log.ts";
import { createApp, type Deps } from "../../src/index.ts";
import { approvedList, closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import {
  bytesOf,
  harness,
  ownToken,
  privateProvider,
  publicAuthority,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import { section, type ControllerKeys, type SealedPackage } from "../setup/sealing.ts";

interface Envelope {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
}

describe.each(engines)("a hand-over on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;

  const lead = (controller: string): Promise<Staff> => h.login("decision-maker", controller);
  const keysOf = (controller: string): ControllerKeys => h.keys[controller] as ControllerKeys;

  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await closedCase(h, privateProvider);
    const facts = { recordType: "case-file", transferAgreement: true, municipality: "1904" };
    const path = `/api/desk/applications/${one.record}/retention-facts`;
    expect((await h.post(path, facts, await lead(privateProvider))).status).toBe(204);
    h.now = new Date("2028-11-28T10:00:00Z");
  });
  afterEach(() => h.close());

  const offer = async (body: object): Promise<Response> =>
    h.post(`/api/desk/applications/${one.record}/transfers`, body, await lead(privateProvider));

  /** What the sender's browser does: the receiver becomes a recipient of every envelope. */
  async function readdressed(
    envelopes: readonly { id: string; kind: string }[],
  ): Promise<Record<string, Keyring>> {
    const holder = await decapsulatorFromSeed("x25519", keysOf(privateProvider).seed);
    const staff = await lead(privateProvider);
    const made: Record<string, Keyring> = {};
    for (const { id, kind } of envelopes) {
      const path = `/api/desk/applications/${one.record}/${kind === "application" ? "envelope" : `words/${id}`}`;
      const { manifest, keyring } = (await (await h.get(path, staff)).json()) as Envelope;
      const verified = verify(manifest, {
        purpose: `foster-care-${kind}`,
        schemas: [kind === "application" ? "fam-intresse/1" : "words/1"],
      });
      made[id] = await addRecipient(verified, keyring, holder, "g1", keysOf(publicAuthority).keys);
    }
    return made;
  }

  async function offered(): Promise<string> {
    const dry = await offer({ receiver: publicAuthority, dryRun: true });
    expect(dry.status).toBe(201);
    const { envelopes } = (await dry.json()) as { envelopes: { id: string; kind: string }[] };
    expect(envelopes.map(({ kind }) => kind)).toStrictEqual(["application", "assessment", "decision"]);
    const made = await offer({ receiver: publicAuthority, keyrings: await readdressed(envelopes) });
    expect(made.status).toBe(201);
    return ((await made.json()) as { id: string }).id;
  }

  /** Why the receiver declines, sealed to whom it is for. */
  async function refusalWords(id: string, sides: readonly string[], to = sides): Promise<object> {
    const { sink, blobs } = memorySink();
    const { manifest, keyring } = await seal({
      context: {
        app: one.receipt.app,
        controllers: [...sides],
        purpose: `transfer-refusal/${id}`,
        schema: "words/1",
        created: "2028-11-28T10:00:00Z",
      },
      receipt: Receipt.create(one.receipt.app),
      to: { g1: to.map((side) => keysOf(side).keys) },
      sections: [section("words", "Akten hör till en annan nämnd.")],
      sink,
    });
    return {
      manifest,
      keyring,
      blobs: { words: Buffer.from(blobs.get("words") ?? []).toString("base64url") },
    };
  }

  const answer = async (id: string, what: string, controller = publicAuthority): Promise<Response> =>
    h.post(`/api/desk/transfers/${id}/${what}`, {}, await lead(controller));

  test("moves the sealed record, which the receiver opens with its own key; the sender's copy goes by its list", async () => {
    const id = await offered();
    const shown = (await (await h.get(`/api/desk/transfers/${id}`, await lead(publicAuthority))).json()) as {
      manifest: { receiver: string; entries: { record: string; checksum: { value: string } }[] };
      basis: { sv: string; en: string };
      envelopes: object[];
      log: {
        index: number;
        size: number;
        checkpoint: string;
        key: string;
        inclusion: string[];
        entry: string;
      };
    };
    expect(shown.manifest).toMatchObject({ receiver: "deciding-board", entries: [{ record: one.record }] });
    // A reader is told the rule by its title and provision, not by its id.
    expect(shown.basis.sv).toMatch(/, \d+ kap\. \d+ § SoL \(2025:400\)$/u);
    expect(shown.basis.en).not.toContain("se/");
    expect(shown.manifest.entries[0]?.checksum.value).toBe(contentHash(shown.envelopes));
    const { root } = verifyCheckpoint(shown.log.checkpoint, parseVerifier(shown.log.key));
    const claim = {
      index: shown.log.index,
      size: shown.log.size,
      root,
      proof: shown.log.inclusion.map(bytesOf),
    };
    expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(shown.log.entry)) })).toBe(true);

    const board = await lead(publicAuthority);
    const examined = `/api/desk/transfers/${id}/envelopes/${one.record}`;
    expect((await h.get(examined, await lead(privateProvider))).status).toBe(404);
    const offeredOne = (await (await h.get(examined, board)).json()) as Envelope;
    const seen = verify(offeredOne.manifest, {
      purpose: "foster-care-application",
      schemas: ["fam-intresse/1"],
      controller: privateProvider,
    });
    const own = await decapsulatorFromSeed("x25519", keysOf(publicAuthority).seed);
    (await open(seen, offeredOne.keyring, own)).close();
    expect((await h.get(`/api/desk/transfers/${id}/envelopes/${"0".repeat(32)}`, board)).status).toBe(404);

    const accepted = await answer(id, "acceptance");
    expect(accepted.status).toBe(201);
    expect(await (await h.get(examined, board)).json()).toMatchObject({ reason: "TRANSFER_SETTLED" });
    expect(await (await answer(id, "acceptance")).json()).toMatchObject({ reason: "TRANSFER_SETTLED" });

    const receiver = await lead(publicAuthority);
    const path = `/api/desk/applications/${one.record}`;
    const { manifest, keyring } = (await (await h.get(`${path}/envelope`, receiver)).json()) as Envelope;
    const blob = new Uint8Array(await (await h.get(`${path}/blobs/contact`, receiver)).arrayBuffer());
    expect(blob).toStrictEqual(one.blobs.get("contact"));
    const verified = verify(manifest, { purpose: "foster-care-application", schemas: ["fam-intresse/1"] });
    const key = await decapsulatorFromSeed("x25519", keysOf(publicAuthority).seed);
    const opened = await open(verified, keyring, key);
    expect(new TextDecoder().decode(await opened.read("contact", blob))).toBe("Anna Svensson 19850505-1234");
    const view = (await (await h.get(path, receiver)).json()) as { words: { id: string }[]; number: string };
    expect(view).toMatchObject({
      history: expect.arrayContaining([expect.objectContaining({ type: "RecordTransferredIn" })]),
      sealedFor: { id: privateProvider, name: `Namn ${privateProvider}` },
    });
    expect(await (await h.get(`/api/desk/transfers/${id}`, receiver)).json()).toMatchObject({
      senderName: `Namn ${privateProvider}`,
      sealedFor: privateProvider,
      number: view.number,
      gone: false,
      history: [{ type: "TransferOffered" }, { type: "TransferAccepted" }],
    });
    expect(view.words).toHaveLength(2);
    expect((await h.get(`${path}/words/${view.words[0]?.id}`, receiver)).status).toBe(200);

    const asked = { application: one.record, right: "access", channel: "phone", receivedOn: "2028-11-28" };
    const caseworker = await h.login("caseworker", publicAuthority);
    const made = await h.post("/api/desk/requests", asked, caseworker);
    expect(made.status).toBe(201);
    const { id: request } = (await made.json()) as { id: string };
    expect(await (await h.get(`/api/desk/requests/${request}`, caseworker)).json()).toMatchObject({
      app: one.receipt.app,
    });
    expect(await (await h.get(`${path}/archive-metadata`, receiver)).json()).toMatchObject({
      events: [{ type: "transfer", detail: "RecordTransferredIn" }],
    });

    const mine = async (): Promise<unknown> => {
      const headers = { authorization: `Bearer ${await ownToken(h, one)}` };
      return (await h.app.request(`/api/mine/applications/${one.receipt.app}`, { headers })).json();
    };
    expect(await mine()).toMatchObject({ applications: [{ controller: privateProvider }] });
    const list = await approvedList(h, privateProvider, "2028-11-29");
    const done = await h.post(`/api/desk/disposals/${list}/execution`, {}, await lead(privateProvider));
    expect(await done.json()).toMatchObject({ items: [{ record: one.record, result: "transferred" }] });
    expect((await h.get(path, await lead(privateProvider))).status).toBe(404);
    expect((await h.get(path, await lead(publicAuthority))).status).toBe(200);
    expect(await mine()).toMatchObject({
      applications: [
        { id: one.record, controller: publicAuthority, sealedFor: privateProvider, status: "decided" },
      ],
      disposed: [{ controller: privateProvider, how: "transferred" }],
    });
    const ended = await h.get(`/api/desk/transfers/${id}`, await lead(publicAuthority));
    expect(await ended.json()).toMatchObject({ state: "accepted", gone: true });
  });

  test("that is declined says why in words that both sides open and nobody else", async () => {
    const id = await offered();
    const words = await refusalWords(id, [privateProvider, publicAuthority]);
    const refuse = async (said: object) =>
      h.post(`/api/desk/transfers/${id}/refusal`, { words: said }, await lead(publicAuthority));
    const code = async (response: Response) => ((await response.json()) as { code: string }).code;
    const toOneself = await refusalWords(id, [publicAuthority]);
    expect(await code(await refuse(toOneself))).toBe("ENVELOPE_CONTEXT");
    const unreadable = await refusalWords(id, [privateProvider, publicAuthority], [publicAuthority]);
    expect(await code(await refuse(unreadable))).toBe("ENVELOPE_KEY_UNKNOWN");
    expect((await refuse(await refusalWords("t-0", [privateProvider, publicAuthority]))).status).toBe(400);
    expect((await refuse(words)).status).toBe(204);
    for (const side of [privateProvider, publicAuthority]) {
      const shown = await h.get(`/api/desk/transfers/${id}`, await lead(side));
      expect(await shown.json()).toMatchObject({ state: "declined", words });
    }
    await h.store.write(privateProvider, (unit) => unit.destroy(one.record));
    const row = await h.store.read(publicAuthority, (unit) => unit.transfers.get(id));
    expect(row?.words).toBeUndefined();
  });

  test("that nobody has accepted keeps the record off every list", async () => {
    await offered();
    const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", privateProvider));
    expect(await made.json()).toMatchObject({ reason: "EMPTY_LIST" });
  });

  test("that is declined or taken back leaves the record where it is, and can be offered again", async () => {
    const first = await offered();
    expect(await (await offer({ receiver: publicAuthority, keyrings: {} })).json()).toMatchObject({
      code: "KEYRING_INVALID",
    });
    expect((await answer(first, "refusal")).status).toBe(204);
    const second = await offered();
    expect((await answer(second, "withdrawal")).status).toBe(404);
    expect((await answer(second, "withdrawal", privateProvider)).status).toBe(204);
    expect((await answer(second, "acceptance")).status).toBe(409);
    const seen = await h.get("/api/desk/transfers", await lead(publicAuthority));
    expect(await seen.json()).toMatchObject({
      incoming: expect.arrayContaining([
        expect.objectContaining({ id: first, state: "declined" }),
        expect.objectContaining({ id: second, state: "withdrawn" }),
      ]),
      outgoing: [],
    });
    expect((await h.get(`/api/desk/applications/${one.record}`, await lead(publicAuthority))).status).toBe(
      404,
    );
    const rows = await h.store.read(privateProvider, (unit) => unit.transfers.all(10));
    expect(rows.map(({ recipients }) => recipients)).toStrictEqual([undefined, undefined]);
  });

  test("is refused without the receiver's key, with another keyring, to a provider, or where the rules do not send it", async () => {
    const dry = await offer({ receiver: publicAuthority, dryRun: true });
    const { envelopes } = (await dry.json()) as { envelopes: { id: string; kind: string }[] };
    const staff = await lead(privateProvider);
    const kept = (await (
      await h.get(`/api/desk/applications/${one.record}/envelope`, staff)
    ).json()) as Envelope;
    const keyrings = await readdressed(envelopes);
    const code = async (body: object): Promise<unknown> => {
      const { code: said, reason } = (await (await offer(body)).json()) as { code: string; reason?: string };
      return reason ?? said;
    };
    const receiver = publicAuthority;
    expect(await code({ receiver, keyrings: { ...keyrings, [one.record]: kept.keyring } })).toBe(
      "ENVELOPE_KEY_UNKNOWN",
    );
    const slots = { ...kept.keyring.slots, contact: "A".repeat(86) };
    const changed = { ...(keyrings[one.record] as Keyring), slots };
    expect(await code({ receiver, keyrings: { ...keyrings, [one.record]: changed } })).toMatch(
      /^KEYRING|^FORMAT|^ENVELOPE/,
    );
    expect(await code({ receiver: privateProvider, dryRun: true })).toBe("RECEIVER_REFUSED");
    expect(await code({ receiver: "nobody", dryRun: true })).toBe("NOT_FOUND");
    h.now = new Date("2027-01-10T10:00:00Z");
    expect(await code({ receiver, dryRun: true })).toBe("NOT_TO_TRANSFER");
  });

  test("begins with facts that are stated also when the process has forgotten the controller", async () => {
    const staff = await lead(privateProvider);
    // What is remembered of a controller is remembered for a second; a transaction must not ask for it anew.
    const now = performance.now.bind(performance);
    using clock = vi.spyOn(performance, "now").mockImplementation(() => now() + 1100);
    const path = `/api/desk/applications/${one.record}/retention-facts`;
    expect((await h.post(path, { recordType: "case-file" }, staff)).status).toBe(204);
    expect(clock).toHaveBeenCalled();
  });

  test("comes back the same when the receiver's lists are rebuilt from the log", async () => {
    const id = await offered();
    await answer(id, "acceptance");
    const all = (): Promise<unknown> =>
      h.store.read(publicAuthority, async (unit) => [
        await unit.projections.case(one.record),
        await unit.projections.words(one.record),
      ]);
    const before = await all();
    await rebuildLists(h.store);
    expect(await all()).toStrictEqual(before);
  });

  test("to an archive begins with what the server knows, and the package with what was opened", async () => {
    const path = `/api/desk/applications/${one.record}/archive-metadata`;
    const found = (await (await h.get(path, await lead(privateProvider))).json()) as Pick<
      ArchivePackage,
      "label" | "creator" | "manifest" | "events"
    >;
    expect(found).toMatchObject({
      creator: { name: `Namn ${privateProvider}` },
      manifest: { entries: [{ record: one.record, status: "S" }] },
      sections: [{ id: "contact" }, { id: "health" }],
    });
    expect(JSON.stringify(found)).not.toContain("Svensson");
    const { label, creator, manifest, events } = found;
    const opened = { name: "contact.json", mime: "application/json", size: 2, sha256: "0".repeat(64) };
    const created = "2028-11-28T10:00:00Z";
    const texts = archivePackage({
      id: "p-1",
      label,
      creator,
      manifest,
      events,
      created,
      software: { name: "tillit", version: "0" },
      files: [{ ...opened, created }],
    });
    expect(texts.map((text_) => text_.path)).toContain("METS.xml");
    expect(texts.map((text_) => text_.text).join("")).toContain("ApplicationDecided");
  });

  /** An acceptance during which something else happens before the receiver's transactions. */
  async function acceptedAmid(id: string, amid: () => Promise<void>): Promise<Response> {
    const store: Deps["store"] = Object.assign(Object.create(h.store) as Deps["store"], {
      write: async (controller: string, work: never) => {
        if (controller === publicAuthority) await amid();
        return h.store.write(controller, work);
      },
    });
    const { cookie, csrf } = await lead(publicAuthority);
    const headers = {
      cookie,
      "x-csrf-token": csrf,
      "content-type": "application/json",
      "content-length": "2",
    };
    const path = `/api/desk/transfers/${id}/acceptance`;
    return createApp({ ...h.deps, store }).request(path, { method: "POST", headers, body: "{}" });
  }

  test("that the receiver has had and destroyed is gone, and one that it still has stays as it is", async () => {
    const id = await offered();
    const entry = { at: "2027-01-01T00:00:00Z", by: "system", activity: "a/b", data: {} };
    await h.store.write(publicAuthority, (unit) =>
      unit.log.append(`transferred/${one.record}`, 0, [{ type: "RecordTransferredIn", ...entry }]),
    );
    const again = await answer(id, "acceptance");
    expect([again.status, await again.json()]).toMatchObject([410, { code: "GONE" }]);
    const copy = () => h.store.read(publicAuthority, (unit) => unit.envelopes.get(one.record));
    expect(await copy()).toBeUndefined();
    await h.store.write(publicAuthority, async (unit) => {
      const parts = { id: "contact", class: "ordinary", size: 1, hash: "h" };
      const { app, applicant } = { app: one.receipt.app, applicant: "a" };
      const manifest = { payload: "", payloadType: "", signatures: [] };
      const its = { cid: "c", digest: "d", manifest, recipients: {}, facts: {}, createdAt: entry.at };
      const own = { id: one.record, kind: "application", app, applicant, ...its, complete: true } as const;
      await unit.envelopes.add(own, [parts], { contact: "slot" });
    });
    expect(await (await answer(id, "acceptance")).json()).toMatchObject({ reason: "RECORD_HERE" });
    expect(await copy()).toMatchObject({ complete: true });
  });

  test("whose copy was swept away while it was made is not accepted, and is when it is tried again", async () => {
    const id = await offered();
    let swept = false;
    const sweep = async (): Promise<void> => {
      const half = await h.store.read(publicAuthority, (unit) => unit.envelopes.sections(one.record));
      if (half.length === 0 || swept) return;
      // The last of its envelopes is there: the record is about to appear.
      const words = await h.store.read(privateProvider, (unit) => unit.projections.words(one.record));
      const last = words.at(-1)?.id ?? "";
      const blob = await h.store.read(publicAuthority, (unit) =>
        unit.envelopes.chunk(last, "words", "whole", 0),
      );
      if (blob === undefined) return;
      swept = true;
      await h.store.write(publicAuthority, (unit) => unit.destroy(one.record));
    };
    expect((await acceptedAmid(id, sweep)).status).toBe(409);
    expect(swept).toBe(true);
    expect((await h.get(`/api/desk/applications/${one.record}`, await lead(publicAuthority))).status).toBe(
      404,
    );
    expect((await answer(id, "acceptance")).status).toBe(201);
  });

  test("that was cut off between the two logs is completed, and only then the sender's copy may go", async () => {
    const id = await offered();
    const state = async (): Promise<string | undefined> =>
      (await h.store.read(publicAuthority, (unit) => unit.transfers.get(id)))?.state;
    const dying: Deps["store"] = Object.assign(Object.create(h.store) as Deps["store"], {
      write: async (controller: string, work: never) => {
        if (controller === privateProvider && (await state()) === "accepted") throw new Error("cut off");
        return h.store.write(controller, work);
      },
    });
    const { cookie, csrf } = await lead(publicAuthority);
    const headers = {
      cookie,
      "x-csrf-token": csrf,
      "content-type": "application/json",
      "content-length": "2",
    };
    const app = createApp({ ...h.deps, store: dying });
    const path = `/api/desk/transfers/${id}/acceptance`;
    expect((await app.request(path, { method: "POST", headers, body: "{}" })).status).toBe(500);
    const receipt = () => h.store.read(privateProvider, (unit) => receiptFor(unit, one.record));
    expect(await receipt()).toBeUndefined();
    expect(await reconcileTransfers(h.deps, privateProvider)).toBe(1);
    expect(await receipt()).toMatch(new RegExp(`^${publicAuthority}#\\d+$`, "u"));
    expect(await reconcileTransfers(h.deps, privateProvider)).toBe(0);
  });
});
