/** The heading of a page: takes focus when the page is new, and names the browser tab. */
import { usePage } from "@tillit/web-kit";

export function PageTitle({ title, name }: { readonly title: string; readonly name?: string }) {
  const heading = usePage(name ?? title, `${title} – Tillit`);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
