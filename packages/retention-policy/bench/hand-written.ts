/** The Swedish rules of 2026-11-21 that the synthetic records meet, written out by hand over integers: the floor. */
import { addYears, endOfYear, NO_DAY, parseDay } from "../src/day/civil-day.ts";
import type { Facts } from "../src/index.ts";

const areas = new Set(["0580", "1480"]);
const [PRESERVE, TRANSFER, DISPOSE] = [0, 1, 2];
const [PENDING, RUNNING, DUE, OVERDUE, SETTLED] = [0, 1, 3, 4, 5];
const reform = parseDay("2026-01-15");

/** Columns of small integers and days, as somebody would lay them out who knows these rules only. */
export interface HandColumns {
  readonly kind: Uint8Array;
  readonly provider: Uint8Array;
  readonly lss: Uint8Array;
  readonly document: Uint8Array;
  readonly form: Uint8Array;
  readonly agreement: Uint8Array;
  readonly birthDay: Uint8Array;
  readonly area: Uint8Array;
  readonly event: Int32Array;
  readonly closed: Int32Array;
  readonly born: Int32Array;
}

export interface HandAnswers {
  readonly outcome: Uint8Array;
  readonly status: Uint8Array;
  readonly dutyArises: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

const kinds = ["case-file", "register-entry", "bookkeeping", "application"];
const documents = ["general", "child-placement", "child-inquiry"];
const forms = ["", "family-home", "hvb", "supported-housing", "sheltered-housing"];

export function handColumns(records: readonly Facts[]): HandColumns {
  const bytes = (read: (values: Facts["values"]) => number): Uint8Array =>
    Uint8Array.from(records, (facts) => read(facts.values));
  const days = (read: (values: Facts["values"]) => unknown): Int32Array =>
    Int32Array.from(records, (facts) => {
      const text = read(facts.values);
      return typeof text === "string" ? parseDay(text) : NO_DAY;
    });
  return {
    kind: bytes((v) => kinds.indexOf(String(v["recordType"]))),
    provider: bytes((v) => (v["holder"] === "private-provider" ? 1 : 0)),
    lss: bytes((v) => (v["statute"] === "LSS" ? 1 : 0)),
    document: bytes((v) => Math.max(0, documents.indexOf(String(v["documentFrom"])))),
    form: bytes((v) => Math.max(0, forms.indexOf(String(v["placementForm"] ?? "")))),
    agreement: bytes((v) => (v["transferAgreement"] === true ? 1 : 0)),
    birthDay: bytes((v) => Number(v["subjectBirthDay"] ?? 0)),
    area: bytes((v) => (areas.has(String(v["municipality"])) ? 1 : 0)),
    event: days((v) => v["lastEntry"] ?? v["circumstancesCeased"] ?? v["fiscalYearEnded"]),
    closed: days((v) => v["caseClosed"]),
    born: days((v) => v["subjectBorn"]),
  };
}

export function emptyAnswers(length: number): HandAnswers {
  return {
    outcome: new Uint8Array(length),
    status: new Uint8Array(length),
    dutyArises: new Int32Array(length),
    earliest: new Int32Array(length),
    latest: new Int32Array(length),
  };
}

export function evaluateByHand(columns: HandColumns, asOf: number, into: HandAnswers): void {
  const { kind, provider, lss, document, form, agreement, birthDay, area, event, closed, born } = columns;
  for (let row = 0; row < kind.length; row++) {
    const start = event[row] as number;
    const date = birthDay[row] as number;
    const research = date === 5 || date === 15 || date === 25 || area[row] === 1;
    let outcome = DISPOSE as number;
    let duty = NO_DAY;
    let earliest = NO_DAY;
    let tail = true;
    if (kind[row] === 3) outcome = PRESERVE as number;
    else if (kind[row] === 2) {
      duty = start === NO_DAY ? NO_DAY : endOfYear(start, 7);
      tail = false;
    } else if (provider[row] === 1) {
      duty = start === NO_DAY ? NO_DAY : addYears(start, 2, false);
      const child = lss[row] === 0 && document[row] !== 0 && (form[row] as number) > 1;
      if (research || child || agreement[row] === 1) {
        outcome = TRANSFER as number;
        tail = false;
      }
    } else if (research || (document[row] === 1 && (lss[row] === 0 || form[row] === 1)))
      outcome = PRESERVE as number;
    else duty = start === NO_DAY ? NO_DAY : addYears(start, 5, false);
    if (duty !== NO_DAY) {
      earliest = duty + 1;
      if (provider[row] === 0 && lss[row] === 0 && document[row] === 2 && (closed[row] as number) >= reform) {
        const thirty = addYears(born[row] as number, 30, true);
        if (thirty > duty) duty = thirty;
        if (thirty > earliest) earliest = thirty;
      }
    }
    const latest = tail && duty !== NO_DAY ? endOfYear(duty, 1) : NO_DAY;
    into.outcome[row] = outcome;
    into.dutyArises[row] = duty;
    into.earliest[row] = earliest;
    into.latest[row] = latest;
    into.status[row] = (
      outcome === PRESERVE
        ? SETTLED
        : duty === NO_DAY
          ? PENDING
          : asOf < earliest
            ? RUNNING
            : latest !== NO_DAY && asOf > latest
              ? OVERDUE
              : DUE
    ) as number;
  }
}
