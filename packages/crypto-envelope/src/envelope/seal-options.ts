import type { VerifiedKeys } from "../directory/key-document.ts";
import { EnvelopeError, beyond, unexpected } from "../errors.ts";
import type { Context } from "../format/context.ts";
import { idOf, namedListOf, objectOf, oneOf } from "../format/json.ts";
import type { PublicKey } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import type { Room } from "../payload/backend/backend.ts";
import { type Padding, paddings } from "../payload/padding.ts";
import type { Bytes } from "../payload/source.ts";
import type { Receipt } from "../sender/receipt.ts";
import { type SealPolicy, chooseKeys } from "./policy.ts";

/** One section or attachment to seal. */
export interface SectionInput {
  /** 1 to 32 of a-z, 0-9 and hyphen, once in an envelope; visible to the operator. */
  readonly id: string;
  /** What retention calls it; as `id`, but several sections may have the same. */
  readonly class: string;
  /** Which group may read it; may be left out where there is only one. */
  readonly group?: string;
  /** The content, read once. A stream that fails makes `seal` fail with its error; where sealing fails it is cancelled. */
  readonly data: Bytes;
  /** Bytes of `data` where known; a different length is then refused with TRUNCATED. */
  readonly size?: number;
  /** Default `padme`. `4k` sections may hold at most 4 MiB. */
  readonly pad?: Padding;
}

/** What `seal` needs. */
export interface SealOptions {
  /** What the envelope is for. Its `app` must be the receipt's. */
  readonly context: Context;
  /** Signs, and opens again. The same for all envelopes of one submission. */
  readonly receipt: Receipt;
  /** Group id to the verified key documents of its recipients. */
  readonly to: Readonly<Record<string, readonly VerifiedKeys[]>>;
  /** 1 to 256, sealed one after another. */
  readonly sections: readonly SectionInput[];
  /** Which kinds of keys are taken; by default one kind in a group. */
  readonly policy?: SealPolicy;
  /** `digest` of the manifest that this one replaces; 32 bytes. */
  readonly supersedes?: Uint8Array;
  /**
   * Stops between pieces, and at once where content is waited for; sinks that are open are aborted. What a sink is
   * writing is waited for: give it the signal too where that may take long.
   */
  readonly signal?: AbortSignal;
  /** Where the sealed bytes of a section go; closed when complete, aborted on any failure. */
  readonly sink: (id: string) => WritableStream<Uint8Array>;
  /** Content bytes read so far of a section. */
  readonly onProgress?: (id: string, done: number) => void;
}

/** Writes the pieces of one blob: a `WritableStreamDefaultWriter`, or what does the same. */
export interface BlobWriter {
  /** Resolves when the next piece may be written. */
  readonly ready: Promise<unknown>;
  write(piece: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason: unknown): Promise<void>;
  readonly room?: Room;
}

/** `SealOptions`, or with other sinks that an entry point takes. */
export interface SealInput extends Omit<SealOptions, "sink"> {
  readonly sink: (id: string) => { getWriter(): BlobWriter };
}

/** The keys that one group is sealed to. */
export type Keys = readonly PublicKey[];

const sectionsOf = /* @__PURE__ */ namedListOf(
  limits.sections,
  1,
  (section) => section as SectionInput,
  ({ id }) => idOf(id, "section id"),
);

/** Whatever can be seen to be wrong with the sections before any work. */
export function checkSections(options: SealInput): void {
  const { sink, to } = options;
  if (typeof sink !== "function") throw unexpected("sink", "a function");
  if (Object.keys(objectOf(to, "to")).length > limits.groups) throw beyond("groups", limits.groups);
  for (const section of sectionsOf(options.sections, "sections")) {
    idOf(section.class, "class");
    if (section.pad !== undefined) oneOf(...paddings)(section.pad, "pad");
    groupNameOf(section, options);
  }
}

/** A section's group: the one it names, or the only one there is. Throws POLICY. */
export function groupNameOf({ group }: SectionInput, { to }: SealInput): string {
  const [only, ...others] = Object.keys(to);
  const name = group ?? (others.length === 0 ? only : undefined);
  if (name === undefined || !Object.hasOwn(to, name))
    throw new EnvelopeError("POLICY", "a section names no group of `to`");
  return name;
}

/** The keys that each group is sealed to, the applicant's aside, before any of them is used. */
export function chosenKeys({ context, policy = {}, to }: SealInput): readonly (readonly [string, Keys])[] {
  const named = new Set([...context.controllers, context.app]);
  let count = 0;
  return Object.entries(to).map(([id, holders]) => {
    const keys = chooseKeys(holders, policy);
    // The applicant's own keys are under the number of the application.
    if (!holders.every(({ controller }) => named.has(controller)))
      throw new EnvelopeError("CONTEXT", "keys of a controller that the context does not name");
    count += keys.length + 1;
    if (count > limits.recipients) throw beyond("recipients", limits.recipients);
    return [idOf(id, "group id"), keys];
  });
}
