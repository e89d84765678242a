/** J and K move between the rows' links. Off when the user says so, and never while something is being typed. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

export function useRowKeys(region: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const move = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined) return;
      const links = [...(region.current?.querySelectorAll<HTMLAnchorElement>("a.row-link") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
      links[next]?.focus();
      event.preventDefault();
    };
    addEventListener("keydown", move);
    return () => removeEventListener("keydown", move);
  }, [on]);
}
