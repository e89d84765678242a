/** The tables of the append-only log and its tree, as Kysely sees them. */

export interface EventTable {
  controller: string;
  seq: number;
  stream: string;
  version: number;
  type: string;
  at: string;
  entry: string;
  /** The hashes of the tree that became whole with this entry, 32 bytes each, the leaf's first. */
  nodes: Uint8Array;
}

export interface ChainHeadTable {
  controller: string;
  size: number;
  /** The right edge of the tree: what it takes to append without reading the tree. */
  peaks: string;
  numbers: number;
}

export interface CheckpointTable {
  controller: string;
  size: number;
  note: string;
  at: string;
}
