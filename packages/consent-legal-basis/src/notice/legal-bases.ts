/** The legal basis of an activity as an answer to a data subject says it (GDPR art. 6, 9, 10 and 87). */
import type { Language, Localized } from "@tillit/law-reference";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { Art6 } from "../activity/basis.ts";
import { basesOf } from "../activity/facts.ts";
import { citeLaw, gdpr, type LawRef } from "../law/law-ref.ts";
import { listWords } from "../law/localized.ts";

const sixth: Readonly<Record<Art6["art6"], Localized>> = {
  a: { sv: "samtycke", en: "consent" },
  b: { sv: "avtal", en: "contract" },
  c: { sv: "rättslig förpliktelse", en: "a legal obligation" },
  d: { sv: "skydd av grundläggande intressen", en: "vital interests" },
  e: {
    sv: "uppgift av allmänt intresse eller myndighetsutövning",
    en: "a task in the public interest or official authority",
  },
  f: { sv: "intresseavvägning", en: "legitimate interests" },
};
const preContract: Localized = {
  sv: "åtgärder på din begäran innan ett avtal ingås",
  en: "steps at your request before a contract",
};
const special: Localized = { sv: "känsliga personuppgifter", en: "special categories of data" };
const offences: Localized = { sv: "lagöverträdelser", en: "offences" };
const nationalId: Localized = { sv: "person- och samordningsnummer", en: "identity numbers" };

function cited(refs: readonly LawRef[], language: Language): string {
  return refs.length === 0
    ? ""
    : `: ${listWords(
        refs.map((ref) => citeLaw(ref, language)),
        language,
      )}`;
}

function line(start: (language: Language) => string, refs: readonly LawRef[]): Localized {
  return { sv: start("sv") + cited(refs, "sv"), en: start("en") + cited(refs, "en") };
}

function article(provision: string, name: Localized): (language: Language) => string {
  return (language) => `${citeLaw(gdpr(provision), language)}, ${name[language]}`;
}

function general(basis: Art6): Localized {
  const name = basis.art6 === "b" && basis.contract === "pre-contract" ? preContract : sixth[basis.art6];
  const told = line(article(`6(1)(${basis.art6})`, name), "law" in basis ? basis.law : []);
  if (basis.art6 !== "f") return told;
  return { sv: `${told.sv}: ${basis.interest.sv}`, en: `${told.en}: ${basis.interest.en}` };
}

/**
 * Each basis of an activity in words with article and provision: what it rests on from the start, then the grounds for
 * special categories of data, for data on offences and for identity numbers, where it holds such.
 *
 * @example
 * legalBases(activity)[0]?.sv; // "artikel 6.1 c i EU:s dataskyddsförordning (GDPR), rättslig förpliktelse: 14 kap. 3 § …"
 */
export function legalBases(activity: ProcessingActivity): readonly Localized[] {
  const { special: ninth, criminal, nationalId: number } = activity;
  const bases = basesOf(activity).map(general);
  if (ninth !== undefined) {
    const secrecy = ninth.art9 === "h" && ninth.secrecy !== undefined ? [ninth.secrecy] : [];
    const refs = "law" in ninth ? [...ninth.law, ...secrecy] : secrecy;
    bases.push(line(article(`9(2)(${ninth.art9})`, special), refs));
  }
  if (criminal !== undefined) bases.push(line(article("10", offences), [criminal.law]));
  if (number !== undefined) bases.push(line((language) => nationalId[language], [number.law]));
  return bases;
}
