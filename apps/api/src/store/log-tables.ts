/** The tables of the append-only log and its tree, as Kysely sees them. */

export interface EventTable {
  controller: string;
  seq: number;
  stream: string;
  version: number;
  type: string;
  at: string;
  entry: string;
}

export interface StreamTable {
  controller: string;
  stream: string;
  version: number;
}

export interface ChainHeadTable {
  controller: string;
  size: number;
  /** The right edge of the tree: what it takes to append without reading the tree. */
  peaks: string;
  numbers: number;
}

export interface ChainNodeTable {
  controller: string;
  level: number;
  idx: number;
  hash: Uint8Array;
}

export interface CheckpointTable {
  controller: string;
  size: number;
  note: string;
  at: string;
}
