/** What an information package is made of. */
import type { TransferManifest } from "../dispose/transfer.ts";

/** A file of content, opened and lying on the archivist's machine; or one of documentation, or a schema. */
export interface ArchiveFile {
  /** Name under the folder it goes into: for content `representations/rep1/data/`; slashes make folders. */
  readonly name: string;
  /** Type and subtype as IANA registers them, without parameters. */
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** RFC 3339. */
  readonly created: string;
}

export interface ArchiveEvent {
  /** A word of the PREMIS vocabulary where there is one: `creation`, `ingestion start`, `transfer`. */
  readonly type: string;
  /** RFC 3339. */
  readonly at: string;
  readonly detail?: string;
}

export interface ArchivePackage {
  /** Identifies the package for ever; also the name of its folder. Letters, digits, `.`, `_`, `-`. */
  readonly id: string;
  readonly label: string;
  /** RFC 3339. */
  readonly created: string;
  /** Whose archive it is: `ARCHIVIST` in METS. */
  readonly creator: { readonly name: string; readonly identity?: string };
  /** Who delivers, when that is another. */
  readonly submitter?: { readonly name: string; readonly identity?: string };
  readonly software: { readonly name: string; readonly version: string };
  readonly agreement?: string;
  readonly manifest: TransferManifest;
  readonly files: readonly ArchiveFile[];
  /** Documentation of the content beside the package's own `package.txt`; under `documentation/`. */
  readonly documentation?: readonly ArchiveFile[];
  /** Schemas, such as those of METS and PREMIS where an archive wants them enclosed; under `schemas/`. */
  readonly schemas?: readonly ArchiveFile[];
  readonly events: readonly ArchiveEvent[];
}

/** A file that the package adds, by its path inside the package's folder. */
export interface PackagedText {
  readonly path: string;
  readonly text: string;
}

/** A file as METS lists it. */
export interface ListedFile {
  readonly id: string;
  readonly path: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly created: string;
}
