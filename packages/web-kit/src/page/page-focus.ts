import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

// The page the browser itself opened keeps the browser's own focus.
let opened = false;

/**
 * Sets the document's title, and moves focus to the page's heading and the view to its top when `page`
 * changes, as a browser does when it opens a new page.
 */
export function usePage(page: string, title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!opened) {
      opened = true;
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  return heading;
}
