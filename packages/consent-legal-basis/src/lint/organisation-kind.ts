import type { ControllerKind } from "../law/law-ref.ts";
import { stems, words } from "./lint-rule.ts";

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

/** Whether a text is a public authority's or a company's, by the words it uses about itself. */
export function organisationKind(text: string): ControllerKind {
  const count = (list: RegExp): number => [...text.matchAll(list)].length;
  return count(publicWords) >= count(privateWords) + count(companyMark)
    ? "public-authority"
    : "private-provider";
}
