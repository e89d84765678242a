// Crockford's base 32: no I, L, O or U, which are misheard and misread.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A short number to say over the telephone: `K7Q2-9MXD-4` of a record id (hexadecimal): its first 40 bits in Crockford's base 32, then a check character,
 * the sum of the eight values each times its place, modulo 31.
 */
export function referenceNumber(record: string): string {
  const value = BigInt(`0x${record.slice(0, 10)}`);
  const digits = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(35 - 5 * index)) & 31n));
  const check = digits.reduce((sum, digit, index) => sum + digit * (index + 1), 0) % 31;
  const text = digits.map((digit) => alphabet.charAt(digit)).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}-${alphabet.charAt(check)}`;
}
