/** The tables of sealed envelopes and of the keys they are sealed to. */

export interface KeyDocumentTable {
  controller: string;
  seq: number;
  document: string;
  added_at: string;
}

/** Which controller a record belongs to, before anyone is known: ids only, so it has no controller wall. */
export interface DirectoryTable {
  record: string;
  controller: string;
  app: string;
  applicant: string;
  cid: string;
}

export interface EnvelopeTable {
  controller: string;
  id: string;
  kind: string;
  parent: string | null;
  app: string;
  applicant: string;
  cid: string;
  digest: string;
  manifest: string;
  recipients: string;
  facts: string;
  created_at: string;
  complete: number;
}

export interface SectionTable {
  controller: string;
  record: string;
  id: string;
  class: string;
  size: number;
  hash: string;
  /** The upload whose bytes were whole and right; null until there is one. */
  upload: string | null;
}

/** One row a section: shredding is an update that leaves no key behind. */
export interface SlotTable {
  controller: string;
  record: string;
  section: string;
  slot: string;
}

export interface ChunkTable {
  controller: string;
  record: string;
  section: string;
  /** Each upload has bytes of its own, so that a second one can neither mix with nor spoil the first. */
  upload: string;
  seq: number;
  body: Uint8Array;
}
