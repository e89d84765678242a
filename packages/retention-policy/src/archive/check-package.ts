/** What METS and PREMIS cannot say is refused before anything is written. */
import { tryParseDay } from "../day/civil-day.ts";
import { RetentionError } from "../errors.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";
import type { ArchiveEvent, ArchiveFile, ArchivePackage, ListedFile } from "./information-package.ts";
import { holdsAll, legible } from "./xml-text.ts";

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const partForm = /^[^\p{Cc}\\/:*?"<>|]+$/u;
const mimeForm = /^[A-Za-z0-9][\w!#$&^.+-]*\/[A-Za-z0-9][\w!#$&^.+-]*$/;
/** Times of day and offsets as both RFC 3339 and the dateTime of XML Schema write them; a leap second is neither's. */
const clockForm = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/;

function isTime(text: string): boolean {
  return tryParseDay(text.slice(0, 10)) !== undefined && clockForm.test(text.slice(10));
}

function isPath(name: string): boolean {
  const parts = name.split("/");
  return (
    name.length <= 512 &&
    holdsAll(name) &&
    parts.every((part) => partForm.test(part) && part !== "." && part !== "..")
  );
}

function isFile({ name, mime, size, sha256, created }: ArchiveFile): boolean {
  return (
    isPath(name) &&
    mimeForm.test(mime) &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    isTime(created)
  );
}

const packageKeys: ReadonlySet<string> = new Set<keyof ArchivePackage>([
  "id",
  "label",
  "created",
  "creator",
  "submitter",
  "software",
  "agreement",
  "manifest",
  "files",
  "documentation",
  "schemas",
  "events",
]);
const fileKeys: ReadonlySet<string> = new Set<keyof ArchiveFile>([
  "name",
  "mime",
  "size",
  "sha256",
  "created",
]);
const eventKeys: ReadonlySet<string> = new Set<keyof ArchiveEvent>(["type", "at", "detail"]);
const agentKeys: ReadonlySet<string> = new Set(["name", "identity"]);

function refuseUnknown(given: ArchivePackage): void {
  refuseUnknownKeys(given, packageKeys);
  const { creator, submitter = {}, events } = given;
  refuseUnknownKeys(creator, agentKeys, "creator.");
  refuseUnknownKeys(submitter, agentKeys, "submitter.");
  for (const [at, event] of events.entries()) refuseUnknownKeys(event, eventKeys, `events.${at}.`);
  for (const part of ["files", "documentation", "schemas"] as const)
    for (const [at, file] of (given[part] ?? []).entries())
      refuseUnknownKeys(file, fileKeys, `${part}.${at}.`);
}

/** @throws {RetentionError} PACKAGE_MALFORMED, UNKNOWN_KEY */
export function checkPackage(given: ArchivePackage): void {
  refuseUnknown(given);
  const { id, created, creator, submitter = creator, software, agreement, files, events } = given;
  const texts = [creator.name, submitter.name, software.name, software.version];
  const optional = [creator.identity, submitter.identity, agreement].filter((text) => text !== undefined);
  const sound =
    idForm.test(id) &&
    isTime(created) &&
    [...texts, ...optional, ...events.map(({ type }) => type)].every(legible) &&
    events.every(({ at }) => isTime(at)) &&
    files.length > 0 &&
    [...files, ...(given.documentation ?? []), ...(given.schemas ?? [])].every(isFile);
  if (!sound) refuse();
}

/**
 * No two files may lie at one path, also where case makes no difference, and none where another has its folder.
 *
 * @throws {RetentionError} PACKAGE_MALFORMED
 */
export function checkPaths(files: readonly ListedFile[]): void {
  const paths = new Set(files.map(({ path }) => path.toLowerCase()));
  const folders = [...paths].flatMap((path) =>
    path.split("/").flatMap((_, n, parts) => (n === 0 ? [] : [parts.slice(0, n).join("/")])),
  );
  if (paths.size !== files.length || folders.some((folder) => paths.has(folder))) refuse();
}

function refuse(): never {
  throw new RetentionError(
    "PACKAGE_MALFORMED",
    "an id, name, time, size, type or checksum cannot be packaged, or there is no file",
  );
}
