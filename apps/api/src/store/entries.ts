/** Log entries and the tree's right edge as the tables keep them. */
import { canonicalize } from "@tillit/canonical-json";
import type { JsonObject, NewEvent, StoredEvent } from "./store.ts";

export function readPeaks(text: string): Uint8Array[] {
  return text === "" ? [] : text.split(" ").map((peak) => new Uint8Array(Buffer.from(peak, "base64url")));
}

export function writePeaks(peaks: readonly Uint8Array[]): string {
  return peaks.map((peak) => Buffer.from(peak).toString("base64url")).join(" ");
}

/** The canonical text of an entry; its bytes are the leaf. */
export function writeEntry(controller: string, event: StoredEvent): string {
  const { stream, version, type, at, by, activity, data } = event;
  return canonicalize({ controller, stream, version, type, at, by, activity, data });
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
