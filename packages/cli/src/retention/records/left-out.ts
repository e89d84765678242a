/** Words on what a command read and left out: rows, lines and columns. */
import type { Language } from "@tillit/law-reference";
import type { CsvReport } from "@tillit/retention-policy";
import type { Io } from "../../console/io.ts";
import { CommandError, exit } from "../../console/outcome.ts";
import { say } from "../../files/output.ts";

const nouns = {
  row: { sv: ["rad avvisad", "rader avvisade"], en: ["row rejected", "rows rejected"] },
  record: { sv: ["post avvisad", "poster avvisade"], en: ["record rejected", "records rejected"] },
} as const;

/** A code with its place and what was probably meant, to count by. */
export function reasonOf(
  code: string,
  at: string | undefined,
  meant: string | undefined,
  lang: Language,
): string {
  const place = at === undefined ? code : `${code} ${at}`;
  if (meant === undefined) return place;
  return lang === "sv" ? `${place}; menades ${meant}?` : `${place}; did you mean ${meant}?`;
}

/** Says how many were rejected, for each reason. */
export function sayRejected(
  io: Io,
  lang: Language,
  what: keyof typeof nouns,
  reasons: ReadonlyMap<string, number>,
): void {
  const [one, more] = nouns[what][lang];
  for (const [reason, count] of reasons) say(io, `tillit: ${count} ${count === 1 ? one : more}: ${reason}`);
}

/** A line that was not read, and why. */
export type RefusedLine = { readonly line: number; readonly refused: string };

/** After so many lines the number of the rest is enough. */
const mostLines = 20;

/** Says of lines that they were not read. */
export function sayLines(io: Io, lang: Language, lines: readonly RefusedLine[]): void {
  for (const { line, refused } of lines.slice(0, mostLines)) sayLine(io, lang, line, refused);
  const rest = lines.length - mostLines;
  if (rest > 0) say(io, lang === "sv" ? `tillit: och ${rest} rader till` : `tillit: and ${rest} lines more`);
}

function sayLine(io: Io, lang: Language, line: number, code: string): void {
  if (code === "INPUT_NOT_JSON")
    say(
      io,
      lang === "sv"
        ? `tillit: rad ${line} är inget JSON-objekt`
        : `tillit: line ${line} is not a JSON object`,
    );
  else
    say(
      io,
      lang === "sv" ? `tillit: rad ${line} avvisas: ${code}` : `tillit: line ${line} is rejected: ${code}`,
    );
}

/** A name from a file, where it looks like one: a file without a header could have anything there. */
function told(name: string): string {
  return /^\p{L}[\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+)*$/u.test(name) &&
    name.length <= 40 &&
    !/\d{4}/.test(name)
    ? ` (${name})`
    : "";
}

/** Says which columns of CSV are not used, and how many rows had nothing in them. */
export function sayReport(io: Io, lang: Language, { unused, blank }: CsvReport): void {
  const sv = lang === "sv";
  for (const { column, name, meant } of unused) {
    const hint = meant === undefined ? "" : sv ? `; menades ${meant}?` : `; did you mean ${meant}?`;
    say(
      io,
      `tillit: ${sv ? "kolumn" : "column"} ${column}${told(name)} ${sv ? "används inte" : "is not used"}${hint}`,
    );
  }
  if (blank === 0) return;
  const rows = sv ? ["tom rad", "tomma rader"] : ["blank row", "blank rows"];
  say(io, `tillit: ${blank} ${blank === 1 ? rows[0] : rows[1]} ${sv ? "hoppades över" : "passed over"}`);
}

/** The error for a record whose id another one has: which of the two is right cannot be told. */
export function idTwice(line: number): CommandError {
  return new CommandError(
    "ID_TWICE",
    `line ${line} has the id of a record before it`,
    exit.wrongUse,
    `rad ${line} har samma id som en tidigare post`,
  );
}
