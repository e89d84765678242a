/** What an information package is made of. */
import type { TransferManifest } from "../dispose/transfer.ts";

/** A file of content, opened and lying on the archivist's machine. */
export interface ArchiveFile {
  /** Name under `representations/rep1/data/`; slashes make folders. */
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** RFC 3339. */
  readonly created: string;
}

export interface ArchiveEvent {
  /** A word of the PREMIS vocabulary where there is one: `creation`, `ingestion start`, `transfer`. */
  readonly type: string;
  readonly at: string;
  readonly detail?: string;
}

export interface ArchivePackage {
  /** Identifies the package for ever; also the name of its folder. Letters, digits, `.`, `_`, `-`. */
  readonly id: string;
  readonly label: string;
  readonly created: string;
  /** Whose archive it is: `ARCHIVIST` in METS. */
  readonly creator: { readonly name: string; readonly identity?: string };
  /** Who delivers, when that is another. */
  readonly submitter?: { readonly name: string; readonly identity?: string };
  readonly software: { readonly name: string; readonly version: string };
  readonly agreement?: string;
  readonly manifest: TransferManifest;
  readonly files: readonly ArchiveFile[];
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
