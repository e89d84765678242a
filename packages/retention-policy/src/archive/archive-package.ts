/**
 * A delivery to an archive as an information package after E-ARK CSIP and SIP 2.1.0, which together are the Swedish FGS
 * Paketstruktur 2.0: METS that lists every file with its checksum, PREMIS that tells what happened, one representation.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalize } from "@tillit/canonical-json";
import { RetentionError } from "../errors.ts";
import type { ArchivePackage, ListedFile, PackagedText } from "./information-package.ts";
import { packageMets, representationMets } from "./mets.ts";
import { premisOf } from "./premis.ts";

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const partForm = /^[^\p{Cc}\\/:*?"<>|]+$/u;

/** The folder that content goes into. */
export const contentFolder = "representations/rep1/data";

function isPath(name: string): boolean {
  const parts = name.split("/");
  return (
    name.length <= 512 &&
    name.isWellFormed() &&
    parts.every((part) => partForm.test(part) && part !== "." && part !== "..")
  );
}

function check({ id, files }: ArchivePackage): void {
  const names = files.map(({ name }) => name.toLowerCase());
  const sound =
    idForm.test(id) &&
    files.length > 0 &&
    new Set(names).size === names.length &&
    files.every((file) => isPath(file.name) && /^[0-9a-f]{64}$/.test(file.sha256));
  if (!sound)
    throw new RetentionError("PACKAGE_MALFORMED", "an id, a file name or a checksum cannot be packaged");
}

function listed(path: string, text: string, created: string, mime = "text/xml"): ListedFile {
  const bytes = utf8ToBytes(text);
  return { id: idOf(path), path, mime, size: bytes.length, sha256: bytesToHex(sha256(bytes)), created };
}

/** An XML id from a path; short, and the same for the same path. */
function idOf(path: string): string {
  return `id-${bytesToHex(sha256(utf8ToBytes(path))).slice(0, 32)}`;
}

/**
 * The texts of a package: METS for the package and its representation, PREMIS, and the transfer manifest with its
 * retention marks. The files of content are copied by the caller to `representations/rep1/data/`.
 *
 * @returns texts by path, ready to be written
 * @throws {RetentionError} PACKAGE_MALFORMED when an id, a file name or a checksum cannot be packaged, or there is no file
 */
export function archivePackage(input: ArchivePackage): readonly PackagedText[] {
  check(input);
  const { created, files, manifest } = input;
  const content = files.map(({ name, mime, size, sha256: hash, created: made }): ListedFile => {
    const path = `${contentFolder}/${name}`;
    return { id: idOf(path), path, mime, size, sha256: hash, created: made };
  });
  const premis = { path: "metadata/preservation/premis.xml", text: premisOf(input, content) };
  const transfer = { path: "metadata/other/transfer.json", text: `${canonicalize(manifest)}\n` };
  const representation = {
    path: "representations/rep1/METS.xml",
    text: representationMets(input, content, "representations/rep1/"),
  };
  const mets = packageMets(input, {
    premis: listed(premis.path, premis.text, created),
    transfer: listed(transfer.path, transfer.text, created, "application/json"),
    representation: listed(representation.path, representation.text, created),
  });
  return [{ path: "METS.xml", text: mets }, premis, transfer, representation];
}
