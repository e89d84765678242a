/** Cells by key in open addressing: no allocation and no boxed number on the way. */
import type { Cell } from "../decide/cell.ts";
import type { Lens } from "../decide/engine-state.ts";
import type { Columns } from "./columns.ts";
import type { Groups } from "./group.ts";

/** Remembers the cell and the group of every key that has come. */
export class CellIndex {
  /** By entry number. */
  readonly cells: Cell[] = [];
  groupOf: Uint16Array = new Uint16Array(256);
  private slots = 1 << 10;
  private keys = new Float64Array(this.slots).fill(-1);
  private entries = new Int32Array(this.slots);
  private readonly lens: Lens;
  private readonly groups: Groups;

  constructor(lens: Lens, groups: Groups) {
    this.lens = lens;
    this.groups = groups;
  }

  /** Writes the entry number of each row of a block. */
  find(
    from: Int32Array | Float64Array,
    columns: Columns,
    start: number,
    end: number,
    into: Int32Array,
  ): void {
    let { keys, entries } = this;
    let mask = this.slots - 1;
    for (let row = start; row < end; row++) {
      const key = from[row - start] as number;
      let place = hash(key) & mask;
      let found = keys[place] as number;
      while (found !== key && found !== -1) {
        place = (place + 1) & mask;
        found = keys[place] as number;
      }
      if (found === -1) {
        into[row - start] = this.add(key, place, columns, row);
        ({ keys, entries } = this);
        mask = this.slots - 1;
      } else into[row - start] = entries[place] as number;
    }
  }

  private add(key: number, place: number, columns: Columns, row: number): number {
    const cell = this.lens.cellAt(columns.classes, row);
    const entry = this.cells.push(cell) - 1;
    if (entry >= this.groupOf.length) {
      const larger = new Uint16Array(this.groupOf.length * 2);
      larger.set(this.groupOf);
      this.groupOf = larger;
    }
    this.groupOf[entry] = this.groups.of(cell);
    this.keys[place] = key;
    this.entries[place] = entry;
    if (this.cells.length * 2 > this.slots) this.grow();
    return entry;
  }

  private grow(): void {
    const [keys, entries] = [this.keys, this.entries];
    this.slots *= 2;
    this.keys = new Float64Array(this.slots).fill(-1);
    this.entries = new Int32Array(this.slots);
    const mask = this.slots - 1;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (key === -1) continue;
      let place = hash(key) & mask;
      while (this.keys[place] !== -1) place = (place + 1) & mask;
      this.keys[place] = key;
      this.entries[place] = entries[at] as number;
    }
  }
}

function hash(key: number): number {
  const low = key | 0;
  const mixed = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul((key / 4_294_967_296) | 0, 0x297a2d39);
  return mixed ^ (mixed >>> 13);
}
