import { append, emptyTree, inclusionProof, leafHash, rootOf, verifyInclusion } from "@tillit/merkle-tree";
import {
  type ConsentEvent,
  type ConsentReceipt,
  noticeMarkdown,
  receiptBytes,
  textHash,
  toJsonLd,
  toNotice,
  toReceipt,
  verifyReceipt,
} from "@tillit/consent-legal-basis";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { national } from "./national.ts";
import { casework, newsletter } from "./sample-activity.ts";

const noticeText = noticeMarkdown(
  toNotice([newsletter], { article: 13, locale: "sv", level: "full", national }),
);
const consent: ConsentEvent = {
  id: "c-1",
  at: "2026-03-01T10:00:00Z",
  recordedAt: "2026-03-01T10:00:01Z",
  subject: "s-1",
  purpose: newsletter.id,
  type: "ConsentGiven",
  notice: { id: "notice/1", sha256: textHash(noticeText) },
  method: "checkbox",
  givenBy: [{ role: "subject", ref: "s-1" }],
  requires: [{ role: "subject", count: 1 }],
  explicit: true,
  explicitRequired: false,
};
const context = {
  activity: newsletter,
  noticeText,
  notice: { id: "notice/1" },
  locale: "sv",
  storageLocations: ["Sweden"],
  national,
} as const;
const receipt = toReceipt(consent, context);

/** No document loader: expansion that needs the network fails. */
const offline = {
  documentLoader: async (url: string): Promise<never> => {
    throw new Error(`no network in this test: ${url}`);
  },
};

