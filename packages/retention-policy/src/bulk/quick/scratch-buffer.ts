/** Room for one block of rows, used again for every block. */
import { BLOCK } from "../key.ts";

/** Rows of one block, by number; `length` of them count. */
export interface RowList {
  readonly rows: Int32Array;
  length: number;
}

/** Room for a block, used again for every block. */
export interface Scratch {
  /** Rows that have to go the general way. */
  readonly rest: RowList;
  readonly masks: Uint8Array;
  readonly part: Int32Array;
}

export function makeScratch(): Scratch {
  return {
    rest: { rows: new Int32Array(BLOCK), length: 0 },
    masks: new Uint8Array(BLOCK),
    part: new Int32Array(BLOCK),
  };
}

/** Leaves a row to the general way. */
export function keep({ rest }: Scratch, row: number): void {
  rest.rows[rest.length++] = row;
}

/** Leaves rows to the general way. */
export function keepAll({ rest }: Scratch, rows: Int32Array): void {
  rest.rows.set(rows, rest.length);
  rest.length += rows.length;
}
