import type { Localized } from "@tillit/law-reference";
import type { LintProblem } from "./lint-rule.ts";

/** The remedy for each kind of problem. */
export const lintFixes: Readonly<Record<LintProblem, Localized>> = {
  P1: {
    sv: "Ange den grund som lagen ger i stället för samtycke, eller gör samtycket verkligt frivilligt och skilt från tjänsten.",
    en: "Name the ground the law gives instead of consent, or make the consent truly free and apart from the service.",
  },
  P2: {
    sv: "Begär samtycke genom en egen, aktiv handling, eller använd en annan grund.",
    en: "Ask for consent by an active act of its own, or use another basis.",
  },
  P3: { sv: "Ange rätt grund med lag och paragraf.", en: "Name the right basis with act and section." },
  P4: {
    sv: "Visa lagstödet för uppgifter om brott, eller titta på utdraget och lämna tillbaka det.",
    en: "Show the support in law for data on offences, or look at the extract and hand it back.",
  },
  P5: { sv: "Byt till det nuvarande namnet.", en: "Change to the present name." },
  P6: { sv: "Hänvisa till den lag som gäller nu.", en: "Refer to the act in force now." },
  P7: {
    sv: "Ange den tid och startpunkt som lagen säger, med undantagen.",
    en: "State the period and starting point of the law, with the exceptions.",
  },
  P8: { sv: "Skriv in det som saknas.", en: "Write in what is missing." },
  P9: { sv: "Skriv vad som görs och hur det kan visas.", en: "Say what is done and how it can be shown." },
  P10: {
    sv: "Teckna biträdesavtal med alla biträden och säg det.",
    en: "Sign an agreement with every processor and say so.",
  },
  P11: {
    sv: "Säg när rättigheten gäller och ta emot begäran på alla sätt.",
    en: "Say when the right applies and take requests in any way.",
  },
  P12: {
    sv: "Säg vilken nämnd eller juridisk person som är personuppgiftsansvarig.",
    en: "Say which board or legal person is the controller.",
  },
  P13: {
    sv: "Säg var uppgifterna finns och om de lämnar EU/EES.",
    en: "Say where the data are and whether they leave the EU/EEA.",
  },
  P14: {
    sv: "Ange dataskyddsombudet med en egen adress.",
    en: "Name the data protection officer with an address of their own.",
  },
  P15: { sv: "Rätta påståendet.", en: "Correct the statement." },
};
