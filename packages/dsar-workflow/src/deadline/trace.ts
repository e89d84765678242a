/** The way to a date, one step a rule, in words a person can check against the statute. */
import type { Localized } from "@tillit/law-reference";
import {
  addDays,
  type CalendarDate,
  holidayName,
  isEve,
  nextWorkingDay,
  weekday,
  type WorkingCalendar,
} from "@tillit/civil-time";
import type { GradedLawRef } from "@tillit/law-reference";
import type { Clock } from "./clock.ts";
import { type Counted, type DeadlineDates, slowMatterFrom } from "./dates.ts";
import { daysOf } from "./pauses.ts";

/** One step: by this rule of this law, from this date to that one. */
export type TraceStep = {
  readonly rule:
    | "received"
    | "one-month"
    | "paused"
    | "pause-open"
    | "free-day"
    | "two-further-months"
    | "promptly"
    | "appeal"
    | "no-appeal";
  readonly law: GradedLawRef;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly text: Localized;
};

const gdpr = (at: string): GradedLawRef => ({ act: "GDPR", at, grade: "V" });
const eu = (at: string, grade: GradedLawRef["grade"] = "V"): GradedLawRef => ({
  act: "Reg. (EEC, Euratom) 1182/71",
  at,
  grade,
});
const fl = (at: string): GradedLawRef => ({ act: "FL (2017:900)", at, grade: "V" });
const ltl: GradedLawRef = { act: "lag (1930:173)", at: "2 §", grade: "V" };

const dayNames: Localized[] = [
  { sv: "måndag", en: "Monday" },
  { sv: "tisdag", en: "Tuesday" },
  { sv: "onsdag", en: "Wednesday" },
  { sv: "torsdag", en: "Thursday" },
  { sv: "fredag", en: "Friday" },
  { sv: "lördag", en: "Saturday" },
  { sv: "söndag", en: "Sunday" },
];

const eveNames: Readonly<Record<string, string>> = {
  "06": "midsommarafton",
  "12-24": "julafton",
  "12-31": "nyårsafton",
};

/** What kind of day it is, e.g. "söndag (påskdagen)". */
function dayText(date: CalendarDate): Localized {
  const day = dayNames[weekday(date) - 1] ?? { sv: "", en: "" };
  const eve = isEve(date) ? (eveNames[date.slice(5)] ?? eveNames[date.slice(5, 7)]) : undefined;
  const name = holidayName(date) ?? eve;
  return name === undefined ? day : { sv: `${day.sv} (${name})`, en: `${day.en} (${name})` };
}

function rolled(date: CalendarDate, calendar: WorkingCalendar): readonly TraceStep[] {
  const to = nextWorkingDay(date, calendar);
  if (to === date) return [];
  const what = dayText(date);
  const text = {
    sv: `${date} är en ${what.sv}. Tiden går ut nästa arbetsdag, ${to}.`,
    en: `${date} is a ${what.en}. The period ends on the next working day, ${to}.`,
  };
  return [{ rule: "free-day", law: calendar === "eu" ? eu("art. 3(4)") : ltl, from: date, to, text }];
}

function appealSteps(clock: Clock): readonly TraceStep[] {
  const { servedOn, controller = "public-authority" } = clock;
  if (servedOn === undefined) return [];
  if (controller === "private-provider") {
    const text = {
      sv: "Ett privat företags besked kan inte överklagas. Klagomål kan lämnas till tillsynsmyndigheten, och talan kan väckas i domstol.",
      en: "A private provider's answer cannot be appealed. A complaint may go to the supervisory authority, and a court may be asked.",
    };
    return [{ rule: "no-appeal", law: gdpr("art. 77 and 79"), from: servedOn, to: servedOn, text }];
  }
  const to = addDays(servedOn, 21);
  const text = {
    sv: `Överklagandet ska ha kommit in inom tre veckor från den dag beslutet togs emot, ${servedOn}: ${to}.`,
    en: `An appeal must have come in within three weeks from the day the decision was received, ${servedOn}: ${to}.`,
  };
  return [{ rule: "appeal", law: fl("44 §"), from: servedOn, to, text }, ...rolled(to, "statute")];
}

function received({ receivedOn }: Clock): TraceStep {
  const text = {
    sv: `Begäran kom in ${receivedOn}. Den dagen räknas inte.`,
    en: `The request was received on ${receivedOn}. That day is not counted.`,
  };
  return { rule: "received", law: eu("art. 3(1)"), from: receivedOn, to: receivedOn, text };
}

