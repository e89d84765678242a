/** Letters: which a case can have, and each as a document. */
export { composeLetter, dateInWords } from "./letters/compose.ts";
export { decisionFacts } from "./letters/decision-facts.ts";
export { lettersAfter } from "./letters/due.ts";
export { letterHtml } from "./letters/html.ts";
export { letters } from "./letters/texts/letters.ts";
export { letterCase, lettersFor, neededFacts } from "./letters/needed-facts.ts";
