/** The package a person gets: a list, the data for machines, the data for people, proven free of what it must hide. */
import type { Language } from "@tillit/law-reference";
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Digest, Ref, Right } from "../case/request.ts";
import { DsarError } from "../errors.ts";
import { leaksIn, unsearchedIn } from "../redaction/leak.ts";
import type { Unsearched } from "../redaction/text-of-bytes.ts";
import type { ExportFile, ExportManifest, OpenedItem, ProcessingInformation } from "./content.ts";
import { toCsv } from "./csv.ts";
import { type GivenItem, givenItems, portableItems, secretsOf } from "./given.ts";
import { exportView } from "./view.ts";

/** What a package is made of. */
export type ExportSource = {
  readonly case: Ref;
  readonly right: Extract<Right, "access" | "portability">;
  readonly decision: Digest;
  readonly lang: Language;
  readonly items: readonly OpenedItem[];
  /** Art. 15(1) and (2); needed for access. */
  readonly information?: ProcessingInformation;
  /** The decision letter and other files that go with it. */
  readonly letters?: readonly ExportFile[];
};

/** A package ready to be sealed. */
export type ExportPackage = {
  readonly manifest: ExportManifest;
  readonly manifestDigest: Digest;
  readonly files: readonly ExportFile[];
  /** Files that could not be searched through for protected words, by name, and why: a person has to look. */
  readonly unsearched: readonly { readonly name: string; readonly why: Unsearched }[];
};

const digestOf = (bytes: Uint8Array): Digest => bytesToHex(sha256(bytes));

function data(source: ExportSource, items: readonly GivenItem[]): Uint8Array {
  const { right, lang, information } = source;
  return canonicalBytes({
    schema: "tillit/dsar-data/1",
    right,
    lang,
    ...(information === undefined ? {} : { information }),
    items,
  });
}

function filesOf(source: ExportSource): readonly ExportFile[] {
  const { right, lang, items, information, letters = [] } = source;
  const given = givenItems(right === "portability" ? portableItems(items) : items);
  const view = exportView(given, information === undefined ? { lang } : { lang, information });
  const csv: readonly ExportFile[] =
    right === "portability" ? [{ name: "data.csv", type: "text/csv", bytes: utf8ToBytes(toCsv(given)) }] : [];
  const files = [
    { name: "data.json", type: "application/json", bytes: data(source, given) },
    ...csv,
    { name: "index.html", type: "text/html", bytes: utf8ToBytes(view) },
    ...letters,
  ];
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function checkInformation(information: ProcessingInformation | undefined): void {
  if (information === undefined) {
    throw new DsarError("EXPORT_INCOMPLETE", "an answer to access tells what art. 15(1) asks for");
  }
  const { purposes, complaint } = information;
  const based = purposes.length > 0 && purposes.every(({ basis }) => basis.length > 0);
  if (!based || complaint.sv.trim() === "" || complaint.en.trim() === "") {
    throw new DsarError(
      "EXPORT_INCOMPLETE",
      "an answer to access tells each purpose with its legal basis, and where to complain",
    );
  }
}

/**
 * Builds the package: `data.json`, `index.html`, for portability `data.csv`, and the letters handed in, listed by name
 * in a manifest with sizes and SHA-256. The manifest depends on the contents alone: neither their order nor the key it is
 * sealed with changes it.
 *
 * @throws {@link DsarError} `EXPORT_INCOMPLETE` (access without the information of art. 15(1), a purpose without its legal basis, two files of one name),
 *   `PROTECTED_SPAN_LEAKS` (protected words stand in a file or a file name), `SPAN_OUT_OF_RANGE`
 * @returns the files, their list, and which of them could not be searched
 */
export function buildExport(source: ExportSource): ExportPackage {
  if (source.right === "access") checkInformation(source.information);
  const files = filesOf(source);
  if (new Set(files.map(({ name }) => name)).size !== files.length) {
    throw new DsarError("EXPORT_INCOMPLETE", "two files of the package have the same name");
  }
  const artefacts = files.map(({ name, type, bytes }) => ({
    name,
    content: bytes,
    html: type === "text/html",
  }));
  const leaks = leaksIn(artefacts, secretsOf(source.items));
  if (leaks.length > 0) {
    const places = [...new Set(leaks.map(({ artefact, where }) => `${where} of file ${artefact + 1}`))];
    throw new DsarError("PROTECTED_SPAN_LEAKS", `protected words stand in the ${places.join(", ")}`);
  }
  const manifest: ExportManifest = {
    schema: "tillit/dsar-export/1",
    case: source.case,
    decision: source.decision,
    lang: source.lang,
    files: files.map(({ name, type, bytes }) => ({
      name,
      type,
      size: bytes.length,
      sha256: digestOf(bytes),
    })),
  };
  const unsearched = unsearchedIn(artefacts).map(({ artefact, why }) => ({
    name: artefacts[artefact]?.name ?? "",
    why,
  }));
  return { manifest, manifestDigest: digestOf(canonicalBytes(manifest)), files, unsearched };
}

/** Do these files make up this manifest, no more and no less? */
export function verifyExport(manifest: ExportManifest, files: readonly ExportFile[]): boolean {
  if (files.length !== manifest.files.length) return false;
  return manifest.files.every(({ name, type, size, sha256: hash }) =>
    files.some(
      (file) =>
        file.name === name &&
        file.type === type &&
        file.bytes.length === size &&
        digestOf(file.bytes) === hash,
    ),
  );
}
