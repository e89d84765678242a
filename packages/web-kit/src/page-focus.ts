import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Sets the document's title, and moves focus to the page's heading and the view to its top when `page`
 * changes, as a browser does when it opens a new page. The first page keeps the browser's own start.
 */
export function usePage(page: string, title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const first =
      shown.current === undefined && document.activeElement === document.body && history.length <= 1;
    shown.current = page;
    if (first) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  return heading;
}
