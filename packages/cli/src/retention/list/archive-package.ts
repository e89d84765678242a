import {
  archivePackage,
  type ArchiveEvent,
  type ArchiveFile,
  contentFolder,
  documentationFolder,
  schemaFolder,
  type TransferManifest,
} from "@tillit/retention-policy";
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, extname, join, sep } from "node:path";
import { readJson } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { writeJson, writeOutput } from "../../files/output.ts";
import { version } from "../../version.ts";

export interface PackageOptions {
  readonly metadata: string;
  readonly out: string;
  readonly id: string;
  readonly created?: string;
  readonly agreement?: string;
  readonly documentation?: string;
  readonly schemas?: string;
}

/** What `/api/desk/applications/{id}/archive-metadata` gives. */
interface Metadata {
  readonly label: string;
  readonly creator: { readonly name: string; readonly identity?: string };
  readonly manifest: TransferManifest;
  readonly events: readonly ArchiveEvent[];
}

const types: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".txt": "text/plain",
  ".xml": "text/xml",
  ".xsd": "text/xml",
};

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}

/** The files of a folder and of those in it; links and devices are not content. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Every file of a folder as the package lists it. */
async function described(folder: string): Promise<ArchiveFile[]> {
  const files = [];
  for (const name of await filesIn(folder)) {
    const { size, mtime } = await stat(join(folder, name));
    files.push({
      name: name.split(sep).join("/"),
      mime: types[extname(name).toLowerCase()] ?? "application/octet-stream",
      size,
      sha256: await hashOf(join(folder, name)),
      created: `${mtime.toISOString().slice(0, 19)}Z`,
    });
  }
  return files;
}

async function copyAll(from: string, files: readonly ArchiveFile[], to: string): Promise<void> {
  for (const { name } of files) {
    const target = join(to, name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(from, name), target, constants.COPYFILE_EXCL);
  }
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

const known: ReadonlySet<string> = new Set<keyof Metadata>(["label", "creator", "manifest", "events"]);
const inCreator: ReadonlySet<string> = new Set<keyof Metadata["creator"]>(["name", "identity"]);

function hasOnly(value: unknown, keys: ReadonlySet<string>): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).every((key) => keys.has(key));
}

/** A key that nobody reads is refused: what it says would be missing in the package. */
function isMetadata(value: unknown): value is Metadata {
  if (!hasOnly(value, known) || !hasOnly((value as Partial<Metadata>).creator, inCreator)) return false;
  const { label, creator, manifest, events } = (value ?? {}) as Partial<Metadata>;
  return (
    areTexts(label, creator?.name, creator?.identity ?? "") &&
    typeof manifest === "object" &&
    manifest !== null &&
    Array.isArray(events) &&
    (events as readonly (Partial<ArchiveEvent> | null)[]).every((event) =>
      areTexts(event?.type, event?.at, event?.detail ?? ""),
    )
  );
}

/**
 * `tillit retention package`: opened content and what the API says about the record, as a package for an archive. It is
 * made on the archivist's machine; the server never sees the content.
 */
export async function makePackage(folder: string, options: PackageOptions, io: Io): Promise<void> {
  const metadata = await readJson(io, options.metadata);
  if (!isMetadata(metadata))
    throw new CommandError("METADATA_MALFORMED", "the metadata are not those of a record", exit.wrongUse);
  const root = join(options.out, options.id);
  const created = options.created ?? `${new Date(io.now()).toISOString().slice(0, 19)}Z`;
  const files = await described(folder);
  const { documentation, schemas } = options;
  const documents = documentation === undefined ? [] : await described(documentation);
  const schemaFiles = schemas === undefined ? [] : await described(schemas);
  const texts = archivePackage({
    id: options.id,
    label: metadata.label,
    created,
    creator: metadata.creator,
    software: { name: "tillit", version },
    ...(options.agreement === undefined ? {} : { agreement: options.agreement }),
    manifest: metadata.manifest,
    files,
    documentation: documents,
    schemas: schemaFiles,
    events: [...metadata.events, { type: "information package creation", at: created }],
  });
  await copyAll(folder, files, join(root, contentFolder));
  if (documentation !== undefined) await copyAll(documentation, documents, join(root, documentationFolder));
  if (schemas !== undefined) await copyAll(schemas, schemaFiles, join(root, schemaFolder));
  for (const { path, text } of texts) {
    await mkdir(dirname(join(root, path)), { recursive: true, mode: 0o700 });
    await writeOutput(io, join(root, path), text, { force: false, mode: 0o600 });
  }
  await writeJson(io, { package: root, files: files.length, texts: texts.map(({ path }) => path) });
}
