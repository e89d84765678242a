/** Puts the rows of a block in the order of their groups: a counting sort, so rows of a group keep their order. */
import { BLOCK } from "./key.ts";

export class Sorter {
  /** Entry number of each row of the block, written by the cell index. */
  readonly entries: Int32Array = new Int32Array(BLOCK);
  private readonly groups = new Uint16Array(BLOCK);
  private readonly order = new Int32Array(BLOCK);
  private ends = new Int32Array(64);
  private starts = new Int32Array(64);

  /** Sorts rows `start` to `end` by the group of their entry. */
  sort(groupOf: Uint16Array, groupCount: number, start: number, end: number): void {
    if (groupCount > this.ends.length) {
      this.ends = new Int32Array(groupCount * 2);
      this.starts = new Int32Array(groupCount * 2);
    }
    const { entries, groups, order, ends, starts } = this;
    const length = end - start;
    ends.fill(0, 0, groupCount);
    for (let at = 0; at < length; at++) {
      const group = groupOf[entries[at] as number] as number;
      groups[at] = group;
      ends[group] = (ends[group] as number) + 1;
    }
    let sum = 0;
    for (let group = 0; group < groupCount; group++) {
      starts[group] = sum;
      sum += ends[group] as number;
      ends[group] = starts[group] as number;
    }
    for (let at = 0; at < length; at++) {
      const group = groups[at] as number;
      const place = ends[group] as number;
      order[place] = start + at;
      ends[group] = place + 1;
    }
  }

  /** Rows of a group in the block sorted last. */
  rowsOf(group: number): Int32Array {
    return this.order.subarray(this.starts[group], this.ends[group]);
  }
}