function pauseSteps(clock: Clock, counted: Counted, from: CalendarDate): readonly TraceStep[] {
  const days = daysOf(counted.paused);
  const to = addDays(from, days);
  const steps: TraceStep[] = [];
  if (days > 0) {
    const list = counted.paused.map((stretch) => `${stretch.from}–${stretch.to}`).join(", ");
    steps.push({
      rule: "paused",
      law: { act: "GDPR", at: "art. 12(6), recital 63; EDPB 01/2022 section 5.3", grade: "S" },
      from,
      to,
      text: {
        sv: `Klockan stod stilla ${list}, ${days} dagar (överlappande tid räknas en gång). Dagen flyttas till ${to}.`,
        en: `The clock stood still ${list}, ${days} days (overlapping time is counted once). The day moves to ${to}.`,
      },
    });
  }
  for (const open of (clock.pauses ?? []).filter((pause) => pause.to === undefined)) {
    steps.push({
      rule: "pause-open",
      law: { act: "GDPR", at: "art. 12(6), 11(2)", grade: "I" },
      from: open.from,
      to,
      text: {
        sv: `Frågan från ${open.from} är inte besvarad. Den flyttar ingen dag förrän svaret har kommit.`,
        en: `The question of ${open.from} is unanswered. It moves no day until the answer has come.`,
      },
    });
  }
  return steps;
}

/** The trace of a GDPR clock. */
export function traceMonths(clock: Clock, counted: Counted): readonly TraceStep[] {
  const { receivedOn, extended = false } = clock;
  const { month, paused, firstReading, secondReading } = counted;
  const clamped = month.slice(8) !== receivedOn.slice(8);
  const steps: TraceStep[] = [
    received(clock),
    {
      rule: "one-month",
      law: gdpr("art. 12(3)"),
      from: receivedOn,
      to: month,
      text: {
        sv: `En månad: ${month}${clamped ? ", månadens sista dag eftersom dagens nummer saknas" : ", samma dag i nästa månad"} (förordning 1182/71 art. 3.2 c).`,
        en: `One month: ${month}${clamped ? ", the month's last day, since the day's number is missing" : ", the same day of the next month"} (Reg. 1182/71 art. 3(2)(c)).`,
      },
    },
    ...pauseSteps(clock, counted, month),
    ...rolled(addDays(month, daysOf(paused)), "eu"),
  ];
  if (extended) {
    const end = firstReading < secondReading ? firstReading : secondReading;
    const two = firstReading === secondReading;
    steps.push({
      rule: "two-further-months",
      law: { act: "GDPR", at: "art. 12(3)", grade: two ? "V" : "I" },
      from: month,
      to: end,
      text: {
        sv: two
          ? `Förlängd med två månader: ${end}.`
          : `Förlängd med två månader. Tre månader från mottagandet ger ${firstReading}, en månad och sedan två ger ${secondReading}. Den tidigare dagen gäller här: ${end}.`,
        en: two
          ? `Extended by two months: ${end}.`
          : `Extended by two months. Three months from receipt give ${firstReading}, one month and then two give ${secondReading}. The earlier is used: ${end}.`,
      },
    });
    if (daysOf(paused) > 0) steps.push(...pauseSteps({ ...clock, pauses: [] }, counted, end));
    steps.push(...rolled(addDays(end, daysOf(paused)), "eu"));
  }
  return [...steps, ...appealSteps(clock)];
}

const promptLaw: Readonly<Record<string, { law: GradedLawRef; sv: string; en: string }>> = {
  "public-records": {
    law: { act: "TF", at: "2 kap. 15–16 §§", grade: "V" },
    sv: "Allmän handling lämnas genast eller så snart det är möjligt, kopior skyndsamt.",
    en: "Public records are shown at once or as soon as possible, copies promptly.",
  },
  "party-insight": {
    law: fl("10 §"),
    sv: "En part får ta del av materialet utan en bestämd tid, men före beslutet (FL 25 §).",
    en: "A party sees the material without a fixed time, but before the decision (FL 25 §).",
  },
  "private-file": {
    law: { act: "SoL (2025:400)", at: "17 kap. 6 §", grade: "V" },
    sv: "Den som akten rör får ta del av den så snart som möjligt; vägran lämnas genast till IVO.",
    en: "The person the file concerns sees it as soon as possible; a refusal goes to IVO at once.",
  },
};

/** The trace of a clock that says "promptly". */
export function tracePromptly(clock: Clock, dates: DeadlineDates): readonly TraceStep[] {
  const { receivedOn, regime = "public-records" } = clock;
  const { law, sv, en } = promptLaw[regime] ?? { law: fl("9 §"), sv: "", en: "" };
  const slow = slowMatterFrom(receivedOn);
  const authority = (clock.controller ?? "public-authority") === "public-authority";
  const text = {
    sv: `${sv} Arbeta mot ${dates.planBy}${authority ? `; efter ${slow} kan avgörande begäras (FL 12 §)` : ""}.`,
    en: `${en} Work towards ${dates.planBy}${authority ? `; after ${slow} a decision may be demanded (FL 12 §)` : ""}.`,
  };
  const step: TraceStep = { rule: "promptly", law, from: receivedOn, to: dates.planBy, text };
  return [received(clock), step, ...appealSteps(clock)];
}
