/** What has happened, as the log has it: each kind of stream with the events that may stand in it. */
import type { StoredEvent, Unit } from "@tillit/record-store";
import type { Streams } from "../streams.ts";

export type StreamKind = keyof Streams;

type Types<K extends StreamKind> = keyof Streams[K] & string;

/** One of the things that can happen in a stream of this kind. */
export type Happening<K extends StreamKind> = {
  readonly [T in Types<K>]: { readonly type: T; readonly data: Streams[K][T] & object };
}[Types<K>];

/** The same, as an entry of the log. */
export type Logged<K extends StreamKind> = Omit<StoredEvent, "type" | "data"> & Happening<K>;

export function streamName(kind: StreamKind, id: string): string {
  return `${kind}/${id}`;
}

/** Whose stream it is: the name without its kind. */
export function idIn({ stream }: Pick<StoredEvent, "stream">): string {
  return stream.slice(stream.indexOf("/") + 1);
}

/**
 * The one place that takes the log at its word: what stands in a stream of some kind was appended as that kind's, and
 * `append` lets nothing else in.
 */
export function isOf<K extends StreamKind>(event: StoredEvent, kind: K): event is StoredEvent & Logged<K> {
  return event.stream.startsWith(`${kind}/`);
}

export async function load<K extends StreamKind>(
  unit: Unit,
  kind: K,
  id: string,
): Promise<readonly Logged<K>[]> {
  return only(await unit.log.load(streamName(kind, id)), kind);
}

export function only<K extends StreamKind>(events: readonly StoredEvent[], kind: K): readonly Logged<K>[] {
  return events.filter((event) => isOf(event, kind));
}

/** Whose streams of a kind there are, in order. */
export async function idsOf(unit: Unit, kind: StreamKind): Promise<readonly string[]> {
  return (await unit.log.streams(streamName(kind, ""))).map((stream) => idIn({ stream }));
}