type Proof = {
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

const inLog = (leaf: Uint8Array, { index, size, root, proof }: Proof): boolean =>
  verifyInclusion({ leafHash: leafHash(leaf), index, size, root, proof });

function logged(entry: Uint8Array): Proof {
  const nodes = new Map<string, Uint8Array>();
  let tree = emptyTree;
  for (const bytes of [new Uint8Array([1]), entry, new Uint8Array([2])]) {
    const added = append(tree, bytes);
    tree = added.tree;
    for (const { level, index, hash } of added.nodes) nodes.set(`${level}/${index}`, hash);
  }
  const read = (level: number, index: number): Uint8Array =>
    nodes.get(`${level}/${index}`) ?? new Uint8Array();
  return { index: 1, size: 3, root: rootOf(tree), proof: inclusionProof(1, 3, read) };
}

describe("Receipts", () => {
  it("The fields stand in the order of the standard: header, processing, parties, event", () => {
    expect(Object.keys(receipt)).toEqual([
      "@context",
      "@type",
      "schema_version",
      "record_id",
      "receipt_id",
      "pii_principal_id",
      "pii_processing",
      "party_identification",
      "event",
    ]);
    expect(Object.keys(receipt.pii_processing).slice(0, 3)).toEqual([
      "privacy_notice",
      "language",
      "purpose",
    ]);
  });

  it("The notice is inside, with its hash, and a log's inclusion proof verifies the whole", () => {
    const proof = logged(receiptBytes(receipt));
    expect(receipt.pii_processing.privacy_notice.text).toBe(noticeText);
    expect(verifyReceipt({ receipt, proof }, inLog)).toEqual({ ok: true, faults: [] });
  });

  it("Any changed character fails", () => {
    const proof = logged(receiptBytes(receipt));
    const text = JSON.stringify(receipt);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (place) => {
        const swapped = text[place] === "a" ? "b" : "a";
        let changed: ConsentReceipt;
        try {
          changed = JSON.parse(`${text.slice(0, place)}${swapped}${text.slice(place + 1)}`) as ConsentReceipt;
        } catch {
          return;
        }
        let ok = true;
        try {
          ({ ok } = verifyReceipt({ receipt: changed, proof }, inLog));
        } catch {
          ok = false;
        }
        expect(ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("What is no receipt at all gets a verdict, not a crash", () => {
    for (const value of [null, {}, "text", { pii_processing: { privacy_notice: { text: 1 } } }]) {
      const forged = value as unknown as ConsentReceipt;
      expect(verifyReceipt({ receipt: forged, proof: 0 }, () => true)).toEqual({
        ok: false,
        faults: ["schema"],
      });
    }
  });

  it("An event for another activity, or on another notice, makes no receipt", () => {
    expect(() => toReceipt({ ...consent, purpose: "other" }, context)).toThrow(
      expect.objectContaining({ code: "RECEIPT_PURPOSE_MISMATCH" }),
    );
    expect(() => toReceipt(consent, { ...context, notice: { id: "other" } })).toThrow(
      expect.objectContaining({ code: "RECEIPT_NOTICE_MISMATCH" }),
    );
  });

  it("A changed notice text is named as the fault", () => {
    const { pii_processing: processing } = receipt;
    const other = { ...processing, privacy_notice: { ...processing.privacy_notice, text: "something else" } };
    const forged = { ...receipt, pii_processing: other };
    expect(verifyReceipt({ receipt: forged, proof: logged(receiptBytes(forged)) }, inLog).faults).toEqual([
      "notice-hash",
    ]);
  });

  it("A refusal and a withdrawal get receipts; a request does not; a wrong text is refused", () => {
    const by = { role: "subject", ref: "s-1" } as const;
    const { id, at, recordedAt, subject, purpose } = consent;
    const base = { id, at, recordedAt, subject, purpose };
    expect(toReceipt({ ...base, type: "ConsentRefused", by }, context).event.event_state).toBe(
      "dpv:ConsentRefused",
    );
    expect(
      toReceipt({ ...base, type: "ConsentWithdrawn", by, channel: "web" }, context).event.event_state,
    ).toBe("dpv:ConsentWithdrawn");
    expect(() => toReceipt({ ...base, type: "ConsentExpired" }, context)).toThrow(
      expect.objectContaining({ code: "RECEIPT_NOT_GIVEN" }),
    );
    expect(() => toReceipt(consent, { ...context, noticeText: "other" })).toThrow(
      expect.objectContaining({ code: "RECEIPT_NOTICE_MISMATCH" }),
    );
  });

  it("It expands without network, and its terms are DPV's", async () => {
    const [expanded] = await jsonld.expand(receipt, offline);
    const text = JSON.stringify(expanded);
    expect(text).toContain("https://w3id.org/dpv#hasConsentStatus");
    expect(text).toContain("https://w3id.org/dpv#ConsentGiven");
    expect(text).toContain("https://w3id.org/dpv/legal/eu/gdpr#A6-1-a-explicit-consent");
    expect(text).toContain("https://w3id.org/dpv/legal/se#DPA-SE");
    expect(text).not.toMatch(/"(?:dpv|eu-gdpr|legal-se):/);
  });
});

describe("The DPV export", () => {
  it("It expands without network and every key becomes a full IRI", async () => {
    const [expanded] = await jsonld.expand(toJsonLd([casework, newsletter], { national }), offline);
    const text = JSON.stringify(expanded);
    expect(text).toContain("https://w3id.org/dpv/legal/eu/gdpr#A6-1-e");
    expect(text).toContain("https://w3id.org/dpv/legal/eu/gdpr#A9-2-h");
    expect(text).toContain("Vi utreder och beslutar om stöd");
    const keys = [...text.matchAll(/"([^"@][^"]*)":/g)].map(([, key]) => key ?? "");
    expect(keys.filter((key) => !/^https?:/.test(key))).toEqual([]);
  });

  it("An objection that national law excludes is not exported as a right", () => {
    expect(JSON.stringify(toJsonLd([casework], { national }))).not.toContain('eu-gdpr:A21"]');
    expect(JSON.stringify(toJsonLd([newsletter], { national }))).toContain("eu-gdpr:A7-3");
  });
});
