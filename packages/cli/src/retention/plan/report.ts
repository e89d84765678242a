/** A plan as one HTML page: numbers, a chart of units per year and class, the provisions. No script, no network. */
import type { Grade, Language } from "@tillit/law-reference";
import { citationText, type Engine, outcomeWords, statusWords } from "@tillit/retention-policy";
import { escapeHtml } from "@tillit/text-encoding";
import { barsOf, chartOf, colourAt } from "./chart.ts";
import { factName, type PlanNumbers, titleOf } from "./table.ts";

const words = {
  sv: {
    title: "Gallringsplan per",
    records: "handlingar",
    rejected: "avvisade rader",
    release: "utgåva",
    chart: "Enheter per år och klass",
    already: "Det som redan får eller skulle ha gallrats eller överlämnats räknas till innevarande år.",
    year: "År",
    units: "Antal",
    rule: "Regel",
    missing: "Uppgifter som saknas",
    fact: "Uppgift",
    all: "Allt, per regel",
    outcome: "Utfall",
    status: "Status",
    provision: "Lagrum",
    grade: "Säkerhet",
    grades: {
      V: "läst i källan",
      S: "sekundärkälla",
      M: "ur minnet, ska kontrolleras",
      I: "tolkning",
    },
  },
  en: {
    title: "Disposal plan on",
    records: "records",
    rejected: "rejected rows",
    release: "release",
    chart: "Units per year and class",
    already: "What may go already, or should have gone, counts for the present year.",
    year: "Year",
    units: "Units",
    rule: "Rule",
    missing: "Facts that are missing",
    fact: "Fact",
    all: "Everything, by rule",
    outcome: "Outcome",
    status: "Status",
    provision: "Provision",
    grade: "Grade",
    grades: {
      V: "read in the source",
      S: "secondary source",
      M: "from memory, to be checked",
      I: "interpretation",
    },
  },
} as const;

type Column = { readonly name: string; readonly number?: true };

/** A table that scrolls by itself where the page is narrow, by keyboard too. */
function table(label: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kind = (at: number): string => (columns[at]?.number === true ? ' class="n"' : "");
  const head = columns.map(({ name }, at) => `<th scope="col"${kind(at)}>${name}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${row.map((cell, at) => `<td${kind(at)}>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="wide" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

const style = `
:root{color-scheme:light}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
.wide{overflow-x:auto;margin:1rem 0}.wide:focus-visible{outline:2px solid #1b5e7d}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto;overflow:visible}svg text{font-size:12px;fill:#333}
ul{list-style:none;padding:0}li span{display:inline-block;width:.9em;height:.9em;margin-right:.5em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
@media print{body{margin:0;max-width:none;font-size:11pt}.wide{overflow:visible}tr,svg,li{break-inside:avoid}h2{break-after:avoid}}
`;

export function planReport(engine: Engine, numbers: PlanNumbers, lang: Language): string {
  const text = words[lang];
  const { ruleSet } = engine;
  const bars = barsOf(numbers);
  const inChart = [...new Set(bars.flatMap(({ parts }) => parts.map(({ rule }) => rule)))];
  const colourOf = (rule: number): string => colourAt(inChart.indexOf(rule));
  const nameOf = (rule: number): string => titleOf(engine, rule, lang);
  const sourceOf = (number: number): readonly [provisions: string, grade: string] => {
    const ref = engine.ruleRef(number);
    const source =
      ruleSet.rules
        .find(({ id }) => id === ref?.rule)
        ?.versions.find(({ inForce }) => inForce.from === ref?.version) ??
      ruleSet.otherwise.find(({ id }) => id === ref?.rule);
    if (source === undefined) return ["", ""];
    const grade: Grade = source.grade;
    return [
      source.cite
        .map((cite) => citationText(ruleSet, cite, lang))
        .join("; ")
        .replaceAll(" §", "\u00a0§"),
      `${grade}: ${text.grades[grade]}`,
    ];
  };
  const number = { name: text.units, number: true } as const;
  const title = `${text.title} ${numbers.asOf}`;
  const years = bars.flatMap(({ year, parts }) =>
    parts.map(({ rule, units }) => [String(year), String(units), nameOf(rule)]),
  );
  const missing = numbers.missing.map(({ name, units }) => [
    String(units),
    `${factName(engine, name, lang)} (${name})`,
  ]);
  const groups = numbers.groups.map(({ units, outcome, status, rule }) => [
    String(units),
    outcomeWords[outcome][lang],
    statusWords[status][lang],
    nameOf(rule),
    ...sourceOf(rule),
  ]);
  const legend = inChart.map(
    (rule) => `<li><span style="background:${colourOf(rule)}"></span>${escapeHtml(nameOf(rule))}</li>`,
  );
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${numbers.total} ${text.records}, ${numbers.rejected} ${text.rejected}. ${escapeHtml(ruleSet.id)}, ${text.release} ${escapeHtml(ruleSet.release)}.</p>
<h2 id="chart-title">${text.chart}</h2>
${chartOf(bars, colourOf, nameOf)}
<ul>${legend.join("")}</ul>
<p>${text.already}</p>
${table(text.chart, [{ name: text.year }, number, { name: text.rule }], years)}
${missing.length === 0 ? "" : `<h2>${text.missing}</h2>\n${table(text.missing, [number, { name: text.fact }], missing)}`}
<h2>${text.all}</h2>
${table(text.all, [number, ...[text.outcome, text.status, text.rule, text.provision, text.grade].map((name) => ({ name }))], groups)}
</main>
</body>
</html>
`;
}
