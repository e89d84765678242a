import type { ControllerKind } from "../law/law-ref.ts";
import { stems, words } from "./lint-rule.ts";
import type { Sentence } from "./sentences.ts";

const publicWords = stems(
  "nämnd",
  "kommun",
  "allmän handling",
  "myndighetsutöv",
  "förvaltning",
  "socialtjänstens",
);
const privateWords = stems("aktiebolag", "bolaget", "kund", "anställ", "medlem", "våra tjänster");
const companyMark = words("AB");
const responsible = /är personuppgiftsansvarig|ansvarar för (?:de |dina )?personuppgift/iu;

/**
 * Whether a text is a public authority's or a company's: by what it says of the controller, else by the words it
 * uses about itself.
 */
export function organisationKind(sentences: readonly Sentence[]): ControllerKind {
  const texts = sentences.map(({ text }) => text);
  const own = balance(texts.find((text) => responsible.test(text)) ?? "");
  return (own === 0 ? balance(texts.join("\n")) : own) >= 0 ? "public-authority" : "private-provider";
}

function balance(text: string): number {
  const count = (list: RegExp): number => [...text.matchAll(list)].length;
  return count(publicWords) - count(privateWords) - count(companyMark);
}
