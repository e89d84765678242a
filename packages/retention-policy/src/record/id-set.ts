/**
 * Ids that were seen: their bytes end to end, since a Set of a million texts costs five times as much. As long as they
 * come in order, as exports mostly have them, the last one tells; the table of all is made when one does not.
 */
import { encodeText } from "../csv/text.ts";

const FIRST_IDS = 1 << 13;
const GROWTH = 4;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function isSame(a: Uint8Array, from: number, b: Uint8Array, start: number, size: number): boolean {
  for (let at = 0; at < size; at++) if (a[from + at] !== b[start + at]) return false;
  return true;
}

/** Tells whether an id was there before. */
export class IdSet {
  /** For each place the hash of an id and its number, from 1; number 0 where the place is free. */
  private table: Int32Array<ArrayBuffer> | undefined;
  private bytes = new Uint8Array(FIRST_IDS * 8);
  /** Where the id of a number ends; that of number 0 is none. There are half as many as places. */
  private ends = new Int32Array(FIRST_IDS + 1);
  private size = 0;

  /** Adds the id in a range of bytes; false where it is there already. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.size + 1 === this.ends.length) this.grow();
    if (this.table === undefined) {
      if (this.isAfterLast(bytes, start, end)) {
        this.keep(bytes, start, end);
        return true;
      }
      this.table = this.makeTable();
    }
    const { table, ends } = this;
    const hash = hashOf(bytes, start, end);
    const mask = table.length - 1;
    const size = end - start;
    let place = (hash << 1) & mask;
    for (let number = table[place + 1] as number; number !== 0; number = table[place + 1] as number) {
      if (table[place] === hash) {
        const from = ends[number - 1] as number;
        if ((ends[number] as number) - from === size && isSame(this.bytes, from, bytes, start, size))
          return false;
      }
      place = (place + 2) & mask;
    }
    table[place] = hash;
    table[place + 1] = this.size + 1;
    this.keep(bytes, start, end);
    return true;
  }

  /** Adds the id in a text; false where it is there already. */
  addText(id: string): boolean {
    const bytes = encodeText(id);
    return this.add(bytes, 0, bytes.length);
  }

  /** Whether an id comes after the last one: longer, or as long and with the first other byte greater. */
  private isAfterLast(bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.size === 0 ? 0 : (this.ends[this.size - 1] as number);
    const size = (this.ends[this.size] as number) - from;
    if (end - start !== size) return end - start > size;
    let at = 0;
    while (at < size && this.bytes[from + at] === bytes[start + at]) at++;
    return at < size && (bytes[start + at] as number) > (this.bytes[from + at] as number);
  }

  private keep(bytes: Uint8Array, start: number, end: number): void {
    let to = this.ends[this.size] as number;
    const last = to + end - start;
    if (last > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, last));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const kept = this.bytes;
    for (let at = start; at < end; at++) kept[to++] = bytes[at] as number;
    this.size += 1;
    this.ends[this.size] = to;
  }

  private grow(): void {
    const ends = new Int32Array((this.ends.length - 1) * GROWTH + 1);
    ends.set(this.ends);
    this.ends = ends;
    if (this.table !== undefined) this.table = this.makeTable();
  }

  private makeTable(): Int32Array<ArrayBuffer> {
    const table = new Int32Array((this.ends.length - 1) * 4);
    const mask = table.length - 1;
    for (let number = 1; number <= this.size; number++) {
      const hash = hashOf(this.bytes, this.ends[number - 1] as number, this.ends[number] as number);
      let place = (hash << 1) & mask;
      while (table[place + 1] !== 0) place = (place + 2) & mask;
      table[place] = hash;
      table[place + 1] = number;
    }
    return table;
  }
}
