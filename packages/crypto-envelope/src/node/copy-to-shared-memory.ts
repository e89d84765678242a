/**
 * Copies a part of `bytes` into memory that threads share, in one go. `set` writes there word by word, at a tenth of
 * the speed, and so does `copy` of a whole Buffer, which calls it; its last byte goes apart, therefore.
 */
export function copyShared(
  bytes: Uint8Array,
  from: number,
  to: number,
  target: Uint8Array,
  at: number,
): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = from === 0 && to === bytes.length ? to - 1 : to;
  whole.copy(target, at, from, end);
  if (end < to) target[at + end] = bytes[end] ?? 0;
}
