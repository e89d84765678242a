/** A policy that says when it was last looked at, and that was long ago: CLB529. */
import { addYears, type CalendarDate, isCalendarDate } from "@tillit/civil-time";
import { gdpr } from "../law/law-ref.ts";
import { lintFixes } from "./fixes.ts";
import { type LintFinding, type LintOptions, place } from "./lint-finding.ts";
import type { Sentence } from "./sentences.ts";

const months = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];
const said =
  /(?:senast (?:kontrollerad|uppdaterad|granskad|ändrad|reviderad)|gäller från(?: och med)?|uppdaterad)[^\d]{0,20}/iu;
const written = new RegExp(`(\\d{4}-\\d\\d-\\d\\d)|(\\d{1,2}) (${months.join("|")}) (\\d{4})`, "iu");
const oldAfterYears = 3;

export function datedFindings(sentences: readonly Sentence[], { on }: LintOptions): readonly LintFinding[] {
  return sentences.flatMap((sentence) => {
    const lead = said.exec(sentence.text);
    const date = lead === null ? undefined : dateIn(sentence.text.slice(lead.index));
    if (lead === null || date === undefined || addYears(date.day, oldAfterYears) > on) return [];
    const beforeGdpr = date.day < "2018-05-25";
    const span = { from: lead.index, to: lead.index + date.end };
    return [
      {
        ...place(sentence, span),
        code: "CLB529" as const,
        severity: "warning" as const,
        problems: beforeGdpr ? (["P15", "P8"] as const) : (["P15"] as const),
        confidence: 0.95,
        message: beforeGdpr
          ? {
              sv: "Texten är äldre än dataskyddsförordningen.",
              en: "The text is older than the General Data Protection Regulation.",
            }
          : { sv: "Texten är mer än tre år gammal.", en: "The text is more than three years old." },
        law: [gdpr("12(1)"), gdpr("5(2)")],
        fix: lintFixes.P15,
      },
    ];
  });
}

function dateIn(text: string): { readonly day: CalendarDate; readonly end: number } | undefined {
  const match = written.exec(text);
  if (match === null) return undefined;
  const [, iso, day, month, year] = match;
  const number = month === undefined ? 0 : months.indexOf(month.toLowerCase()) + 1;
  const text10 = iso ?? `${year ?? ""}-${String(number).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  return isCalendarDate(text10) ? { day: text10, end: match.index + match[0].length } : undefined;
}
