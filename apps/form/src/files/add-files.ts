import { limits } from "@tillit/application-case";
import type { AttachedFile } from "../journey/form-state.ts";
import type { FormTexts } from "../texts/form-texts.ts";
import { fileKind } from "./file-kind.ts";

/** The files there were and those of the new ones that may be attached, and why the others may not. */
export async function addFiles(
  present: readonly AttachedFile[],
  chosen: readonly File[],
  texts: FormTexts,
): Promise<{ readonly files: readonly AttachedFile[]; readonly refusals: readonly string[] }> {
  const files = [...present];
  const refusals: string[] = [];
  for (const file of chosen) {
    const type = fileKind(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
    if (file.size === 0) refusals.push(texts.fileEmpty(file.name));
    else if (type === undefined) refusals.push(texts.fileKind(file.name));
    else if (file.size > limits.fileBytes) refusals.push(texts.fileTooLarge(file.name));
    else if (files.length >= limits.files) refusals.push(texts.fileTooMany);
    else files.push({ name: file.name, type, blob: file });
  }
  return { files, refusals: [...new Set(refusals)] };
}

/** "5,0 MB" or "12 kB". */
export function sizeText(bytes: number, language: string): string {
  const mega = bytes >= 1_000_000;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: mega ? 1 : 0 });
  return mega ? `${number.format(bytes / 1_000_000)} MB` : `${number.format(Math.ceil(bytes / 1000))} kB`;
}
