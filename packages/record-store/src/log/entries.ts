/** Log entries and the tree's right edge as the tables keep them. */
import { hash } from "node:crypto";
import { append, type Appended, type StoredNode, type Tree } from "@tillit/merkle-tree";
import { canonicalize } from "@tillit/canonical-json";
import type { JsonObject, NewEvent, StoredEvent } from "../store.ts";

export function readPeaks(text: string): Uint8Array[] {
  return text === "" ? [] : text.split(" ").map((peak) => new Uint8Array(Buffer.from(peak, "base64url")));
}

export function writePeaks(peaks: readonly Uint8Array[]): string {
  return peaks.map((peak) => Buffer.from(peak).toString("base64url")).join(" ");
}

const hashLength = 32;

/** The hashes that one entry completes, from its leaf upwards: each level has one at most. */
export function writeNodes(nodes: readonly StoredNode[]): Buffer {
  return Buffer.concat(nodes.map(({ hash }) => hash));
}

/** The entry whose row holds a node: the last one that the node covers. */
export function withNode(level: number, index: number): number {
  return (index + 1) * 2 ** level - 1;
}

export function nodeIn(nodes: Uint8Array, level: number): Uint8Array | undefined {
  const hash = nodes.subarray(level * hashLength, (level + 1) * hashLength);
  return hash.length === hashLength ? new Uint8Array(hash) : undefined;
}

/** The canonical text of an entry; its bytes are the leaf. */
export function writeEntry(controller: string, event: StoredEvent): string {
  const { stream, version, type, at, by, activity, data } = event;
  return canonicalize({ controller, stream, version, type, at, by, activity, data });
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer");
}

/** The tree with an entry's text at its end. */
export function grow(tree: Tree, entry: string): Appended {
  return append(tree, Buffer.from(entry), sha256);
}

/** An entry as it was appended; `seq` is its place in the controller's log. */
export function readEntry(seq: number, entry: string): StoredEvent {
  const { stream, version, type, at, by, activity, data } = JSON.parse(entry) as NewEvent & {
    stream: string;
    version: number;
    data: JsonObject;
  };
  return { seq, stream, version, type, at, by, activity, data };
}
