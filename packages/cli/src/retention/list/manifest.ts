/** `tillit retention manifest`: what a receiver gets of a list, with checksums; exit 4 where it must not. */
import { transferManifest } from "@tillit/retention-policy";
import { readJson } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { say, writeJson } from "../../files/output.ts";
import { readList } from "./list-file.ts";

export type ManifestOptions = CommonOptions & { readonly receiver: string; readonly checksums: string };

const refusals = {
  RECEIVER_REFUSED: "records of the list go to another receiver",
  CHECKSUM_MISSING: "records of the list have no checksum",
  NOTHING_TO_TRANSFER: "nothing on the list is handed over",
} as const;

const notUsed = {
  sv: [
    "kontrollsumma gäller ingen post som lämnas över",
    "kontrollsummor gäller inga poster som lämnas över",
  ],
  en: ["checksum is of no record that is handed over", "checksums are of no records that are handed over"],
} as const;

/** SHA-256 in hexadecimal by record. */
async function checksumsOf(file: string, io: Io): Promise<Readonly<Record<string, string>>> {
  const value = await readJson(io, file);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || !entries.every(([, sum]) => /^[0-9a-f]{64}$/.test(String(sum))))
    throw new CommandError("CHECKSUMS_MALFORMED", "checksums are SHA-256 in hexadecimal, by record");
  return Object.fromEntries(entries) as Record<string, string>;
}

export async function manifest(file: string, options: ManifestOptions, io: Io): Promise<void> {
  const list = await readList(io, file);
  const checksums = await checksumsOf(options.checksums, io);
  const made = transferManifest(list, options.receiver, checksums);
  if (!made.ok) throw new CommandError(made.code, `${refusals[made.code]}: ${made.units}`, exit.refused);
  await writeJson(io, made.manifest);
  const unused = Object.keys(checksums).length - made.manifest.entries.length;
  if (unused > 0) say(io, `tillit: ${unused} ${notUsed[options.lang][unused === 1 ? 0 : 1]}`);
}
