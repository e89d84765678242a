/** Days spelt `YYYY-MM-DD`, from bytes by arithmetic. */

/** Not such a spelling of the years 1901–2099; whoever asks goes the slow way. */
export const NOT_ISO: number = -2_147_483_646;

const monthDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day number of ten bytes, or {@link NOT_ISO}; 29 February is left to the slow way. */
export function isoDay(bytes: Uint8Array, at: number): number {
  const a = (bytes[at] as number) - 48;
  const b = (bytes[at + 1] as number) - 48;
  const c = (bytes[at + 2] as number) - 48;
  const d = (bytes[at + 3] as number) - 48;
  const e = (bytes[at + 5] as number) - 48;
  const f = (bytes[at + 6] as number) - 48;
  const g = (bytes[at + 8] as number) - 48;
  const h = (bytes[at + 9] as number) - 48;
  // Below zero as soon as one of them is no digit.
  const low = a | b | c | d | e | f | g | h;
  const high = (9 - a) | (9 - b) | (9 - c) | (9 - d) | (9 - e) | (9 - f) | (9 - g) | (9 - h);
  const year = a * 1000 + b * 100 + c * 10 + d;
  const month = e * 10 + f;
  const date = g * 10 + h;
  if ((low | high) < 0 || bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NOT_ISO;
  if (year < 1901 || year > 2099 || month < 1 || month > 12) return NOT_ISO;
  if (date < 1 || date > (lengths[month - 1] as number)) return NOT_ISO;
  const leaps = ((year - 1901) >> 2) - 17;
  const leap = (year & 3) === 0 && month > 2 ? 1 : 0;
  return (year - 1970) * 365 + leaps + (monthDays[month - 1] as number) + leap + date - 1;
}
