/** Whether the key document that was served is the one that everybody is served: pure, so that it runs in a worker. */
import { formatVerifier } from "@tillit/audit-chain";
import { leafHash, verifyConsistency, verifyInclusion } from "@tillit/merkle-tree";
import { canonicalize } from "@tillit/canonical-json";
import { bytesOf, followServed, type ServedHandovers } from "./follow-served.ts";

/** As `GET /api/keys/inclusion` gives it. */
export interface KeyLogProof {
  readonly index: number;
  readonly entry: string;
  readonly size: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
  readonly handovers?: ServedHandovers;
}

/** How far the log had come when it was last seen here, the root in base64url, and the key that it was at. */
export interface KeyLogMemory {
  readonly size: number;
  readonly root: string;
  readonly key?: string | undefined;
}

export interface KeyLogEvidence {
  readonly proof: KeyLogProof;
  readonly pinned: readonly string[];
  readonly remembered?: KeyLogMemory | undefined;
  readonly consistency?: readonly string[] | undefined;
}

/**
 * `unsigned`: neither a pinned key nor one that it was handed over to has signed the log's checkpoint. `missing`: the
 * document is not in the log. `rolled-back`: the log is shorter than it was. `split`: the log does not continue the one
 * that was seen here before, or is back at a key that it had left.
 */
export type KeyLogFault = "unsigned" | "missing" | "rolled-back" | "split";

export type KeyLogVerdict =
  | { readonly ok: true; readonly remember: KeyLogMemory }
  | { readonly ok: false; readonly fault: KeyLogFault };

const origin = "tillit/~keys";
const refused = (fault: KeyLogFault): KeyLogVerdict => ({ ok: false, fault });

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The log as the keys that are trusted here lead to it; undefined where they do not. */
function signedHead(proof: KeyLogProof, keys: readonly string[]) {
  const found = followServed(origin, proof, keys);
  return found.ok && found.checkpoint.size === proof.size ? found : undefined;
}

/** Whether the entry publishes exactly this document for this controller. */
function publishes(entry: string, controller: string, document: unknown): boolean {
  try {
    const { type, data } = JSON.parse(entry) as {
      readonly type?: unknown;
      readonly data?: { readonly controller?: unknown; readonly document?: unknown };
    };
    return (
      type === "KeyDocumentPublished" &&
      data?.controller === controller &&
      canonicalize(data.document) === canonicalize(document)
    );
  } catch {
    return false;
  }
}

/** What has come is data of a stranger: whatever is wrong with it is a fault, nothing is thrown. */
export function judgeKeyLog(controller: string, document: unknown, evidence: KeyLogEvidence): KeyLogVerdict {
  const { proof, pinned, remembered, consistency = [] } = evidence;
  const head = signedHead(proof, pinned);
  if (head === undefined) return refused("unsigned");
  const { size, root } = head.checkpoint;
  try {
    const leaf = leafHash(new TextEncoder().encode(proof.entry));
    const path = proof.proof.map(bytesOf);
    const included = verifyInclusion({ leafHash: leaf, index: proof.index, size, root, proof: path });
    if (!included || !publishes(proof.entry, controller, document)) return refused("missing");
    if (remembered !== undefined) {
      if (size < remembered.size) return refused("rolled-back");
      const first = { size: remembered.size, root: bytesOf(remembered.root) };
      const steps = consistency.map(bytesOf);
      if (!verifyConsistency({ first, second: { size, root }, proof: steps })) return refused("split");
      // A key that was left may have leaked since: it leads nowhere any more, though it may still be pinned.
      if (remembered.key !== undefined && signedHead(proof, [remembered.key]) === undefined)
        return refused("split");
    }
  } catch {
    return refused("missing");
  }
  const [key] = head.signedBy.map(formatVerifier);
  return { ok: true, remember: { size, root: textOf(root), key } };
}
