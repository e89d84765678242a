/** From activities to the contents of each item; an item that the model cannot answer gives nothing. */
import type { Language } from "@tillit/law-reference";
import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf } from "../activity/facts.ts";
import { citeLaw, gdpr } from "../law/law-ref.ts";
import { capital, listWords } from "../law/localized.ts";
import type { Content, Setting } from "./content.ts";
import type { NoticeItem } from "./items.ts";
import {
  basisLaw,
  citeFor,
  complaintPlace,
  contactLine,
  controllerOf,
  sentence,
  withdrawalChannels,
} from "./notice-facts.ts";
import { rightsContent } from "./rights-content.ts";
import { noticeEn } from "./texts/en.ts";
import type { NoticeTexts } from "./texts/notice-texts.ts";
import { noticeSv } from "./texts/sv.ts";

export function textsOf(locale: Language): NoticeTexts {
  return locale === "sv" ? noticeSv : noticeEn;
}

function paragraph(text: string): Content {
  return { kind: "p", text };
}

/** One entry per activity; a single activity, or one text for all, needs no terms. */
function perActivity(
  { activities, locale }: Setting,
  say: (activity: ProcessingActivity) => string | undefined,
): readonly Content[] {
  const items = activities.flatMap((activity) => {
    const text = say(activity);
    return text === undefined || text === "" ? [] : [{ term: capital(activity.title[locale]), text }];
  });
  const [first] = items;
  if (first === undefined) return [];
  if (new Set(items.map(({ text }) => text)).size === 1 && items.length === activities.length) {
    return [paragraph(first.text)];
  }
  return [{ kind: "dl", items }];
}

function purposes(setting: Setting): readonly Content[] {
  const { activities, locale, level } = setting;
  const texts = textsOf(locale);
  return [
    {
      kind: "dl",
      items: activities.map((activity) => {
        const grounds = basesOf(activity).map((basis) => texts.basis(basis, level));
        const law = citeFor(level, basisLaw(activity), locale);
        const parts = [
          texts.purpose(
            {
              purpose: sentence(activity.purpose[locale]),
              basis: listWords([...new Set(grounds)], locale),
              law,
            },
            level,
          ),
        ];
        const { special, criminal, nationalId } = activity;
        if (special !== undefined) {
          const more = "law" in special ? special.law : [];
          const secrecy = special.art9 === "h" && special.secrecy !== undefined ? [special.secrecy] : [];
          const ground = citeFor(level, [gdpr(`9(2)(${special.art9})`), ...more, ...secrecy], locale);
          parts.push(texts.special({ law: ground }, level));
        }
        if (criminal !== undefined)
          parts.push(texts.criminal({ law: citeFor(level, [criminal.law], locale) }, level));
        if (nationalId !== undefined && level !== "short") {
          parts.push(texts.nationalId({ law: citeFor(level, [nationalId.law], locale) }, level));
        }
        for (const extra of activity.safeguards) {
          const detail =
            extra.kind === "secrecy-waiver" ? extra.releasedTo[locale] : citeLaw(extra.law, locale);
          parts.push(texts.extraConsent({ kind: extra.kind, detail }, level));
        }
        return { term: capital(activity.title[locale]), text: parts.join(" ") };
      }),
    },
  ];
}

function categories(setting: Setting): readonly Content[] {
  const texts = textsOf(setting.locale);
  return perActivity(setting, (activity) =>
    texts.data(
      {
        categories: listWords(
          activity.data.map(({ label }) => label[setting.locale]),
          setting.locale,
        ),
      },
      setting.level,
    ),
  );
}

function transfers(setting: Setting): readonly Content[] {
  const { activities, locale, level } = setting;
  const texts = textsOf(locale);
  if (activities.some((activity) => !activity.transfers.assessed)) return [];
  const all = activities.flatMap(({ transfers: known }) => (known.assessed ? known.to : []));
  if (all.length === 0) return [paragraph(texts.noTransfer({}, level))];
  const said = all.map(({ country, tool, copyFrom }) =>
    tool === undefined
      ? undefined
      : texts.transfer(
          {
            country: country[locale],
            tool,
            ...(copyFrom === undefined ? {} : { copyFrom: copyFrom[locale] }),
          },
          level,
        ),
  );
  if (said.includes(undefined)) return [];
  return [...new Set(said)].flatMap((text) => (text === undefined ? [] : [paragraph(text)]));
}

