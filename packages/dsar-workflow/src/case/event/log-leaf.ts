import { canonicalBytes } from "@tillit/canonical-json";
import type { DsarEvent } from "./event.ts";

/**
 * The bytes of an event as a leaf of an audit log: its canonical JSON (RFC 8785). Fields cannot run into each other,
 * since every name and value keeps its quotes.
 */
export function eventLeaf(event: DsarEvent): Uint8Array {
  return canonicalBytes(event);
}
