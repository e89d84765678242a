/** The human-readable copy: one page that needs nothing but a browser. */
import type { Language, Localized } from "@tillit/law-reference";
import type { ProcessingInformation } from "./content.ts";
import type { GivenItem } from "./given.ts";
import { escapeHtml } from "@tillit/text-encoding";
import { page } from "./html.ts";

const headings = {
  title: { sv: "Dina personuppgifter", en: "Your personal data" },
  about: { sv: "Hur vi behandlar dem", en: "How we process them" },
  copy: { sv: "Kopia av uppgifterna", en: "Copy of the data" },
  purposes: { sv: "Ändamål och rättslig grund", en: "Purposes and legal basis" },
  basis: { sv: "Rättslig grund", en: "Legal basis" },
  categories: { sv: "Kategorier av uppgifter", en: "Categories of data" },
  recipients: { sv: "Mottagare", en: "Recipients" },
  retention: { sv: "Hur länge de sparas", en: "How long they are kept" },
  rights: { sv: "Dina rättigheter", en: "Your rights" },
  complaint: { sv: "Klagomål", en: "Complaint" },
  sources: { sv: "Varifrån de kommer", en: "Where they come from" },
  automatedDecisions: { sv: "Automatiserade beslut", en: "Automated decisions" },
  transfers: { sv: "Överföring utanför EU och EES", en: "Transfer outside the EU and EEA" },
  none: { sv: "Inga.", en: "None." },
  source: { sv: "Källa", en: "Source" },
  withheld: { sv: "Lämnas inte ut", en: "Not disclosed" },
  masked: { sv: "Delar är dolda", en: "Parts are hidden" },
  according: { sv: "enligt", en: "under" },
} as const satisfies Record<string, Localized>;

const parts = [
  "categories",
  "recipients",
  "retention",
  "rights",
  "complaint",
  "sources",
  "automatedDecisions",
  "transfers",
] as const;

function purposes(information: ProcessingInformation, lang: Language): string {
  const told = information.purposes.map(({ purpose, basis }) => {
    const lines = basis.map((one) => `<li>${escapeHtml(one[lang])}</li>`).join("");
    return `<dd>${escapeHtml(purpose[lang])}<p>${headings.basis[lang]}:</p><ul>${lines}</ul></dd>`;
  });
  return `<dt>${headings.purposes[lang]}</dt>${told.join("")}`;
}

function about(information: ProcessingInformation, lang: Language): string {
  const rows = parts.map((part) => {
    const value: Localized | readonly Localized[] = information[part];
    const list = (Array.isArray as (x: unknown) => x is readonly Localized[])(value) ? value : [value];
    const shown = list.length === 0 ? [headings.none] : list;
    return `<dt>${headings[part][lang]}</dt>${shown.map((text) => `<dd>${escapeHtml(text[lang])}</dd>`).join("")}`;
  });
  return `<section><h2>${headings.about[lang]}</h2><dl>${purposes(information, lang)}${rows.join("")}</dl></section>`;
}

function article(item: GivenItem, n: number, lang: Language): string {
  const title = item.title === "" ? `${n + 1}` : `${n + 1}. ${item.title}`;
  const law = item.provision === undefined ? "" : ` ${headings.according[lang]} ${item.provision}`;
  const note =
    item.text === undefined
      ? `<p><strong>${headings.withheld[lang]}${escapeHtml(law)}.</strong></p>`
      : item.provision === undefined
        ? ""
        : `<p>${headings.masked[lang]}${escapeHtml(law)}.</p>`;
  const source = item.source === "" ? "" : `<p>${headings.source[lang]}: ${escapeHtml(item.source)}</p>`;
  const text = item.text === undefined ? "" : `<pre>${escapeHtml(item.text)}</pre>`;
  return `<article><h3>${escapeHtml(title)}</h3>${source}${note}${text}</article>`;
}

/** The page of an answer. */
export function exportView(
  items: readonly GivenItem[],
  { lang, information }: { readonly lang: Language; readonly information?: ProcessingInformation },
): string {
  const title = headings.title[lang];
  const list = items.map((item, n) => article(item, n, lang)).join("");
  const copy = `<section><h2>${headings.copy[lang]}</h2>${list}</section>`;
  const body = `<h1>${title}</h1>${information === undefined ? "" : about(information, lang)}${copy}`;
  return page({ lang, title, body });
}
