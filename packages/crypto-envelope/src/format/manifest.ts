import { limits } from "../limits.ts";
import { EnvelopeError } from "../errors.ts";
import { plainSize } from "../payload/derive.ts";
import { type Padding, paddings } from "../payload/padding.ts";
import { fromBase64Url } from "./base64.ts";
import { type Context, contextOf } from "./context.ts";
import { distinct, fieldsOf, idOf, listOf, oneOf, versionOne, wholeOf } from "./json.ts";

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

function groupOf(value: unknown): ManifestGroup {
  const group = fieldsOf(value, "group", ["id", "recipients"]);
  const recipients = listOf(group["recipients"], "recipients", limits.recipients).map((kid) => kidOf(kid));
  if (recipients.length === 0) throw new EnvelopeError("FORMAT", "recipients: at least one expected");
  distinct(recipients, "recipients");
  return { id: idOf(group["id"], "group id"), recipients };
}

/** A `kid`: base64url of 16 bytes. */
export function kidOf(value: unknown): string {
  fromBase64Url(value, 16);
  return value as string;
}

/** base64url of 32 bytes, as text. */
export function hashOf(value: unknown): string {
  fromBase64Url(value, 32);
  return value as string;
}

function sectionOf(value: unknown): ManifestSection {
  const section = fieldsOf(value, "section", ["class", "group", "hash", "id", "pad", "size", "slot"]);
  const size = wholeOf(section["size"], "size", 0);
  if (size > limits.blobBytes) throw new EnvelopeError("LIMIT", "size: a blob larger than 16 GiB");
  const pad = oneOf(section["pad"], "pad", paddings);
  const plain = plainSize(size);
  if (plain === undefined) throw new EnvelopeError("FORMAT", "size: no sealed blob has this size");
  if (pad !== "none" && plain === 0)
    throw new EnvelopeError("FORMAT", "size: a padded section is never empty");
  if (pad === "4k" && plain > limits.jsonSectionBytes + 4096)
    throw new EnvelopeError("LIMIT", "size: a 4k section larger than 4 MiB");
  if (pad === "4k" && plain % 4096 !== 0) throw new EnvelopeError("FORMAT", "size: not a multiple of 4096");
  return {
    class: idOf(section["class"], "class"),
    group: idOf(section["group"], "group"),
    hash: hashOf(section["hash"]),
    id: idOf(section["id"], "section id"),
    pad,
    size,
    slot: hashOf(section["slot"]),
  };
}

/** Checks every field of a parsed manifest. Throws VERSION, SUITE, FORMAT, LIMIT. */
export function manifestOf(value: unknown): Manifest {
  versionOne(value, "manifest");
  if ((value as { suite?: unknown }).suite !== "CE1") {
    throw new EnvelopeError("SUITE", "manifest: suite CE1 expected");
  }
  const fields = fieldsOf(value, "manifest", ["context", "groups", "sections", "suite", "supersedes", "v"]);
  const context = fieldsOf(fields["context"], "context", [
    "app",
    "applicant",
    "controllers",
    "created",
    "purpose",
    "schema",
  ]) as Record<keyof Manifest["context"], unknown>;
  const groups = listOf(fields["groups"], "groups", limits.groups).map((item) => groupOf(item));
  const sections = listOf(fields["sections"], "sections", limits.sections).map((item) => sectionOf(item));
  const groupIds = groups.map(({ id }) => id);
  distinct(groupIds, "groups");
  distinct(
    sections.map(({ id }) => id),
    "sections",
  );
  if (groups.length === 0 || sections.length === 0) throw new EnvelopeError("FORMAT", "manifest: empty");
  if (groups.reduce((sum, group) => sum + group.recipients.length, 0) > limits.recipients) {
    throw new EnvelopeError("LIMIT", "manifest: more than 512 recipients");
  }
  if (!sections.every(({ group }) => groupIds.includes(group))) {
    throw new EnvelopeError("FORMAT", "section: its group is not listed");
  }
  const { supersedes } = fields as { supersedes: unknown };
  return {
    context: { ...contextOf(context), applicant: hashOf(context.applicant) },
    groups,
    sections,
    suite: "CE1",
    supersedes: supersedes === null ? null : hashOf(supersedes),
    v: 1,
  };
}
