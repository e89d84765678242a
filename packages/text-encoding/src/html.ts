const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text made safe inside HTML, in content and in quoted attributes: the five signs that could be markup become entities.
 *
 * Source: HTML Standard, "Escaping a string", and the apostrophe for attributes in single quotes.
 *
 * @example
 * escapeHtml("<b>Åsa & Bo</b>"); // "&lt;b&gt;Åsa &amp; Bo&lt;/b&gt;"
 */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
