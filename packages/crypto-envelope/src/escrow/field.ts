/** GF(2^8) with x^8 + x^4 + x^3 + x + 1 (0x11b), without branches or table look-ups on secret values. */

/** Product. */
export function multiply(left: number, right: number): number {
  let a = left;
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= a & -((right >>> bit) & 1);
    a = ((a << 1) ^ (0x11b & -(a >>> 7))) & 0xff;
  }
  return product;
}

/** Inverse, as the 254th power; of 0 it is 0. */
export function invert(value: number): number {
  let power = value;
  let result = 1;
  // 254 = 2 + 4 + 8 + 16 + 32 + 64 + 128
  for (let bit = 1; bit < 8; bit += 1) {
    power = multiply(power, power);
    result = multiply(result, power);
  }
  return result;
}
