import { useEffect, useRef } from "preact/hooks";

const signs = ["pointerdown", "keydown", "scroll"] as const;

/** Calls `onIdle` when nothing has been done on the page for so many minutes, while `active`. */
export function useIdle(active: boolean, minutes: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (!active) return undefined;
    let timer = 0;
    const restart = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), minutes * 60_000);
    };
    restart();
    for (const sign of signs) addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, restart);
    };
  }, [active, minutes]);
}
