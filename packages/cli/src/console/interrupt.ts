/** What has to be cleared away when the process is told to end while it is at work (Ctrl-C). */
const undone = new Set<() => void>();

/** Remembers what to do on an interruption; call what it gives once there is nothing to clear away any more. */
export function onInterrupt(clear: () => void): () => void {
  undone.add(clear);
  return () => {
    undone.delete(clear);
  };
}

/** Clears away, at once and on this thread: nothing runs after it. What was begun last goes first. */
export function interrupted(): void {
  for (const clear of [...undone].toReversed()) {
    try {
      clear();
    } catch {
      // The next one may still succeed.
    }
  }
  undone.clear();
}
