/** Values and files as encrypted parts; each is bound to its name, so that none can pass for another. */
import type { AttachedFile } from "../journey/form-state.ts";
import { decrypt, encrypt, type Sealed } from "./draft-cipher.ts";
import { get } from "./draft-database.ts";

interface SealedFile {
  readonly meta: Sealed;
  readonly bytes: Sealed;
}

/** A value that JSON can hold, encrypted as this part. */
export function sealValue(key: CryptoKey, part: string, value: unknown): Promise<Sealed> {
  return encrypt(key, part, new TextEncoder().encode(JSON.stringify(value)));
}

/** What {@link sealValue} sealed, or undefined where the part is not there. */
export async function openValue<T>(
  database: IDBDatabase,
  key: CryptoKey,
  part: string,
): Promise<T | undefined> {
  const sealed = await get<Sealed>(database, part);
  if (sealed === undefined) return undefined;
  return JSON.parse(new TextDecoder().decode(await decrypt(key, part, sealed))) as T;
}

/** Files, encrypted as this part: names and kinds too. */
export async function sealFiles(
  key: CryptoKey,
  part: string,
  files: readonly AttachedFile[],
): Promise<readonly SealedFile[]> {
  const sealed: SealedFile[] = [];
  for (const [index, { name, type, blob }] of files.entries()) {
    const meta = await sealValue(key, `${part}/${index}/meta`, { name, type });
    sealed.push({ meta, bytes: await encrypt(key, `${part}/${index}`, await blob.arrayBuffer()) });
  }
  return sealed;
}

/** What {@link sealFiles} sealed; none where the part is not there. */
export async function openFiles(
  database: IDBDatabase,
  key: CryptoKey,
  part: string,
): Promise<readonly AttachedFile[]> {
  const files: AttachedFile[] = [];
  for (const [index, { meta, bytes }] of ((await get<SealedFile[]>(database, part)) ?? []).entries()) {
    const label = `${part}/${index}`;
    const text = new TextDecoder().decode(await decrypt(key, `${label}/meta`, meta));
    const { name, type } = JSON.parse(text) as { name: string; type: string };
    files.push({ name, type, blob: new Blob([await decrypt(key, label, bytes)], { type }) });
  }
  return files;
}
