import type { NodeAddress, NodeReader } from "@tillit/merkle-tree";
import type { Unit } from "@tillit/record-store";

/** The named hashes of a log's tree, fetched beforehand. */
export async function readerOf(unit: Unit, addresses: readonly NodeAddress[]): Promise<NodeReader> {
  const found = new Map<string, Uint8Array | undefined>();
  for (const { level, index } of addresses) found.set(`${level}/${index}`, await unit.log.node(level, index));
  return (level, index) => found.get(`${level}/${index}`);
}
