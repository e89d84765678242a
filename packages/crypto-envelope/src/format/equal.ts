/** Whether two byte strings are the same, in a time that depends on their length only. */
export function equalBytes(one: Uint8Array, two: Uint8Array): boolean {
  if (one.length !== two.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] ?? 0) ^ (two[at] ?? 0);
  return difference === 0;
}
