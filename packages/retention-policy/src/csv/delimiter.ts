/** The delimiter a header line suggests: the commonest of tab, semicolon and comma. */
export function guessDelimiter(chunk: Uint8Array): string {
  const counts = { "\t": 0, ";": 0, ",": 0 };
  for (const byte of chunk) {
    if (byte === 0x0a) break;
    if (byte === 0x09) counts["\t"] += 1;
    else if (byte === 0x3b) counts[";"] += 1;
    else if (byte === 0x2c) counts[","] += 1;
  }
  return counts["\t"] > counts[";"] && counts["\t"] > counts[","]
    ? "\t"
    : counts[";"] > counts[","]
      ? ";"
      : ",";
}
