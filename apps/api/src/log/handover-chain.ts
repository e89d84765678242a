/** The checkpoints at which a log changed its key, as a reader needs them who knows an earlier one. */
import { consistencyNodes, consistencyProof } from "@tillit/merkle-tree";
import type { Deps } from "../deps.ts";
import { handoversOf } from "./log-keys.ts";
import { readerOf } from "./log-nodes.ts";

export interface HandoverLink {
  /** Signed by the key that was left and by the next. */
  readonly checkpoint: string;
  /** That the log at the next of them, or at the size that was asked about, begins with the log of this one. */
  readonly consistency: string[];
}

/** Every hand-over that led to the key of a checkpoint, the oldest first; nearly always there is none. */
export async function handoverChain(
  { store }: Pick<Deps, "store">,
  controller: string,
  { size, key }: { readonly size: number; readonly key: string },
): Promise<HandoverLink[]> {
  return store.read(controller, async (unit) => {
    const all = await handoversOf(unit);
    // One that was made after the checkpoint leads past it.
    const handovers = all.slice(0, all.findLastIndex(({ to }) => to === key) + 1);
    const links: HandoverLink[] = [];
    for (const [n, { size: first, checkpoint }] of handovers.entries()) {
      const second = handovers[n + 1]?.size ?? size;
      const proof = consistencyProof(first, second, await readerOf(unit, consistencyNodes(first, second)));
      links.push({
        checkpoint,
        consistency: proof.map((hash) => Buffer.from(hash).toString("base64url")),
      });
    }
    return links;
  });
}
