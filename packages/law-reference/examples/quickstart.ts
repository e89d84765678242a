import { gradeTexts, isLanguage, lawKey, leastSure, type LawRef, textIn } from "@tillit/law-reference";

const duty: LawRef = { act: "SoL", sfs: "2025:400", at: "16 kap. 1 §" };
console.log(lawKey(duty)); // SoL 2025:400 16 kap. 1 §

// A conclusion is no surer than the least sure statement it rests on, and says so in the reader's language.
const grade = leastSure(["V", "I"]);
const asked: unknown = "sv";
console.log(textIn(gradeTexts[grade], isLanguage(asked) ? asked : "en")); // vår tolkning
