/**
 * Receipts in the field order of ISO/IEC TS 27560 (header, processing, parties, events), with DPV 2.3 IRIs and
 * the shown notice inside, so that it can be read and checked in ten years without asking anyone.
 */
import type { Language } from "@tillit/law-reference";
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf, consentTerms } from "../activity/facts.ts";
import { parseConsentEvent, type ConsentEvent } from "../consent/consent-event.ts";
import type { ConsentState } from "../consent/consent-at.ts";
import { dpvContext } from "../dpv/context.ts";
import { art6Iri, art9Iri, consentStateIris, rightIris, swedishAuthority } from "../dpv/iris.ts";
import { ConsentBasisError } from "../errors.ts";
import type { NationalLaw } from "../law/national-law.ts";
import { contactLine } from "../notice/notice-facts.ts";
import { rightsFor } from "../rights/rights-for.ts";
import { receiptContext } from "./receipt-context.ts";

export const receiptSchema = "tillit-27560-se/1";

/** A refusal and a withdrawal get a receipt too: they are as much a fact as the consent. */
export type ReceiptEvent = Extract<
  ConsentEvent,
  { type: "ConsentGiven" | "ConsentRefused" | "ConsentWithdrawn" }
>;

export type ConsentReceipt = {
  readonly "@context": readonly unknown[];
  readonly "@type": "dpv:ConsentRecord";
  readonly schema_version: typeof receiptSchema;
  readonly record_id: string;
  readonly receipt_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    readonly privacy_notice: { readonly id: string; readonly sha256: string; readonly text: string };
    readonly language: Language;
    readonly purpose: string;
    readonly purpose_id: string;
    readonly lawful_basis: readonly string[];
    readonly pii_information: readonly {
      readonly pii_type: string;
      readonly pii_attribute_id: string;
      readonly special_pii_category: boolean;
    }[];
    readonly pii_controllers: readonly string[];
    readonly collection_method: string;
    readonly storage_locations: readonly string[];
    readonly retention_period: string;
    readonly retention_rule: string;
    readonly jurisdiction: string;
    readonly recipient_third_parties: readonly string[];
    readonly withdrawal_method: string;
    readonly privacy_rights: readonly string[];
    readonly authority_party: string;
  };
  readonly party_identification: readonly {
    readonly party_id: string;
    readonly party_name: string;
    readonly party_contact: string;
    readonly party_type: "controller" | "processor" | "authority";
  }[];
  readonly event: {
    readonly event_time: string;
    readonly recorded_time: string;
    readonly validity_duration: string;
    readonly entity_id: readonly string[];
    readonly event_type: ReceiptEvent["type"];
    readonly event_state: string;
    readonly indication_method: string;
  };
};

export type ReceiptContext = {
  readonly activity: ProcessingActivity;
  /** The notice exactly as it was shown; its SHA-256 must be the one of the event. */
  readonly noticeText: string;
  readonly notice: { readonly id: string };
  readonly locale: Language;
  readonly storageLocations: readonly string[];
  readonly national?: NationalLaw;
};

const states: Readonly<Record<ReceiptEvent["type"], ConsentState>> = {
  ConsentGiven: "given",
  ConsentRefused: "refused",
  ConsentWithdrawn: "withdrawn",
};

/** SHA-256 of a text's UTF-8, lower-case hex: how a notice is named in events and receipts. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The receipt of a consent given, refused or withdrawn.
 *
 * @throws {@link ConsentBasisError} `RECEIPT_NOT_GIVEN` for other events, `RECEIPT_PURPOSE_MISMATCH` for
 *   another activity, `RECEIPT_NOTICE_MISMATCH` when the
 *   notice text is not the one that the event names, `LEDGER_MALFORMED`
 */
