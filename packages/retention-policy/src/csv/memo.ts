/** Remembers what each distinct spelling of a cell meant, keys side by side in one array: few cache misses. */

const PLACES = 1024;
/** Longer spellings are not remembered. */
const WIDTH = 32;

/** Reads a cell, mostly from memory; the bytes are compared, the hash only finds the place. */
export class Memo {
  private readonly keys = new Uint8Array(PLACES * WIDTH);
  private readonly sizes = new Uint8Array(PLACES);
  private readonly answers = new Int32Array(PLACES);
  private readonly read: (bytes: Uint8Array, start: number, end: number) => number;

  constructor(read: (bytes: Uint8Array, start: number, end: number) => number) {
    this.read = read;
  }

  /** What a cell that is not empty means. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const { keys } = this;
    const size = end - start;
    const hash =
      Math.imul(bytes[start] as number, 0x9e3b) ^
      Math.imul(bytes[end - 1] as number, 0x85eb) ^
      Math.imul(bytes[start + (size >> 1)] as number, 0xc2b3) ^
      Math.imul(bytes[start + (size > 1 ? 1 : 0)] as number, 0x27d5) ^
      size;
    const place = (hash ^ (hash >>> 11)) & (PLACES - 1);
    if (this.sizes[place] === size) {
      const from = place * WIDTH;
      let at = 0;
      while (at < size && keys[from + at] === bytes[start + at]) at++;
      if (at === size) return this.answers[place] as number;
    }
    return this.ask(bytes, start, end, place);
  }

  private ask(bytes: Uint8Array, start: number, end: number, place: number): number {
    const answer = this.read(bytes, start, end);
    if (end - start > WIDTH) return answer;
    this.keys.set(bytes.subarray(start, end), place * WIDTH);
    this.sizes[place] = end - start;
    this.answers[place] = answer;
    return answer;
  }
}
