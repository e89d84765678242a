/** Fetching what a judgement of the key log rests on, and remembering in this browser how far the log had come. */
import type { KeyLogEvidence, KeyLogMemory, KeyLogProof } from "./judge-key-log.ts";

/** The two questions to the API. */
export interface KeyLogApi {
  inclusion(controller: string): Promise<KeyLogProof>;
  consistency(first: number, second: number): Promise<{ readonly proof: readonly string[] }>;
}

/** Size, root and key of a public log: the same for everybody, so it says nothing about who was here. */
const place = "tillit-key-log";

function remembered(): KeyLogMemory | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
    if (typeof value !== "object" || value === null || !("size" in value) || !("root" in value))
      return undefined;
    const { size, root } = value;
    if (typeof size !== "number" || typeof root !== "string") return undefined;
    return "key" in value && typeof value.key === "string" ? { size, root, key: value.key } : { size, root };
  } catch {
    // Storage is closed to this page, or somebody else wrote there: then nothing is remembered.
    return undefined;
  }
}

/** Keeps the longer of what was known and what has been judged to continue it. */
export function rememberCheckpoint({ size, root, key }: KeyLogMemory): void {
  const known = remembered();
  if (known !== undefined && known.size > size) return;
  try {
    localStorage.setItem(place, JSON.stringify({ size, root, key }));
  } catch {
    // Without storage every visit is the first; the proof of inclusion holds all the same.
  }
}

/**
 * The proof for a controller's newest document, and when this browser has seen the log before, the proof that it only
 * grew.
 *
 * @param pinned - public keys of the key log that this deployment trusts
 */
export async function gatherEvidence(
  controller: string,
  pinned: readonly string[],
  api: KeyLogApi,
): Promise<KeyLogEvidence> {
  const proof = await api.inclusion(controller);
  const known = remembered();
  if (known === undefined) return { pinned, proof };
  if (proof.size <= known.size) return { pinned, proof, remembered: known };
  const { proof: consistency } = await api.consistency(known.size, proof.size);
  return { pinned, proof, remembered: known, consistency };
}
