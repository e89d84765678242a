import type { Language } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { ProcessingActivity } from "../activity/activity.ts";
import { allConsentTerms, restsOn } from "../activity/facts.ts";
import type { Finding } from "../check/finding.ts";
import { gdpr } from "../law/law-ref.ts";
import type { NationalLaw } from "../law/national-law.ts";
import { contentOf, textsOf } from "./compose.ts";
import type { Content, Setting } from "./content.ts";
import { articleOf, itemPlaces, type NoticeItem, noticeItems, placeOf } from "./items.ts";
import type {
  NoticeArticle,
  NoticeBlock,
  NoticeDocument,
  NoticeLevel,
  NoticeRef,
} from "./notice-document.ts";
import { contactLine, controllerOf, latestStart } from "./notice-facts.ts";
import { refuseUnknownOptions } from "../known-options.ts";

export type NoticeOptions = {
  /** 13: the data come from the person; 14: they come from others. */
  readonly article: NoticeArticle;
  readonly locale: Language;
  readonly level: NoticeLevel;
  /** The day whose law is stated; the newest description's first day if left out. */
  readonly on?: CalendarDate;
  readonly national?: NationalLaw;
};

const known = [
  "article",
  "locale",
  "level",
  "on",
  "national",
] as const satisfies readonly (keyof NoticeOptions)[];

/**
 * The privacy notice of one controller from its activities (Art. 13 or 14). Pure: the same activities, day and
 * language give the same bytes, and both languages have the same blocks in the same order.
 *
 * @returns the blocks, the items covered, and a finding (CLB101–115) for each mandatory item without an answer
 * @throws {@link ConsentBasisError} `REGISTER_EMPTY`, `REGISTER_MIXED_CONTROLLERS`, `OPTION_UNKNOWN`
 */
export function toNotice(activities: readonly ProcessingActivity[], options: NoticeOptions): NoticeDocument {
  refuseUnknownOptions(options, known);
  const { article, locale, level, national } = options;
  const controller = controllerOf(activities);
  const setting: Setting = { activities, on: options.on ?? latestStart(activities), locale, level, national };
  const texts = textsOf(locale);
  const blocks: NoticeBlock[] = [];
  const covers: NoticeRef[] = [];
  const missing: Finding[] = [];
  for (const item of noticeItems) {
    const place = placeOf(item, article);
    // Art. 13 does not ask for the categories, but a form's reader wants them: they stand with the purposes.
    const ref = place ?? (item === "categories" ? placeOf("purposes", article) : undefined);
    if (ref === undefined || !asked(item, activities, article)) continue;
    const contents = contentOf(item, setting);
    if (contents.length === 0) {
      if (mandatory(item, activities)) missing.push(lacking(item, ref));
      continue;
    }
    if (partial(item, activities)) missing.push(lacking(item, ref));
    const headings = level === "easy-read" ? texts.easyHeadings : texts.headings;
    blocks.push(
      { kind: "h", ref, text: headings[item] },
      ...contents.map((content) => toBlock(content, ref)),
    );
    if (!covers.includes(ref)) covers.push(ref);
  }
  return {
    article,
    locale,
    level,
    controller: controller.id,
    title: texts.title(controller.name, level),
    blocks,
    covers,
    missing,
    sourceHash: bytesToHex(sha256(canonicalBytes({ article, activities }))),
    consent: activities.filter((activity) => restsOn(activity, "a")).map(({ id }) => id),
  };
}

/** Is there anything to say on the item at all? */
function asked(item: NoticeItem, activities: readonly ProcessingActivity[], article: NoticeArticle): boolean {
  switch (item) {
    case "interest":
      return activities.some((activity) => restsOn(activity, "f"));
    case "withdraw":
      return activities.some((activity) => restsOn(activity, "a"));
    case "source":
      return activities.some((activity) => activity.source !== "subject");
    case "requirement":
      return article === 13 && activities.some((activity) => activity.source !== "others");
    default:
      return true;
  }
}

/** Is there an answer for some activities and none for others? Half an answer is a gap too. */
function partial(item: NoticeItem, activities: readonly ProcessingActivity[]): boolean {
  switch (item) {
    case "controller":
      return contactLine(controllerOf(activities).contact) === "";
    case "storage":
      return activities.some(
        ({ retention, retentionRule }) => retentionRule.trim() === "" || retention.sv.trim() === "",
      );
    case "requirement":
      return activities.some(({ requirement, source }) => source !== "others" && requirement === undefined);
    case "withdraw":
      return activities.flatMap(allConsentTerms).some(({ withdrawal }) => withdrawal === undefined);
    default:
      return false;
  }
}

/** A private provider names an officer where it has one; an authority always has one (Art. 37(1)(a)). */
function mandatory(item: NoticeItem, activities: readonly ProcessingActivity[]): boolean {
  return item !== "dpo" || controllerOf(activities).kind === "public-authority";
}

function lacking(item: NoticeItem, ref: NoticeRef): Finding {
  const { code, what } = itemPlaces[item];
  return {
    code,
    severity: "error",
    path: [ref],
    message: { sv: `Texten kan inte säga ${what.sv}.`, en: `The text cannot say ${what.en}.` },
    law: [gdpr(articleOf(ref))],
    fix: { sv: "Fyll i uppgiften i beskrivningen av behandlingen.", en: "Fill in the fact in the activity." },
  };
}

function toBlock(content: Content, ref: NoticeRef): NoticeBlock {
  if (content.kind === "p") return { kind: "p", ref, text: content.text };
  return {
    kind: "dl",
    ref,
    text: content.items.map(({ term, text }) => `${term}: ${text}`).join("\n"),
    items: content.items,
  };
}
