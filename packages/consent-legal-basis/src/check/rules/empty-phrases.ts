/** A closed list of phrases that sound like a purpose and are none. */
const phrases: ReadonlySet<string> = new Set([
  "förbättra våra tjänster",
  "utveckla vår verksamhet",
  "bedriva vår verksamhet",
  "genomföra vårt uppdrag",
  "fullgöra vårt uppdrag",
  "administrativa ändamål",
  "administration",
  "verksamhetens behov",
  "göra världen bättre",
  "ge dig bästa möjliga service",
  "övriga ändamål",
  "andra ändamål",
  "statistik och utveckling",
  "interna ändamål",
  "it-säkerhet",
  "improve our services",
  "develop our business",
  "run our business",
  "carry out our mission",
  "administrative purposes",
  "administration",
  "business purposes",
  "internal purposes",
  "other purposes",
  "make the world better",
  "give you the best possible service",
]);

/** True when the text is nothing but such a phrase (up to "för att" and the like around it). */
export function emptyPhrase(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[.,;:!]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(för att|to|for|in order to) /, "")
    .replace(/^(kunna|vi ska kunna|be able to) /, "");
  return phrases.has(plain) || plain.split(" ").length < 2;
}
