/**
 * A delivery to an archive as an information package after E-ARK CSIP and SIP 2.1.0, which together are the Swedish FGS
 * Paketstruktur 2.0: METS that lists every file with its checksum, PREMIS that tells what happened, one representation.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalize } from "@tillit/canonical-json";
import { checkPackage, checkPaths } from "./check-package.ts";
import { readingGuide, transferSchema } from "./enclosures.ts";
import type { ArchiveFile, ArchivePackage, ListedFile, PackagedText } from "./information-package.ts";
import { packageMets, representationMets } from "./package-mets.ts";
import { packagePremis, representationPremis } from "./premis.ts";

/** The folder that content goes into. */
export const contentFolder = "representations/rep1/data";
/** The folder that documentation goes into. */
export const documentationFolder = "documentation";
/** The folder that schemas go into. */
export const schemaFolder = "schemas";

const representationFolder = "representations/rep1/";

function listed({ path, text }: PackagedText, created: string, mime = "text/xml"): ListedFile {
  const bytes = utf8ToBytes(text);
  return { id: idOf(path), path, mime, size: bytes.length, sha256: bytesToHex(sha256(bytes)), created };
}

function copied(folder: string, files: readonly ArchiveFile[]): ListedFile[] {
  return files.map(({ name, mime, size, sha256: hash, created }): ListedFile => {
    const path = `${folder}/${name}`;
    return { id: idOf(path), path, mime, size, sha256: hash, created };
  });
}

/** An XML id from a path; short, and the same for the same path. */
function idOf(path: string): string {
  return `id-${bytesToHex(sha256(utf8ToBytes(path))).slice(0, 32)}`;
}

/**
 * The texts of a package: METS and PREMIS for the package and for its representation, the transfer manifest with its
 * retention marks and its schema, and how to read it all. The files of content are copied by the caller to
 * `representations/rep1/data/`, documentation and schemas to `documentation/` and `schemas/`.
 *
 * @returns texts by path, ready to be written
 * @throws {RetentionError} PACKAGE_MALFORMED when an id, name, time, size, type or checksum cannot be packaged, when two
 * files would lie at one path, or when there is no file
 */
export function archivePackage(input: ArchivePackage): readonly PackagedText[] {
  checkPackage(input);
  const { created, manifest, documentation = [], schemas = [] } = input;
  const content = copied(contentFolder, input.files);
  const premis = { path: "metadata/preservation/premis.xml", text: packagePremis(input) };
  const transfer = { path: "metadata/other/transfer.json", text: `${canonicalize(manifest)}\n` };
  const guide = { path: `${documentationFolder}/package.txt`, text: readingGuide };
  const schema = { path: `${schemaFolder}/transfer.schema.json`, text: transferSchema };
  const repPremis = {
    path: `${representationFolder}metadata/preservation/premis.xml`,
    text: representationPremis(input, content),
  };
  const representation = {
    path: `${representationFolder}METS.xml`,
    text: representationMets(input, content, listed(repPremis, created), representationFolder),
  };
  const parts = {
    premis: listed(premis, created),
    transfer: listed(transfer, created, "application/json"),
    representation: listed(representation, created),
    documentation: [listed(guide, created, "text/plain"), ...copied(documentationFolder, documentation)],
    schemas: [listed(schema, created, "application/json"), ...copied(schemaFolder, schemas)],
  };
  checkPaths([...content, ...parts.documentation, ...parts.schemas]);
  const mets = { path: "METS.xml", text: packageMets(input, parts) };
  return [mets, premis, transfer, guide, schema, representation, repPremis];
}
