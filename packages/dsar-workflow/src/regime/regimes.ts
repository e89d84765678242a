/** The four laws a case may be answered under, side by side. They never share a clock, a test or a remedy. */
import type { Localized } from "@tillit/law-reference";
import type { ControllerKind, Regime } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";

/** One regime as data. */
export type RegimeRule = {
  readonly law: GradedLawRef;
  readonly controllers: readonly ControllerKind[];
  readonly who: Localized;
  readonly what: Localized;
  readonly identity: Localized;
  /** `month`: GDPR art. 12(3). `promptly`: no last day in law. */
  readonly clock: "month" | "promptly";
  readonly secrecy: Localized;
  readonly fee: Localized;
};

const both: readonly ControllerKind[] = ["public-authority", "private-provider"];
const authority: readonly ControllerKind[] = ["public-authority"];

export const regimes: Readonly<Record<Regime, RegimeRule>> = {
  gdpr: {
    law: { act: "GDPR", at: "art. 12 and 15–21", grade: "V" },
    controllers: both,
    who: { sv: "den registrerade eller en företrädare", en: "the data subject or a representative" },
    what: {
      sv: "egna personuppgifter och upplysningar om dem",
      en: "own personal data and information on them",
    },
    identity: { sv: "bara vid rimliga tvivel", en: "only where there is reasonable doubt" },
    clock: "month",
    secrecy: { sv: "andras uppgifter maskas, sekretess prövas", en: "others are masked, secrecy is tested" },
    fee: { sv: "gratis", en: "free" },
  },
  "public-records": {
    law: { act: "TF", at: "2 kap. 15–18 §§", grade: "V" },
    controllers: authority,
    who: { sv: "var och en, även anonymt", en: "anyone, also anonymously" },
    what: { sv: "handlingen", en: "the document" },
    identity: { sv: "bara om sekretessprövningen kräver det", en: "only if the secrecy test needs it" },
    clock: "promptly",
    secrecy: { sv: "menprövning uppgift för uppgift", en: "harm test, item by item" },
    fee: { sv: "gratis på plats, kopior enligt taxa", en: "free on the spot, copies by tariff" },
  },
  "party-insight": {
    law: { act: "FL (2017:900)", at: "10 §; SoL (2025:400) 14 kap. 10 §", grade: "V" },
    controllers: authority,
    who: { sv: "den som är part i ärendet", en: "a party to the matter" },
    what: { sv: "allt material som har tillförts ärendet", en: "all material added to the matter" },
    identity: { sv: "partsställning", en: "standing as a party" },
    clock: "promptly",
    secrecy: {
      sv: "ges, utom det som är av synnerlig vikt",
      en: "given, except what is of particular importance",
    },
    fee: { sv: "enligt taxa", en: "by tariff" },
  },
  "private-file": {
    law: { act: "SoL (2025:400)", at: "17 kap. 6 §", grade: "V" },
    controllers: ["private-provider"],
    who: { sv: "den som akten rör", en: "the person the file concerns" },
    what: { sv: "handlingar i akten", en: "documents in the file" },
    identity: { sv: "behövs", en: "needed" },
    clock: "promptly",
    secrecy: { sv: "tystnadsplikt; vägran avgörs av IVO", en: "duty of silence; IVO decides a refusal" },
    fee: { sv: "inte reglerad", en: "not regulated" },
  },
};
