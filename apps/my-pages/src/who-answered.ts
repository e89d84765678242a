/**
 * Who answered: whether the answer that was opened here stands in the log of the controller, by a checkpoint under a key
 * of that log which this site knows beforehand, or one that such a key was handed over to.
 */
import type { AnswerProof } from "@tillit/api-contract/client";
import type { Checkpoint } from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { canonicalBytes, type JsonValue } from "@tillit/canonical-json";
import { type Dsse, fromBase64Url, toBase64Url } from "@tillit/crypto-envelope";
import { followServed } from "@tillit/web-kit/key-log";

export interface CheckedAnswer {
  readonly controller: string;
  readonly request: string;
  readonly manifest: Dsse;
  /** SHA-256 of what the manifest signs. */
  readonly digest: Uint8Array;
  /** The list of files, as it was opened. */
  readonly list: JsonValue;
}

/** The keys of the controller's log that this site knows, and the proof where there is one. */
export interface Evidence {
  readonly keys: readonly string[];
  readonly proof: AnswerProof | undefined;
}

export type Answerer =
  | { readonly verdict: "proven"; readonly since: string; readonly file: Blob }
  /** There is no proof; the log is signed with a key that is not known here; or the proof is of something else. */
  | { readonly verdict: "unproven" | "unknown-log" | "refuted" };

export async function whoAnswered(answer: CheckedAnswer, { keys, proof }: Evidence): Promise<Answerer> {
  if (proof === undefined) return { verdict: "unproven" };
  const found = followServed(`tillit/${answer.controller}`, proof, keys);
  if (!found.ok) return { verdict: found.fault === "CHECKPOINT_UNVERIFIED" ? "unknown-log" : "refuted" };
  const entry = entryOf(proof);
  if (!stands(proof, found.checkpoint) || entry === undefined || !(await names(entry, answer)))
    return { verdict: "refuted" };
  const kept = { format: "tillit-answer-proof/1", manifest: answer.manifest, list: answer.list, proof };
  const file = new Blob([JSON.stringify(kept, undefined, 2)], { type: "application/json" });
  return { verdict: "proven", since: entry.at, file };
}

function stands({ index, size, entry, proof }: AnswerProof, { root, size: signed }: Checkpoint): boolean {
  try {
    const hashes = proof.map((hash) => fromBase64Url(hash, 32));
    const leaf = leafHash(new TextEncoder().encode(entry));
    return size === signed && verifyInclusion({ leafHash: leaf, index, size, root, proof: hashes });
  } catch {
    return false;
  }
}

interface Entry {
  readonly controller: string;
  readonly type: string;
  readonly at: string;
  readonly data: { readonly request?: string; readonly envelope?: string; readonly package?: string };
}

/** What the log says; only what a proof has led to the root is believed. */
function entryOf({ entry }: AnswerProof): Entry | undefined {
  try {
    return JSON.parse(entry) as Entry;
  } catch {
    return undefined;
  }
}

async function names({ controller, type, data }: Entry, answer: CheckedAnswer): Promise<boolean> {
  const list = new Uint8Array(await crypto.subtle.digest("SHA-256", canonicalBytes(answer.list).slice()));
  const hex = Array.from(list, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (
    controller === answer.controller &&
    type === "AnswerAttested" &&
    data.request === answer.request &&
    data.envelope === toBase64Url(answer.digest) &&
    data.package === hex
  );
}
