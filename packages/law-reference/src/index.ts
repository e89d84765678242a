export { grades, gradeTexts, leastSure } from "./grade.ts";
export type { Grade } from "./grade.ts";
export { isLanguage, languages, textIn } from "./language.ts";
export type { Language, Localized, SwedishFirst } from "./language.ts";
export { lawKey } from "./law-ref.ts";
export type { GradedLawRef, LawRef } from "./law-ref.ts";
