/** An envelope as files: manifest.json and keyring.json beside a folder of blobs, one for each section. */
import type { Dsse } from "@tillit/crypto-envelope";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readJson, standardStream } from "../../files/input.ts";
import type { Io } from "../../console/io.ts";
import { fileStream } from "./file-stream.ts";

export const manifestFile = "manifest.json";
export const keyringFile = "keyring.json";

/** Whether that is a folder and not a file or standard input. */
export async function isFolder(place: string): Promise<boolean> {
  return place !== standardStream && (await stat(place)).isDirectory();
}

/** The manifest of an envelope folder, of a manifest file or of standard input; verified by nobody yet. */
export async function readManifest(io: Io, place: string): Promise<Dsse> {
  return (await readJson(io, (await isFolder(place)) ? join(place, manifestFile) : place)) as Dsse;
}

/** The keyring of an envelope folder; verified by nobody yet. */
export async function readKeyring(io: Io, folder: string): Promise<unknown> {
  return readJson(io, join(folder, keyringFile));
}

/** Section ids are letters, digits and dashes, checked by the manifest's reader before they come here. */
export function blobPath(folder: string, id: string): string {
  return join(folder, "blobs", `${id}.bin`);
}

/** A blob's bytes, read when they are needed. */
export async function blobOf(folder: string, id: string): Promise<ReadableStream<Uint8Array>> {
  const path = blobPath(folder, id);
  // A missing file is told before anything is begun.
  await stat(path);
  return fileStream(path);
}
