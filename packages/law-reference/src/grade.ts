import type { Localized } from "./language.ts";

/** How well a statement of law was checked, the surest first. */
export const grades = ["V", "S", "M", "I"] as const;

/** V: the text itself was read. S: a secondary source. M: from memory, to be checked. I: our interpretation. */
export type Grade = (typeof grades)[number];

/** What a grade means to a reader. */
export const gradeTexts: Readonly<Record<Grade, Localized>> = {
  V: { sv: "läst i författningen", en: "read in the statute" },
  S: { sv: "enligt en andrahandskälla", en: "from a secondary source" },
  M: { sv: "ur minnet, ska kontrolleras", en: "from memory, to be checked" },
  I: { sv: "vår tolkning", en: "our interpretation" },
};

/**
 * The grade of a conclusion that rests on several statements: the least sure of them.
 *
 * @param of - at least one grade; none gives "I", since nothing was read
 * @example
 * leastSure(["V", "M"]); // "M"
 */
export function leastSure(of: readonly Grade[]): Grade {
  return grades.findLast((grade) => of.includes(grade)) ?? "I";
}
