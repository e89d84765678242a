/** What text becomes in XML 1.0, and what it cannot hold. */
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Characters that XML 1.0 cannot hold, or should not, are left out: controls, half characters, two that are none. */
const impossible = /[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu;

export function escaped(text: string): string {
  return text.replaceAll(impossible, "").replaceAll(/[&<>"\t\n\r]/g, (one) => entities[one] ?? "");
}

/** Whether something is left to read once what XML cannot hold is left out. */
export function legible(text: string): boolean {
  return text.replaceAll(impossible, "").trim() !== "";
}

/** Whether XML holds the text as it is. */
export function holdsAll(text: string): boolean {
  return text.search(impossible) === -1;
}
