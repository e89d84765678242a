/** Whether the key document that was served is the one that everybody is served: pure, so that it runs in a worker. */
import {
  leafHash,
  parseVerifier,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from "@tillit/audit-chain";
import { canonicalize } from "@tillit/canonical-json";

/** As `GET /api/keys/inclusion` gives it. */
export interface KeyLogProof {
  readonly index: number;
  readonly entry: string;
  readonly size: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

/** How far the log had come when it was last seen here; the root is base64url. */
export interface KeyLogMemory {
  readonly size: number;
  readonly root: string;
}

export interface KeyLogEvidence {
  readonly proof: KeyLogProof;
  readonly pinned: readonly string[];
  readonly remembered?: KeyLogMemory | undefined;
  readonly consistency?: readonly string[] | undefined;
}

/**
 * `unsigned`: no pinned key has signed the log's checkpoint. `missing`: the document is not in the log. `rolled-back`:
 * the log is shorter than it was. `split`: the log does not continue the one that was seen here before.
 */
export type KeyLogFault = "unsigned" | "missing" | "rolled-back" | "split";

export type KeyLogVerdict =
  | { readonly ok: true; readonly remember: KeyLogMemory }
  | { readonly ok: false; readonly fault: KeyLogFault };

const origin = "tillit/~keys";
const refused = (fault: KeyLogFault): KeyLogVerdict => ({ ok: false, fault });

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Size and root that a pinned key has signed; undefined where none has. */
function signedHead({ proof, pinned }: KeyLogEvidence) {
  try {
    const head = verifyCheckpoint(proof.checkpoint, ...pinned.map(parseVerifier));
    return head.origin === origin && head.size === proof.size ? head : undefined;
  } catch {
    return undefined;
  }
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
  const { proof, remembered, consistency = [] } = evidence;
  const head = signedHead(evidence);
  if (head === undefined) return refused("unsigned");
  const { size, root } = head;
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
    }
  } catch {
    return refused("missing");
  }
  return { ok: true, remember: { size, root: textOf(root) } };
}
