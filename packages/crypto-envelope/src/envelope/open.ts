import { concatBytes } from "@noble/hashes/utils.js";
import { EnvelopeError, unexpected } from "../errors.ts";
import { type Keyring, type ShredRecord, checkedSlot, keyringOf, matchKeyring } from "../format/keyring.ts";
import type { ManifestSection } from "../format/manifest.ts";
import type { Decapsulator } from "../kem/keys.ts";
import type { Backend, Room } from "../payload/backend/backend.ts";
import { unpadded } from "../payload/padding.ts";
import { type KnownBlob, openRange } from "../payload/range.ts";
import { openSlot } from "../payload/slot.ts";
import { type Bytes, letGo, piecesOf } from "../payload/source.ts";
import { openStream } from "../payload/stream.ts";
import { type ContentStream, type Streaming, pullStream } from "../content/content-stream.ts";
import { type Verified, asSigned, assertVerified, sectionNamed, signedSegments } from "./verify.ts";
import { sectionContext, unwrapAll } from "./wrap.ts";

/** A section as its opener sees it. */
export interface SectionInfo {
  readonly id: string;
  readonly class: string;
  readonly group: string;
  /** Bytes of the sealed blob. */
  readonly size: number;
  /** `locked`: this key is not in the section's group. `shredded`: nobody can read it any more. */
  readonly state: "readable" | "locked" | "shredded";
  readonly shredded?: ShredRecord;
}

/** How a section is read. */
export interface ReadOptions {
  /** Stops reading with its reason, also where the blob gives nothing more. */
  readonly signal?: AbortSignal;
  /** Content bytes read so far. */
  readonly onProgress?: (done: number) => void;
}

/**
 * An opened envelope: keys in memory until `close`. Reading throws FORMAT (no such section), SHREDDED, NO_KEY, CORRUPT,
 * COMMITMENT, TRUNCATED (CE1 section 9, steps 7 and 8), for one section at a time.
 */
export interface Opened {
  /** All sections, in the manifest's order. */
  readonly sections: readonly SectionInfo[];
  /** The whole content of a section, completeness checked. For what fits in memory. */
  read(id: string, blob: Bytes, options?: ReadOptions): Promise<Uint8Array>;
  /**
   * The content as it authenticates, at flat memory, as fast as it is read; a reader that stops cancels it. That nothing is missing is known only when `done` resolves:
   * write to a temporary place and publish after it.
   */
  stream(id: string, blob: Bytes): ContentStream;
  /**
   * Bytes `from` (included) to `to` (excluded) of the content, and never anything but what was signed. The first range
   * of a section reads and hashes the whole blob, so that its segments' hashes are known; ranges after that read the
   * segments of 1 MiB that they are in, the first one and, once, those that hold padding. LIMIT where the content is
   * shorter.
   */
  range(id: string, blob: Blob, from: number, to: number): Promise<Uint8Array>;
  /** Wipes the group keys. Reading afterwards throws NO_KEY. */
  close(): void;
}

/** Opens with a given backend; see `open` of the entry points. */
export async function openWith(
  backend: Backend,
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  streamed: Streaming = pullStream,
): Promise<Opened> {
  assertVerified(verified);
  const { cid, manifest } = verified;
  const checked = keyringOf(keyring);
  matchKeyring(checked, manifest, cid);
  const groupKeys = await unwrapAll(backend, checked, cid, holder);
  if (groupKeys.size === 0) throw new EnvelopeError("NO_KEY", "not sealed to this key");

  // By section: the hashes of its segments, which the signed tree hash has proved.
  const known = new Map<string, KnownBlob>();

  async function sectionKey(section: ManifestSection): Promise<Uint8Array> {
    const slot = checkedSlot(checked, section);
    const found = groupKeys.get(section.group);
    if (found === undefined) throw new EnvelopeError("NO_KEY", "not sealed to this key");
    return openSlot(backend, found.groupKey, sectionContext("slot", cid, section.id), slot);
  }

  async function* contentOf(
    id: string,
    blob: Bytes,
    signal?: AbortSignal,
    room?: Room,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    let section: ManifestSection;
    let key: Uint8Array;
    try {
      section = sectionNamed(verified, id);
      key = await sectionKey(section);
    } catch (cause) {
      await letGo(blob);
      throw cause;
    }
    const sealed = asSigned(backend, section, piecesOf(blob, signal));
    const context = sectionContext("blob", cid, id);
    yield* unpadded(openStream(backend, key, context, sealed, room), section.pad);
  }

  return {
    sections: manifest.sections.map((section) => infoOf(section, checked, groupKeys)),
    read: async (id, blob, { onProgress, signal } = {}) => {
      const pieces: Uint8Array[] = [];
      let done = 0;
      for await (const piece of contentOf(id, blob, signal)) {
        pieces.push(piece);
        onProgress?.((done += piece.length));
      }
      return concatBytes(...pieces);
    },
    stream: (id, blob) =>
      streamed((signal, room) => {
        signal.addEventListener("abort", () => void letGo(blob));
        return contentOf(id, blob, signal, room);
      }),
    range: async (id, blob, from, to) => {
      if (!(blob instanceof Blob)) throw unexpected("blob", "a Blob");
      const section = sectionNamed(verified, id);
      const key = await sectionKey(section);
      if (blob.size !== section.size) {
        const code = blob.size < section.size ? "TRUNCATED" : "CORRUPT";
        throw new EnvelopeError(code, "the blob has not the signed size");
      }
      const found = known.get(id) ?? { segments: await signedSegments(backend, section, blob) };
      known.set(id, found);
      const context = sectionContext("blob", cid, id);
      return openRange(backend, { key, context, pad: section.pad, blob, known: found }, from, to);
    },
    close: () => {
      for (const { groupKey } of groupKeys.values()) groupKey.fill(0);
      groupKeys.clear();
    },
  };
}

function infoOf(section: ManifestSection, keyring: Keyring, groupKeys: Map<string, unknown>): SectionInfo {
  const { class: kind, group, id, size } = section;
  const info = { id, class: kind, group, size };
  const slot = keyring.slots[id];
  if (typeof slot === "object") return { ...info, state: "shredded", shredded: slot };
  return { ...info, state: groupKeys.has(group) ? "readable" : "locked" };
}
