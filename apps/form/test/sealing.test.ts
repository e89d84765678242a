import type { Answers } from "@tillit/application-case";
import {
  decapsulatorFromSeed,
  generateKey,
  open,
  Receipt,
  toBase64Url,
  verify,
} from "@tillit/crypto-envelope";
import { generateRoot, keyEntry, signKeyDocument } from "@tillit/crypto-envelope/directory";
import type { KeyLogEvidence, KeyLogMemory } from "@tillit/web-kit/key-log";
import { fakeKeyLog } from "@tillit/web-kit/testing";
import { beforeAll, describe, expect, it } from "vitest";
import {
  sealApplication,
  verifyReceivers,
  type Addressee,
  type Receiver,
  type SealRequest,
} from "../src/sealing/seal-application.ts";

const now = "2026-11-21T10:00:00Z";
const late = "2099-01-01T00:00:00Z";

interface Party {
  readonly receiver: Receiver;
  readonly seed: Uint8Array;
}

async function party(controller: string, expires = late): Promise<Party> {
  const { seed, publicKey } = await generateKey("x25519");
  const root = generateRoot();
  const keys = [keyEntry(publicKey, "2026-01-01T00:00:00Z", late)];
  const document = signKeyDocument({ controller, expires, keys, seq: 3, v: 1 }, [root.seed]);
  const pins = { roots: [toBase64Url(root.publicKey)], threshold: 1 };
  return { seed, receiver: { controller, document, pins, log: evidenceOf(controller, document) } };
}

/** As the API gives it for a log that holds this document last. */
function evidenceOf(controller: string, document: unknown, salt = ""): KeyLogEvidence {
  const log = fakeKeyLog(salt);
  log.publish("another", {});
  log.publish(controller, document);
  const proof = log.answer(`/api/keys/inclusion?controller=${controller}`) as KeyLogEvidence["proof"];
  return { proof, pinned: [log.verifier] };
}

let a: Party;
let b: Party;

beforeAll(async () => {
  [a, b] = await Promise.all([party("a"), party("b")]);
});

const anna: Answers = { assignment: ["contact-person"], municipalities: ["a", "b"], name: "Anna Andersson" };
const file = new Blob([new Uint8Array(70_000).fill(5)]);
const reference = { section: "file-1", name: "a.pdf", type: "application/pdf", size: 70_000 };

function request(
  receivers: readonly Receiver[],
  answers: Answers = anna,
  files: SealRequest["files"] = [],
): SealRequest {
  const addressees = receivers.map((receiver): Addressee => ({ ...receiver, answers }));
  return {
    app: "0f8fad5b-d9cb-469f-a165-70867728950e",
    now,
    schema: "fam-intresse/1",
    receivers: addressees,
    files,
  };
}

