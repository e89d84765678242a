/** Words that are written but not yet sealed: asked about before the page or the tab is left. */
import { useEffect } from "preact/hooks";

let unsaved = 0;

function hold(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** While `there` is true, leaving is asked about. */
export function useUnsaved(there: boolean): void {
  useEffect(() => {
    if (!there) return undefined;
    unsaved += 1;
    addEventListener("beforeunload", hold);
    return () => {
      unsaved -= 1;
      removeEventListener("beforeunload", hold);
    };
  }, [there]);
}

/** Whether the user agrees to leave; asks only when there is something to lose. */
export function mayLeave(question: string): boolean {
  return unsaved === 0 || confirm(question);
}
