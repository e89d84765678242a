/** Sealed envelopes as they are kept: manifest, slots, and bytes by upload. */

/** A document as it was signed: DSSE v1, payload in base64. */
export interface SignedDocument {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** What stands in the place of a section's key that has been destroyed. */
export interface DestroyedSlot {
  readonly shredded: string;
  readonly rule: string;
}

/** A section's key, sealed; or that it is no more. */
export type Slot = string | DestroyedSlot;

export type Slots = Readonly<Record<string, Slot>>;

/** A keyring without its slots. */
export type Recipients = Readonly<Record<string, unknown>>;

/** `request`: words of a data subject's request; `export`: an answer sealed to the subject. Both have it as parent. */
export type EnvelopeKind =
  | "application"
  | "assessment"
  | "decision"
  | "request"
  | "export"
  | "review"
  | "hold"
  | "disposal";

export interface StoredEnvelope {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly parent?: string | undefined;
  readonly app: string;
  readonly applicant: string;
  readonly cid: string;
  readonly digest: string;
  readonly manifest: SignedDocument;
  readonly recipients: Recipients;
  /** JSON, of a shape that goes with the kind. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly complete: boolean;
}

export interface StoredSection {
  readonly id: string;
  readonly class: string;
  readonly size: number;
  readonly hash: string;
  /** The upload that holds the section's bytes, once they are whole. */
  readonly upload?: string | undefined;
}

/** Bytes of a section that have come by one upload. */
export interface UploadProgress {
  readonly upload: string;
  readonly size: number;
  readonly chunks: number;
}

export interface Envelopes {
  /** @throws StoreError STORE_DUPLICATE when the id is taken. */
  add(envelope: StoredEnvelope, sections: readonly StoredSection[], slots: Slots): Promise<void>;
  get(id: string): Promise<StoredEnvelope | undefined>;
  /** Until the end of the transaction nobody else locks the same envelope. */
  lock(id: string): Promise<void>;
  complete(id: string): Promise<void>;
  /** Applications begun before a time whose parts never all came; at most `limit`. */
  abandoned(before: string, limit: number): Promise<readonly string[]>;
  sections(id: string): Promise<readonly StoredSection[]>;
  section(id: string, section: string): Promise<StoredSection | undefined>;
  keyring(id: string): Promise<(Recipients & { readonly slots: Slots }) | undefined>;
  /** A section whose key has been destroyed: something else stands in its place. */
  sectionDestroyed(id: string, section: string): Promise<boolean>;
  putSlot(id: string, section: string, slot: Slot): Promise<void>;
  /** @throws StoreError STORE_DUPLICATE when the upload has a chunk of that number. */
  addChunk(id: string, section: string, upload: string, seq: number, body: Uint8Array): Promise<void>;
  chunk(id: string, section: string, upload: string, seq: number): Promise<Uint8Array | undefined>;
  /** The first upload to be whole wins; true when it is this one. */
  finishUpload(id: string, section: string, upload: string): Promise<boolean>;
  dropUpload(id: string, section: string, upload: string): Promise<void>;
  /** What there is of a section, the longest first. */
  uploads(id: string, section: string): Promise<readonly UploadProgress[]>;
  /** Takes every other upload of the section away. */
  keepUpload(id: string, section: string, upload: string): Promise<void>;
  /** Takes the bytes of one section away; the row of the section stays. */
  dropChunks(id: string, section: string): Promise<void>;
}
