import { append, emptyTree, type NodeReader, type Tree } from "../src/index.ts";

export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}

export function hex(data: Uint8Array): string {
  return Buffer.from(data).toString("hex");
}

/** A log with its stored nodes, as a database would keep them. */
export function logOf(entries: readonly Uint8Array[]): { readonly tree: Tree; readonly read: NodeReader } {
  const stored = new Map<string, Uint8Array>();
  let tree = emptyTree;
  for (const entry of entries) {
    const appended = append(tree, entry);
    for (const { level, index, hash } of appended.nodes) stored.set(`${level}/${index}`, hash);
    tree = appended.tree;
  }
  return { tree, read: (level, index) => stored.get(`${level}/${index}`) };
}

/** The eight entries of the Certificate Transparency test data. */
export const eight: readonly Uint8Array[] = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(bytes);
