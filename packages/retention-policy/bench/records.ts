/** Synthetic records, the same every time: 70 % case files, registers, bookkeeping, applications; 6 % placed children. */
import type { Facts } from "../src/index.ts";

/** A small repeatable generator (Numerical Recipes); good enough to spread values. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const towns = ["1904", "0180", "1480", "0580", "1280", "2380", "0380", "2482"];
const forms = ["family-home", "hvb", "supported-housing", "sheltered-housing"];

/** Records in order; the same seed gives the same records. */
export function* records(count: number, seed = 1): Generator<Facts> {
  const random = generator(seed);
  const whole = (limit: number): number => Math.floor(random() * limit);
  const day = (from: number, years: number): string =>
    `${from + whole(years)}-${two(1 + whole(12))}-${two(1 + whole(28))}`;
  for (let index = 0; index < count; index++) {
    const id = `r-${index}`;
    const kind = random();
    const person = { subjectBirthDay: 1 + whole(31), municipality: towns[whole(towns.length)] as string };
    if (kind < 0.1) {
      yield {
        id,
        unit: "file",
        values: {
          holder: "private-provider",
          statute: "BFL",
          recordType: "bookkeeping",
          fiscalYearEnded: day(2010, 16),
        },
      };
      continue;
    }
    if (kind < 0.25) {
      yield {
        id,
        unit: "register",
        values: {
          ...person,
          holder: "social-board",
          statute: "SoL",
          recordType: "register-entry",
          circumstancesCeased: day(2012, 14),
        },
      };
      continue;
    }
    if (kind < 0.3) {
      yield {
        id,
        unit: "file",
        values: {
          ...person,
          holder: "social-board",
          statute: "none",
          recordType: "application",
          applicationOutcome: "declined",
          receivedOn: day(2020, 6),
        },
      };
      continue;
    }
    const provider = random() < 0.3;
    const from = random();
    const documentFrom = from < 0.06 ? "child-placement" : from < 0.14 ? "child-inquiry" : "general";
    const lastEntry = index % 1461 === 0 ? "2020-02-29" : day(2012, 14);
    yield {
      id,
      unit: "file",
      values: {
        ...person,
        holder: provider ? "private-provider" : "social-board",
        statute: random() < 0.1 ? "LSS" : "SoL",
        recordType: "case-file",
        documentFrom,
        lastEntry,
        subjectIsChild: documentFrom !== "general",
        ...(documentFrom === "general" ? {} : { placementForm: forms[whole(forms.length)] as string }),
        ...(documentFrom === "child-inquiry" ? { subjectBorn: day(2004, 18), caseClosed: lastEntry } : {}),
        ...(provider ? { transferAgreement: random() < 0.1 } : {}),
      },
    };
  }
}

/** Columns of the CSV form of the records. */
export const csvColumns: readonly string[] = [
  "id",
  "unit",
  "holder",
  "statute",
  "recordType",
  "documentFrom",
  "placementForm",
  "subjectIsChild",
  "subjectBirthDay",
  "subjectBorn",
  "municipality",
  "lastEntry",
  "circumstancesCeased",
  "caseClosed",
  "fiscalYearEnded",
  "receivedOn",
  "transferAgreement",
];

/** A record as a CSV line. */
export function csvLine(facts: Facts): string {
  return csvColumns
    .map((name) =>
      name === "id" ? facts.id : name === "unit" ? facts.unit : String(facts.values[name] ?? ""),
    )
    .join(",");
}