describe("sealing", () => {
  it("goes on when the log's key was changed, with what the deployment has pinned before", async () => {
    const { controller, document } = a.receiver;
    const log = fakeKeyLog();
    log.handOver();
    log.publish(controller, document);
    log.handOver();
    const proof = log.answer(`/api/keys/inclusion?controller=${controller}`) as KeyLogEvidence["proof"];
    const receiver = { ...a.receiver, log: { proof, pinned: [log.verifier] } };
    expect(await sealApplication(request([receiver]), () => undefined)).toMatchObject({ ok: true });
    const cut = { ...receiver, log: { ...receiver.log, proof: { ...proof, handovers: [] } } };
    const refused = { ok: false, controller, reason: "unsigned" };
    expect(await sealApplication(request([cut]), () => undefined)).toEqual(refused);
  });

  it("makes one envelope per receiver that only the receiver and the receipt can open", async () => {
    const progress: number[] = [];
    const asked = request([a.receiver, b.receiver], { ...anna, files: [reference] }, [
      { section: "file-1", blob: file },
    ]);
    const result = await sealApplication(asked, (done, total) => progress.push(done / total));
    if (!result.ok) throw new Error(result.reason);
    expect(result.envelopes.map(({ controller }) => controller)).toEqual(["a", "b"]);
    expect(progress.at(-1)).toBeGreaterThanOrEqual(1);

    const [first, second] = result.envelopes;
    if (first === undefined || second === undefined) throw new Error("Two envelopes expected.");
    const expect_ = {
      app: asked.app,
      controller: "a",
      purpose: "foster-care-application",
      schemas: [asked.schema],
    };
    const verified = verify(first.manifest, expect_);
    for (const holder of [
      await decapsulatorFromSeed("x25519", a.seed),
      await Receipt.parse(result.receipt).decapsulator(),
    ]) {
      const opened = await open(verified, first.keyring, holder);
      const blob = (id: string): Blob => first.blobs.find((each) => each.id === id)?.blob ?? new Blob();
      const contact = new TextDecoder().decode(await opened.read("contact", blob("contact")));
      expect(JSON.parse(contact)).toEqual({
        questionnaire: "fam-intresse/1",
        answers: { name: "Anna Andersson" },
      });
      expect(await opened.read("file-1", blob("file-1"))).toEqual(new Uint8Array(await file.arrayBuffer()));
    }
    const stranger = decapsulatorFromSeed("x25519", b.seed);
    await expect(open(verified, first.keyring, await stranger)).rejects.toMatchObject({ code: "NO_KEY" });
    expect(new Set(first.blobs.slice(0, 5).map(({ blob }) => blob.size)).size).toBe(1);
  });

  it("gives each receiver its own answers and, of the files, those that its answers name", async () => {
    const asked = {
      ...request([], anna, [{ section: "file-1", blob: file }]),
      receivers: [
        { ...a.receiver, answers: { assignment: ["family-home"], "own-room": "now", files: [reference] } },
        { ...b.receiver, answers: { assignment: ["contact-person"], name: "Anna Andersson" } },
      ],
    } as const;
    const result = await sealApplication(asked, () => undefined);
    if (!result.ok) throw new Error(result.reason);
    const own = await Receipt.parse(result.receipt).decapsulator();
    const said: unknown[] = [];
    for (const { controller, manifest, keyring, blobs } of result.envelopes) {
      const verified = verify(manifest, {
        controller,
        purpose: "foster-care-application",
        schemas: [asked.schema],
      });
      const opened = await open(verified, keyring, own);
      const texts: unknown[] = [];
      for (const { id, blob } of blobs) {
        if (id.startsWith("file-")) continue;
        const text = new TextDecoder().decode(await opened.read(id, blob));
        const { answers, files } = JSON.parse(text) as { answers: object; files?: unknown };
        texts.push(answers, files ?? {});
      }
      said.push([controller, blobs.filter(({ id }) => id === "file-1").length, Object.assign({}, ...texts)]);
    }
    expect(said).toMatchObject([
      ["a", 1, { assignment: ["family-home"], "own-room": "now" }],
      ["b", 0, { assignment: ["contact-person"], name: "Anna Andersson" }],
    ]);
    expect(JSON.stringify(said[0])).not.toContain("Anna");
    expect(JSON.stringify(said[1])).not.toContain("own-room");
  });

  it.each([
    [
      "another's key document under its name",
      () => ({ ...a.receiver, document: b.receiver.document }),
      "refused",
    ],
    ["a document signed by other roots", () => ({ ...a.receiver, pins: b.receiver.pins }), "refused"],
    ["no pinned roots", () => ({ ...a.receiver, pins: undefined }), "refused"],
    ["an empty list of pins", () => ({ ...a.receiver, pins: { roots: [], threshold: 1 } }), "refused"],
    ["a threshold that is not met", () => ({ ...a.receiver, pins: twoNeeded() }), "refused"],
    ["a document that is not in the public log", () => ({ ...a.receiver, log: undefined }), "missing"],
    ["a log that holds another document", () => ({ ...a.receiver, log: b.receiver.log }), "missing"],
    ["a log whose key is not pinned", () => ({ ...a.receiver, log: logWith({ pinned: [] }) }), "unsigned"],
    [
      "a log that is shorter than before",
      () => ({ ...a.receiver, log: logWith({ remembered: { size: 9, root: "" } }) }),
      "rolled-back",
    ],
    [
      "a log that is another than before",
      () => ({ ...a.receiver, log: logWith({ remembered: elsewhere() }) }),
      "split",
    ],
  ])("stops before anything is sealed for %s, and names the controller", async (_what, receiver, reason) => {
    const result = await sealApplication(request([b.receiver, receiver()]), () => undefined);
    expect(result).toEqual({ ok: false, controller: "a", reason });
  });

  it("takes no older document than the one that was verified before", async () => {
    const older = await sealApplication(request([{ ...a.receiver, minSeq: 4 }]), () => undefined);
    expect(older).toEqual({ ok: false, controller: "a", reason: "unhealthy" });
    expect(await sealApplication(request([{ ...a.receiver, minSeq: 3 }]), () => undefined)).toMatchObject({
      ok: true,
    });
  });

  it("tells an expired document from a wrong one", async () => {
    const expired = await party("c", "2026-11-20T00:00:00Z");
    expect(verifyReceivers([expired.receiver, a.receiver], now)).toMatchObject([
      { controller: "c", ok: false, reason: "unhealthy" },
      { controller: "a", ok: true, seq: 3 },
    ]);
  });

  function logWith(change: Partial<KeyLogEvidence>): KeyLogEvidence {
    return { ...evidenceOf("a", a.receiver.document), ...change };
  }

  /** What a browser remembers that was shown another log of the same length. */
  function elsewhere(): KeyLogMemory {
    const [verdict] = verifyReceivers(
      [{ ...a.receiver, log: evidenceOf("a", a.receiver.document, "another") }],
      now,
    );
    if (verdict?.ok !== true) throw new Error("the other log must hold");
    return verdict.remember;
  }

  function twoNeeded() {
    const roots = [...(a.receiver.pins?.roots ?? []), ...(b.receiver.pins?.roots ?? [])];
    return { roots, threshold: 2 };
  }
});