function source(setting: Setting): readonly Content[] {
  const texts = textsOf(setting.locale);
  const indirect = setting.activities.filter((activity) => activity.source !== "subject");
  if (indirect.some((activity) => (activity.sources ?? []).length === 0)) return [];
  return perActivity({ ...setting, activities: indirect }, ({ sources = [] }) => {
    const label = (open: boolean): string[] =>
      sources.filter((one) => one.publiclyAccessible === open).map((one) => one.label[setting.locale]);
    const names = sources.map((one) => one.label[setting.locale]);
    return texts.source({ names, open: label(true) }, setting.level);
  });
}

function controller(setting: Setting): readonly Content[] {
  const { name, contact, representative } = controllerOf(setting.activities);
  const line = contactLine(contact);
  const deputy =
    representative === undefined
      ? {}
      : { representative: `${representative.name}, ${contactLine(representative.contact)}` };
  return [paragraph(textsOf(setting.locale).controller({ name, contact: line, ...deputy }, setting.level))];
}

function complaint(setting: Setting): readonly Content[] {
  const place = complaintPlace(
    controllerOf(setting.activities),
    setting.on,
    setting.locale,
    setting.national,
  );
  return place === undefined ? [] : [paragraph(textsOf(setting.locale).complaint(place, setting.level))];
}

/** What the notice says on an item; empty = the model has no answer. */
export function contentOf(item: NoticeItem, setting: Setting): readonly Content[] {
  const { activities, locale, level } = setting;
  const texts = textsOf(locale);
  switch (item) {
    case "controller":
      return controller(setting);
    case "dpo": {
      const officer = controllerOf(activities).dataProtectionOfficer;
      const line = officer === undefined ? "" : contactLine(officer.contact);
      return line === "" ? [] : [paragraph(texts.dpo({ contact: line }, level))];
    }
    case "purposes":
      return purposes(setting);
    case "interest":
      return activities.flatMap((activity) =>
        basesOf(activity).flatMap((basis) =>
          basis.art6 === "f" ? [paragraph(texts.interest({ interest: basis.interest[locale] }, level))] : [],
        ),
      );
    case "categories":
      return categories(setting);
    case "recipients": {
      const names = [...new Set(activities.flatMap((a) => a.recipients.map(({ name }) => name[locale])))];
      return [paragraph(texts.recipients({ names }, level))];
    }
    case "transfers":
      return transfers(setting);
    case "storage":
      return perActivity(setting, ({ retention, retentionRule }) =>
        retentionRule.trim() === "" || retention[locale].trim() === ""
          ? undefined
          : texts.storage({ retention: sentence(retention[locale]) }, level),
      );
    case "rights":
      return rightsContent(setting, texts);
    case "withdraw": {
      const channels = withdrawalChannels(activities, locale);
      return channels === undefined || channels.length === 0
        ? []
        : [paragraph(texts.withdraw({ channels }, level))];
    }
    case "complaint":
      return complaint(setting);
    case "requirement":
      return perActivity(setting, ({ requirement }) =>
        requirement === undefined
          ? undefined
          : texts.requirement(
              { kind: requirement.kind, consequence: sentence(requirement.consequence[locale]) },
              level,
            ),
      );
    case "source":
      return source(setting);
    case "automated": {
      const automated = activities.flatMap(({ automatedDecision: made }) =>
        made === undefined
          ? []
          : [
              paragraph(
                texts.automated(
                  { logic: sentence(made.logic[locale]), consequences: sentence(made.consequences[locale]) },
                  level,
                ),
              ),
            ],
      );
      return automated.length > 0 ? automated : [paragraph(texts.noAutomated({}, level))];
    }
    case "new-purpose":
      return [paragraph(texts.newPurpose({}, level))];
  }
}
