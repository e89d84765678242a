/** A plan as one HTML page: numbers, a chart of units per year and class, the provisions. No script, no network. */
import { citationText, type Engine, outcomeWords, statusWords } from "@tillit/retention-policy";
import { horizonYears, type PlanNumbers, titleOf } from "./plan-table.ts";

const colours = [
  "#1b5e7d",
  "#b4552d",
  "#4f7a28",
  "#7a3b69",
  "#8a6d1d",
  "#2f6f6a",
  "#8c2f39",
  "#4b4b8f",
  "#6b6b6b",
  "#3f9bbf",
  "#e0955f",
  "#93b86a",
  "#b88ab0",
  "#d1b75c",
  "#7fb8b2",
  "#c9808a",
  "#9a9ad1",
  "#b0b0b0",
];

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

type Bar = {
  readonly year: number;
  readonly parts: readonly { readonly rule: number; readonly units: number }[];
};

function barsOf(numbers: PlanNumbers): Bar[] {
  const first = Number(numbers.asOf.slice(0, 4));
  const entries = horizonYears(numbers);
  return Array.from({ length: numbers.horizon + 1 }, (_, at) => ({
    year: first + at,
    parts: entries.filter(({ year }) => year === first + at),
  }));
}

function chart(
  bars: readonly Bar[],
  colourOf: (rule: number) => string,
  nameOf: (rule: number) => string,
): string {
  const [width, height, left, bottom] = [760, 280, 70, 30];
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { units }) => sum + units, 0)));
  const step = (width - left) / bars.length;
  const drawn = bars.map(({ year, parts }, at) => {
    let top = height - bottom;
    const rects = parts.map(({ rule, units }) => {
      const tall = (units / most) * (height - bottom - 20);
      top -= tall;
      return `<rect x="${(left + at * step + step * 0.15).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${tall.toFixed(1)}" fill="${colourOf(rule)}"><title>${year}: ${units} – ${escape(nameOf(rule))}</title></rect>`;
    });
    return `${rects.join("")}<text x="${(left + at * step + step / 2).toFixed(1)}" y="${height - 10}" text-anchor="middle">${year}</text>`;
  });
  const marks = [0, 0.5, 1].map((part) => {
    const y = height - bottom - part * (height - bottom - 20);
    return `<line x1="${left}" x2="${width}" y1="${y}" y2="${y}" stroke="#ccc"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${Math.round(most * part)}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title">${marks.join("")}${drawn.join("")}</svg>`;
}

export function planReport(engine: Engine, numbers: PlanNumbers, lang: "sv" | "en"): string {
  const sv = lang === "sv";
  const bars = barsOf(numbers);
  const rules = [
    ...new Set([
      ...numbers.groups.map(({ rule }) => rule),
      ...bars.flatMap(({ parts }) => parts.map(({ rule }) => rule)),
    ]),
  ];
  const inChart = [...new Set(bars.flatMap(({ parts }) => parts.map(({ rule }) => rule)))];
  const colourOf = (rule: number): string => colours[inChart.indexOf(rule) % colours.length] ?? "#6b6b6b";
  const nameOf = (rule: number): string => titleOf(engine, rule, lang);
  const citesOf = (number: number): string => {
    const ref = engine.ruleRef(number);
    const version = engine.ruleSet.rules
      .find(({ id }) => id === ref?.rule)
      ?.versions.find(({ inForce }) => inForce.from === ref?.version);
    const cites = version?.cite ?? engine.ruleSet.otherwise.find(({ id }) => id === ref?.rule)?.cite ?? [];
    return cites.map((cite) => citationText(engine.ruleSet, cite, lang)).join("; ");
  };
  const title = sv ? `Gallringsplan per ${numbers.asOf}` : `Disposal plan on ${numbers.asOf}`;
  const rows = numbers.groups.map(
    ({ units, outcome, status, rule }) =>
      `<tr><td class="n">${units}</td><td>${outcomeWords[outcome][lang]}</td><td>${statusWords[status][lang]}</td><td>${escape(nameOf(rule))}</td><td>${escape(citesOf(rule))}</td></tr>`,
  );
  const legend = inChart.map(
    (rule) => `<li><span style="background:${colourOf(rule)}"></span>${escape(nameOf(rule))}</li>`,
  );
  const years = bars.flatMap(({ year, parts }) =>
    parts.map(
      ({ rule, units }) =>
        `<tr><td>${year}</td><td class="n">${units}</td><td>${escape(nameOf(rule))}</td></tr>`,
    ),
  );
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}svg text{font-size:12px;fill:#333}
ul{list-style:none;padding:0}li span{display:inline-block;width:.9em;height:.9em;margin-right:.5em}
</style>
<h1>${title}</h1>
<p>${numbers.total} ${sv ? "handlingar" : "records"}, ${numbers.rejected} ${sv ? "avvisade rader" : "rejected rows"}. ${escape(engine.ruleSet.id)}, ${sv ? "utgåva" : "release"} ${escape(engine.ruleSet.release)}.</p>
<h2 id="chart-title">${sv ? "Enheter per år och klass" : "Units per year and class"}</h2>
${chart(bars, colourOf, nameOf)}
<ul>${legend.join("")}</ul>
<table><thead><tr><th>${sv ? "År" : "Year"}</th><th class="n">${sv ? "Antal" : "Units"}</th><th>${sv ? "Regel" : "Rule"}</th></tr></thead><tbody>${years.join("")}</tbody></table>
<h2>${sv ? "Allt, per regel" : "Everything, by rule"}</h2>
<table><thead><tr><th class="n">${sv ? "Antal" : "Units"}</th><th>${sv ? "Utfall" : "Outcome"}</th><th>Status</th><th>${sv ? "Regel" : "Rule"}</th><th>${sv ? "Lagrum" : "Provision"}</th></tr></thead><tbody>${rows.join("")}</tbody></table>
<p>${rules.length} ${sv ? "regler" : "rules"}.</p>
</html>
`;
}
