import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError, beyond } from "../errors.ts";
import { toBase64Url } from "../format/base64.ts";
import { contextId, contextReaders } from "../format/context.ts";
import type { Dsse } from "../format/dsse.ts";
import { hashOf } from "../format/fields.ts";
import { canonicalBytesOf, fieldsOf, objectOf } from "../format/json.ts";
import type { Keyring, Stanza } from "../format/keyring.ts";
import {
  type Manifest,
  type ManifestGroup,
  type ManifestSection,
  manifestOf,
  manifestType,
} from "../format/manifest.ts";
import { limits } from "../limits.ts";
import { saltSize } from "../payload/derive.ts";
import { padded } from "../payload/padding.ts";
import { sealSlot } from "../payload/slot.ts";
import { letGo, piecesOf } from "../payload/source.ts";
import { sealStream } from "../payload/stream.ts";
import { treeHash, treeRoot } from "../payload/tree.ts";
import type { Engine } from "./engine.ts";
import { selfKem } from "./policy.ts";
import {
  type Keys,
  type SealInput,
  type SealOptions,
  type SectionInput,
  checkSections,
  chosenKeys,
  groupNameOf,
} from "./seal-options.ts";
import { sectionContext, wrap } from "./wrap.ts";

export type { SealOptions, SectionInput };

/** A sealed envelope, blobs apart (they went to the sinks). */
export interface Sealed {
  /** Signed, never changes. Goes to the operator as JSON. */
  readonly manifest: Dsse;
  /** Changes when recipients or sections do. Goes to the operator as JSON. */
  readonly keyring: Keyring;
  /** SHA-256 of the signed payload; 32 bytes. */
  readonly digest: Uint8Array;
}

interface Group {
  readonly listed: ManifestGroup;
  readonly key: Uint8Array;
  readonly stanzas: readonly Stanza[];
}

/** Seals with a given engine; see `seal` of the entry points. */
export async function sealWith(engine: Engine, options: SealInput): Promise<Sealed> {
  const context = fieldsOf(options.context, "context", contextReaders);
  const { receipt, signal } = options;
  objectOf(receipt, "receipt");
  if (receipt.app !== context.app)
    throw new EnvelopeError("CONTEXT", "the receipt is for another application");
  checkSections(options);
  const chosen = chosenKeys(options);
  const { supersedes: replaced } = options;
  const supersedes = replaced === undefined ? null : hashOf(toBase64Url(replaced), "supersedes");
  const cid = contextId(context, receipt.applicant);
  const groups = new Map<string, Group>();
  for (const [id, keys] of chosen) groups.set(id, await makeGroup(engine, cid, id, keys, options));
  const sections: ManifestSection[] = [];
  const slots: Record<string, string> = {};
  try {
    for (const input of options.sections) {
      signal?.throwIfAborted();
      const group = groups.get(groupNameOf(input, options)) as Group;
      const sealed = await sealSection(engine, cid, input, group, options);
      sections.push(sealed.listed);
      slots[input.id] = toBase64Url(sealed.slot);
    }
  } catch (cause) {
    for (const { data } of options.sections) await letGo(data);
    throw cause;
  }
  const manifest: Manifest = manifestOf({
    context: { ...context, applicant: toBase64Url(receipt.applicant) },
    groups: [...groups.values()].map(({ listed }) => listed),
    sections,
    suite: "CE1",
    supersedes,
    v: 1,
  });
  const payload = canonicalBytesOf(manifest);
  if (payload.length > limits.manifestBytes) throw beyond("manifest", limits.manifestBytes, "bytes");
  const stanzas = [...groups.values()].flatMap((group) => group.stanzas);
  return {
    manifest: receipt.sign(manifestType, payload),
    keyring: { v: 1, cid: toBase64Url(cid), stanzas, slots },
    digest: sha256(payload),
  };
}

async function makeGroup(
  engine: Engine,
  cid: Uint8Array,
  id: string,
  keys: Keys,
  { receipt, signal }: SealInput,
): Promise<Group> {
  const everyone = [...keys, await receipt.publicKey(selfKem(keys))];
  const key = engine.entropy.bytes(32);
  const stanzas: Stanza[] = [];
  for (const to of everyone) {
    signal?.throwIfAborted();
    stanzas.push(await wrap(engine, cid, id, to, key));
  }
  return { listed: { id, recipients: everyone.map(({ kid }) => kid) }, key, stanzas };
}

async function sealSection(
  { backend, entropy }: Engine,
  cid: Uint8Array,
  input: SectionInput,
  group: Group,
  options: SealInput,
): Promise<{ listed: ManifestSection; slot: Uint8Array }> {
  const { id, pad = "padme" } = input;
  const key = entropy.bytes(32);
  const slot = await sealSlot(
    backend,
    group.key,
    sectionContext("slot", cid, id),
    key,
    entropy.bytes(saltSize),
  );
  const most = pad === "4k" ? limits.jsonSectionBytes : limits.blobBytes;
  const content = padded(measured(input, options), pad, most);
  const tree = treeHash(backend);
  let size = 0;
  const writer = options.sink(id).getWriter();
  try {
    const salt = entropy.bytes(saltSize);
    const context = sectionContext("blob", cid, id);
    for await (const piece of sealStream(backend, key, context, salt, content, writer.room)) {
      size += piece.length;
      if (size > limits.blobBytes) throw beyond("blob", limits.blobBytes, "bytes");
      await tree.update(piece);
      await writer.ready;
      // A failed write also rejects `ready` and `close`, where it is seen.
      writer.write(piece).catch(() => undefined);
    }
    await writer.close();
  } catch (cause) {
    tree.close();
    await writer.abort(cause).catch(() => undefined);
    throw cause;
  }
  const listed: ManifestSection = {
    class: input.class,
    group: group.listed.id,
    hash: toBase64Url(treeRoot(await tree.segments())),
    id,
    pad,
    size,
    slot: toBase64Url(sha256(slot)),
  };
  return { listed, slot };
}

/** The content, counted; its length must be the one that was promised. */
async function* measured(
  { data, id, size }: SectionInput,
  { onProgress, signal }: SealInput,
): AsyncGenerator<Uint8Array, void, undefined> {
  let done = 0;
  for await (const piece of piecesOf(data, signal)) {
    done += piece.length;
    yield piece;
    onProgress?.(id, done);
  }
  if (size !== undefined && size !== done)
    throw new EnvelopeError("TRUNCATED", "the section has another length than its `size`");
}
