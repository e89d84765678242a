import { EnvelopeError, beyond, unexpected } from "../errors.ts";
import { limits } from "../limits.ts";
import { plainSize } from "../payload/derive.ts";
import { type Padding, paddings } from "../payload/padding.ts";
import { type Context, contextReaders } from "./context.ts";
import { hashOf, kidOf } from "./fields.ts";
import { type Reader, idOf, namedListOf, oneOf, recordOf, v1, versionOne, wholeOf } from "./json.ts";

export const manifestType = "application/vnd.cenv.manifest.v1+json";

/** Who shares one group key: the `kid`s at the time of sealing. */
export interface ManifestGroup {
  readonly id: string;
  readonly recipients: readonly string[];
}

/** One section or attachment, without its content. */
export interface ManifestSection {
  readonly class: string;
  readonly group: string;
  /** Tree hash of the sealed blob, base64url. */
  readonly hash: string;
  readonly id: string;
  readonly pad: Padding;
  /** Bytes of the sealed blob. */
  readonly size: number;
  /** SHA-256 of the slot, base64url. */
  readonly slot: string;
}

/** The signed, unchanging part of an envelope. */
export interface Manifest {
  readonly context: Context & { readonly applicant: string };
  readonly groups: readonly ManifestGroup[];
  readonly sections: readonly ManifestSection[];
  readonly suite: "CE1";
  /** SHA-256 of the payload of the manifest this one replaces, base64url, or null. */
  readonly supersedes: string | null;
  readonly v: 1;
}

const groupOf: Reader<ManifestGroup> = (value) =>
  recordOf(value, "group", {
    id: idOf,
    recipients: namedListOf(limits.recipients, 1, kidOf, (kid) => kid),
  });

const sizeOf: Reader<number> = (value, what) => {
  const size = wholeOf(value, what);
  if (size > limits.blobBytes) throw beyond(what, limits.blobBytes);
  return size;
};

const sectionOf: Reader<ManifestSection> = (value) => {
  const section = recordOf<ManifestSection>(value, "section", {
    class: idOf,
    group: idOf,
    hash: hashOf,
    id: idOf,
    pad: oneOf(...paddings),
    size: sizeOf,
    slot: hashOf,
  });
  const { pad, size } = section;
  const plain = plainSize(size);
  if (plain === undefined || (pad !== "none" && plain === 0))
    throw unexpected("size", "that of a sealed blob");
  if (pad === "4k" && plain > limits.jsonSectionBytes + 4096)
    throw beyond("4k section", limits.jsonSectionBytes);
  if (pad === "4k" && plain % 4096 !== 0) throw unexpected("4k section", "a multiple of 4096");
  return section;
};

/** Checks every field of a parsed manifest. Throws VERSION, SUITE, FORMAT, LIMIT. */
export function manifestOf(value: unknown): Manifest {
  versionOne(value, "manifest");
  const suiteOf: Reader<"CE1"> = (suite) => {
    if (suite !== "CE1") throw new EnvelopeError("SUITE", "manifest: suite CE1 expected");
    return suite;
  };
  suiteOf((value as { suite?: unknown }).suite, "suite");
  const manifest = recordOf<Manifest>(value, "manifest", {
    context: (fields, what) => recordOf(fields, what, { ...contextReaders, applicant: hashOf }),
    groups: namedListOf(limits.groups, 1, groupOf, ({ id }) => id),
    sections: namedListOf(limits.sections, 1, sectionOf, ({ id }) => id),
    suite: suiteOf,
    supersedes: (digest, what) => (digest === null ? null : hashOf(digest, what)),
    v: v1,
  });
  const { groups, sections } = manifest;
  if (groups.reduce((sum, { recipients }) => sum + recipients.length, 0) > limits.recipients)
    throw beyond("recipients", limits.recipients);
  if (!sections.every(({ group }) => groups.some(({ id }) => id === group)))
    throw unexpected("section", "a listed group");
  return manifest;
}