export function toReceipt(value: ConsentEvent, context: ReceiptContext): ConsentReceipt {
  const event = parseConsentEvent(value);
  if (event.type !== "ConsentGiven" && event.type !== "ConsentRefused" && event.type !== "ConsentWithdrawn") {
    throw new ConsentBasisError(
      "RECEIPT_NOT_GIVEN",
      "a receipt is for a consent given, refused or withdrawn",
    );
  }
  if (event.purpose !== context.activity.id) {
    throw new ConsentBasisError("RECEIPT_PURPOSE_MISMATCH", "the event is for another activity");
  }
  const hash = textHash(context.noticeText);
  if (
    event.type === "ConsentGiven" &&
    (event.notice.sha256 !== hash || event.notice.id !== context.notice.id)
  ) {
    throw new ConsentBasisError("RECEIPT_NOTICE_MISMATCH", "the text is not the notice that the event names");
  }
  const { activity, locale } = context;
  const { controller } = activity;
  return {
    "@context": [dpvContext, receiptContext],
    "@type": "dpv:ConsentRecord",
    schema_version: receiptSchema,
    record_id: event.id,
    receipt_id: `${event.id}/receipt`,
    pii_principal_id: event.subject,
    pii_processing: {
      privacy_notice: { id: context.notice.id, sha256: hash, text: context.noticeText },
      language: locale,
      purpose: activity.purpose[locale],
      purpose_id: activity.id,
      lawful_basis: [
        ...basesOf(activity).map(art6Iri),
        ...(activity.special === undefined ? [] : [art9Iri(activity.special)]),
      ],
      pii_information: activity.data.map(({ id, kind, label }) => ({
        pii_type: label[locale],
        pii_attribute_id: id,
        special_pii_category: kind === "special" || kind === "criminal",
      })),
      pii_controllers: [controller.id],
      collection_method: event.type === "ConsentGiven" ? event.method : "statement",
      storage_locations: context.storageLocations,
      retention_period: activity.retention[locale],
      retention_rule: activity.retentionRule,
      jurisdiction: context.national?.country ?? "EU",
      recipient_third_parties: activity.recipients.map(({ name }) => name[locale]),
      withdrawal_method: consentTerms(activity)?.withdrawal?.channel[locale] ?? "",
      privacy_rights: privacyRights(activity, context.national),
      authority_party: swedishAuthority,
    },
    party_identification: [
      {
        party_id: controller.id,
        party_name: controller.name,
        party_contact: contactLine(controller.contact),
        party_type: "controller",
      },
    ],
    event: {
      event_time: event.at,
      recorded_time: event.recordedAt,
      validity_duration: event.type === "ConsentGiven" ? (event.until ?? "until withdrawn") : "final",
      entity_id: event.type === "ConsentGiven" ? event.givenBy.map(({ ref }) => ref) : [event.by.ref],
      event_type: event.type,
      event_state: consentStateIris[states[event.type]],
      indication_method: event.type === "ConsentGiven" ? event.method : "statement",
    },
  };
}

function privacyRights(activity: ProcessingActivity, national: NationalLaw | undefined): readonly string[] {
  const standing = rightsFor(activity, activity.validFrom, national === undefined ? {} : { national });
  return [
    ...new Set(standing.flatMap(({ right, verdict }) => (verdict === "excluded" ? [] : rightIris[right]))),
  ];
}

/** The bytes that go into a log as the receipt's leaf: its canonical JSON. */
export function receiptBytes(receipt: ConsentReceipt): Uint8Array {
  return canonicalBytes(receipt);
}

export type ReceiptProof<P> = { readonly receipt: ConsentReceipt; readonly proof: P };

export type ReceiptVerdict = {
  readonly ok: boolean;
  readonly faults: readonly ("schema" | "notice-hash" | "not-in-log")[];
};

/**
 * Does the receipt hold up: its notice is the text it names, and its bytes are in the log?
 *
 * @param inLog - verifies the leaf bytes against the proof, for instance with `verifyInclusion` of
 *   `@tillit/audit-chain`; packages of this layer do not import each other
 */
export function verifyReceipt<P>(
  { receipt, proof }: ReceiptProof<P>,
  inLog: (leaf: Uint8Array, proof: P) => boolean,
): ReceiptVerdict {
  const faults: ("schema" | "notice-hash" | "not-in-log")[] = [];
  if (!hasShape(receipt)) return { ok: false, faults: ["schema"] };
  if (receipt.schema_version !== receiptSchema) faults.push("schema");
  const { text, sha256: named } = receipt.pii_processing.privacy_notice;
  if (textHash(text) !== named) faults.push("notice-hash");
  if (!inLog(receiptBytes(receipt), proof)) faults.push("not-in-log");
  return { ok: faults.length === 0, faults };
}

/** A receipt comes from outside: what is read below must be there, and all of it must have canonical bytes. */
function hasShape(receipt: unknown): boolean {
  return shape.safeParse(receipt).success;
}

const shape: z.ZodType<unknown> = z.object({
  pii_processing: z.object({ privacy_notice: z.object({ text: z.string(), sha256: z.string() }) }),
});
