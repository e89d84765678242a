/** A provision with its days in force. What a check, a verdict or a notice cites. */
import type { Language, LawRef as Place, Localized } from "@tillit/law-reference";
import { type CalendarDate, parseDate } from "@tillit/civil-time";
import { inForceOn, type InForce } from "./in-force.ts";

export type ControllerKind = "public-authority" | "private-provider" | "joint";

export interface LawRef extends Place {
  readonly inForce: InForce;
  /** How a notice names the act to people. */
  readonly name?: Localized;
  /** Whom the provision binds; left out = everyone. */
  readonly binds?: readonly ControllerKind[];
}

const gdprName: Localized = {
  sv: "EU:s dataskyddsförordning (GDPR)",
  en: "the General Data Protection Regulation (GDPR)",
};
const gdprApplies: InForce = { from: parseDate("2018-05-25") };

/** A reference to Regulation (EU) 2016/679, applied from 25 May 2018 (Art. 99(2)). */
export function gdpr(at: string): LawRef {
  return { act: "GDPR", at, inForce: gdprApplies, name: gdprName };
}

/** Only the references that are law on that day. */
export function lawOn(refs: readonly LawRef[], on: CalendarDate): readonly LawRef[] {
  return refs.filter((ref) => inForceOn(ref.inForce, on));
}

/** The reference as a reader meets it: "artikel 6.1 c i …", "16 kap. 1 § socialtjänstlagen (2025:400)". */
export function citeLaw(ref: LawRef, locale: Language): string {
  const name = ref.name?.[locale] ?? ref.act;
  if (ref.act === "GDPR") {
    return locale === "sv" ? `artikel ${swedishArticle(ref.at)} i ${name}` : `Article ${ref.at} of ${name}`;
  }
  const number = ref.sfs === undefined ? "" : ` (${ref.sfs})`;
  if (locale === "en") return `${chapterAndSection(ref.at)} of ${name}${number}`;
  return `${ref.at} ${name}${number}`;
}

/** The short form for reports: "GDPR Art. 6(1)(c)", "SoL (2025:400) 16 kap. 1 §". */
export function shortCite(ref: LawRef): string {
  if (ref.act === "GDPR") return `GDPR Art. ${ref.at}`;
  return ref.sfs === undefined ? `${ref.act} ${ref.at}` : `${ref.act} (${ref.sfs}) ${ref.at}`;
}

/** 6(1)(c) is written 6.1 c in Swedish. */
function swedishArticle(provision: string): string {
  return provision.replace(/\((\d+)\)/g, ".$1").replace(/\(([a-z])\)/g, " $1");
}

/** "16 kap. 2 a §" → "chapter 16, section 2 a"; stycke and punkt stay as they are cited. */
function chapterAndSection(provision: string): string {
  const whole = /^(?:(\d+) kap\. )?([\d ,a-z–-]+?) §§?(.*)$/.exec(provision);
  if (whole === null) return provision;
  const [, chapter, section, rest] = whole;
  const more = (rest ?? "")
    .replace(/(\d+) st/g, "paragraph $1")
    .replace(/(\d+) p/g, "item $1")
    .trim();
  const tail = more === "" ? "" : `, ${more}`;
  return chapter === undefined
    ? `section ${section ?? ""}${tail}`
    : `chapter ${chapter}, section ${section ?? ""}${tail}`;
}
