/** What submissions that came in one piece become once the controller's head is known. */
import type { Tree } from "@tillit/merkle-tree";
import { grow, writeEntry, writeNodes } from "../log/entries.ts";
import type { CaseRow, StoredEvent, WholeSubmission } from "../store.ts";

/** The right edge of a controller's log and its last number. */
export interface Head {
  readonly tree: Tree;
  readonly numbers: number;
}

export interface Accepted {
  readonly whole: WholeSubmission;
  readonly event: StoredEvent;
  readonly entry: string;
  /** What the entry adds to the tree, as its row keeps it. */
  readonly nodes: Buffer;
  readonly row: CaseRow;
}

/** What one transaction writes, and what each submission is told afterwards. */
export interface Batch {
  readonly head: Head;
  readonly accepted: readonly Accepted[];
  readonly outcomes: readonly Outcome[];
}

/** Kept; known already, and then nothing was done; or refused by the rules. */
export type Outcome = { readonly kept: boolean } | { readonly refused: unknown };

/** Numbers the new ones in order and grows the tree. One that is refused takes no number and nobody with it. */
export function batchOf(
  controller: string,
  before: Head,
  submissions: readonly WholeSubmission[],
  isKnown: (whole: WholeSubmission) => boolean,
): Batch {
  const { size: first } = before.tree;
  let { tree, numbers } = before;
  const accepted: Accepted[] = [];
  const seen = new Set<string>();
  const outcomes = submissions.map((whole): Outcome => {
    if (seen.has(whole.envelope.id) || isKnown(whole)) return { kept: false };
    try {
      const seq = first + accepted.length;
      const news = whole.event(numbers + 1);
      const event: StoredEvent = { ...news, data: { ...news.data }, seq, stream: whole.stream, version: 1 };
      const entry = writeEntry(controller, event);
      const appended = grow(tree, entry);
      accepted.push({ whole, event, entry, nodes: writeNodes(appended.nodes), row: whole.row(event) });
      ({ tree } = appended);
    } catch (refused) {
      return { refused };
    }
    seen.add(whole.envelope.id);
    numbers += 1;
    return { kept: true };
  });
  return { head: { tree, numbers }, accepted, outcomes };
}
