/** The rights of all activities together: what applies to every one, what only to some, and why not elsewhere. */
import type { Language, Localized } from "@tillit/law-reference";
import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf } from "../activity/facts.ts";
import { capital, listWords } from "../law/localized.ts";
import { type Applicability, rightsFor } from "../rights/rights-for.ts";
import type { Content, Setting } from "./content.ts";
import { controllerOf, sentence } from "./notice-facts.ts";
import type { ListedRight, NoticeTexts } from "./texts/notice-texts.ts";

/** The rights that Art. 13(2)(b) and 14(2)(c) name, and the one to escape automated decisions. */
const listed: readonly ListedRight[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "not-automated",
];

type Told = { readonly activity: ProcessingActivity; readonly standing: Applicability };

export function rightsContent(setting: Setting, texts: NoticeTexts): readonly Content[] {
  const { activities, locale, level, on, national } = setting;
  const told: readonly Told[] = activities.flatMap((activity) =>
    rightsFor(activity, on, national === undefined ? {} : { national }).map((standing) => ({
      activity,
      standing,
    })),
  );
  const answersWithin = controllerOf(activities).answersWithin?.[locale];
  const intro = texts.rightsIntro(answersWithin === undefined ? {} : { answersWithin }, level);
  const items = listed.map((right) => ({
    term: texts.rightNames[right],
    text: describe(
      told.filter(({ standing }) => standing.right === right),
      right,
      setting,
      texts,
    ),
  }));
  const objections = told.filter(({ standing }) => standing.right === "object");
  const open = objections.filter(({ standing }) => standing.verdict !== "excluded");
  const excluded = objections.filter(({ standing }) => standing.verdict === "excluded");
  const leaving = level === "easy-read" ? excluded.filter(({ activity }) => byConsentAlone(activity)) : [];
  const closed = excluded.filter((one) => !leaving.includes(one));
  const about = (some: readonly Told[], text: string): string =>
    some.length === activities.length ? text : `${titles(some, setting)}: ${text}`;
  const objecting: Content[] = [];
  if (open.length > 0) {
    objecting.push({ kind: "p", text: about(open, texts.objection({ open: true, reason: "" }, level)) });
  }
  if (leaving.length > 0) objecting.push({ kind: "p", text: about(leaving, texts.easyLeave) });
  if (closed.length > 0) {
    const reason = lastReason(closed, locale);
    objecting.push({ kind: "p", text: about(closed, texts.objection({ open: false, reason }, level)) });
  }
  return [{ kind: "p", text: intro }, { kind: "dl", items }, ...objecting];
}

function byConsentAlone(activity: ProcessingActivity): boolean {
  return basesOf(activity).every(({ art6 }) => art6 === "a");
}

function titles(some: readonly Told[], { locale }: Setting): string {
  return capital(
    listWords(
      some.map(({ activity }) => activity.title[locale]),
      locale,
    ),
  );
}

function lastReason(some: readonly Told[], locale: Language): string {
  return unique(
    some.flatMap(({ standing }) => standing.reasons.at(-1)?.text ?? []),
    locale,
  );
}

function unique(texts: readonly Localized[], locale: Language): string {
  return [...new Set(texts.map((text) => sentence(text[locale])))].join(" ");
}

/** One right over all activities, grouped by what is said, so that equal answers stand once. */
function describe(told: readonly Told[], right: ListedRight, setting: Setting, texts: NoticeTexts): string {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const said = sayOne(one.standing, right, setting, texts);
    groups.set(said, [...(groups.get(said) ?? []), one]);
  }
  const all = [...groups];
  if (all.length === 1) return all[0]?.[0] ?? "";
  const join = setting.level === "short" ? " " : "\n";
  return all.map(([said, some]) => `${titles(some, setting)}: ${said}`).join(join);
}

function sayOne(
  standing: Applicability,
  right: ListedRight,
  { locale, level }: Setting,
  texts: NoticeTexts,
): string {
  if (level === "easy-read") return texts.easyRights[right][standing.verdict];
  const first = standing.reasons[0];
  if (standing.verdict === "excluded") {
    return texts.excluded(
      unique(
        standing.reasons.slice(-1).map(({ text }) => text),
        locale,
      ),
      level,
    );
  }
  const base = first === undefined ? "" : sentence(first.text[locale]);
  if (level === "short")
    return standing.conditions.length === 0 ? base : unique(standing.conditions.slice(-1), locale);
  return [base, unique(standing.conditions, locale)].filter((part) => part !== "").join(" ");
}
