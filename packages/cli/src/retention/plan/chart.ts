import { escapeHtml } from "@tillit/text-encoding";
/** Units per year and class as bars, drawn in SVG. */
import { horizonYears, type PlanNumbers } from "./table.ts";

/** A year and what falls due in it, by rule. */
export type Bar = {
  readonly year: number;
  readonly parts: readonly { readonly rule: number; readonly units: number }[];
};

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

/** The colour of the class that is drawn in a place. */
export function colourAt(place: number): string {
  return colours[place % colours.length] ?? "#6b6b6b";
}

/** Every year of the horizon, also those in which nothing falls due. */
export function barsOf(numbers: PlanNumbers): Bar[] {
  const first = Number(numbers.asOf.slice(0, 4));
  const entries = horizonYears(numbers);
  return Array.from({ length: numbers.horizon + 1 }, (_, at) => ({
    year: first + at,
    parts: entries.filter(({ year }) => year === first + at),
  }));
}

/** The bars as one picture; the table under it says the same in numbers. */
export function chartOf(
  bars: readonly Bar[],
  colourOf: (rule: number) => string,
  nameOf: (rule: number) => string,
): string {
  const [width, height, left, bottom] = [760, 280, 70, 30];
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { units }) => sum + units, 0)));
  const step = (width - left) / bars.length;
  // Years stand beside each other as long as there is room, else every second, every third.
  const every = Math.ceil(40 / step);
  const drawn = bars.map(({ year, parts }, at) => {
    let top = height - bottom;
    const rects = parts.map(({ rule, units }) => {
      const tall = (units / most) * (height - bottom - 20);
      top -= tall;
      return `<rect x="${(left + at * step + step * 0.15).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${tall.toFixed(1)}" fill="${colourOf(rule)}"><title>${year}: ${units} – ${escapeHtml(nameOf(rule))}</title></rect>`;
    });
    const label = `<text x="${(left + at * step + step / 2).toFixed(1)}" y="${height - 10}" text-anchor="middle">${year}</text>`;
    return `${rects.join("")}${at % every === 0 ? label : ""}`;
  });
  const marks = [...new Set([0, Math.floor(most / 2), most])].map((units) => {
    const y = height - bottom - (units / most) * (height - bottom - 20);
    return `<line x1="${left}" x2="${width}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#ccc"/><text x="${left - 8}" y="${(y + 4).toFixed(1)}" text-anchor="end">${units}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title">${marks.join("")}${drawn.join("")}</svg>`;
}
