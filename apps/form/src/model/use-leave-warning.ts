import { useEffect, useRef } from "preact/hooks";

/** Asks before the page is left while something would be lost. */
export function useLeaveWarning(isLoss: () => boolean): void {
  const latest = useRef(isLoss);
  latest.current = isLoss;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (latest.current()) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);
}
