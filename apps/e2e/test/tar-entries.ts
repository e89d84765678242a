/** The files of a tar archive (POSIX ustar), by path. */
export function tarEntries(tar: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const field = (from: number, length: number): string =>
    tar.toString("utf8", from, from + length).replace(/\0.*$/su, "");
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const [name, prefix] = [field(at, 100), field(at + 345, 155)];
    entries.set(prefix === "" ? name : `${prefix}/${name}`, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}
