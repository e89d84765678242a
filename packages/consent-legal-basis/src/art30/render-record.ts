/** The Art. 30 record as a file to hand over: CSV, HTML or JSON. */
import type { Language } from "@tillit/law-reference";
import { escapeHtml } from "@tillit/text-encoding";
import { type RecordColumn, recordColumns, type RecordOfProcessing } from "./record-of-processing.ts";

const headings: Readonly<Record<Language, Readonly<Record<RecordColumn, string>>>> = {
  sv: {
    activity: "Behandling",
    controller: "Personuppgiftsansvarig",
    officer: "Dataskyddsombud",
    purposes: "Ändamål",
    subjects: "Registrerade",
    data: "Uppgifter",
    recipients: "Mottagare",
    transfers: "Tredjeland",
    erasure: "Gallring",
    security: "Säkerhetsåtgärder",
    basis: "Rättslig grund",
    version: "Version",
  },
  en: {
    activity: "Activity",
    controller: "Controller",
    officer: "Data protection officer",
    purposes: "Purposes",
    subjects: "Data subjects",
    data: "Data",
    recipients: "Recipients",
    transfers: "Third countries",
    erasure: "Erasure",
    security: "Security measures",
    basis: "Legal basis",
    version: "Version",
  },
};

const titles: Readonly<Record<Language, { title: string; missing: string; nothing: string }>> = {
  sv: { title: "Register över behandling", missing: "Det som saknas", nothing: "Inget saknas." },
  en: { title: "Record of processing", missing: "What is missing", nothing: "Nothing is missing." },
};

/** RFC 4180: CRLF, quotes where needed; a cell that a spreadsheet could run as a formula gets a leading apostrophe. */
export function recordCsv({ locale, rows }: RecordOfProcessing): string {
  const head = recordColumns.map((column) => headings[locale][column]);
  const lines = rows.map((row) => recordColumns.map((column) => row[column]));
  return [head, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** One HTML page with the table and the report of missing fields. */
export function recordHtml({ locale, rows, missing }: RecordOfProcessing): string {
  const words = titles[locale];
  const head = recordColumns
    .map((column) => `<th scope="col">${escapeHtml(headings[locale][column])}</th>`)
    .join("");
  const body = rows
    .map((row) => {
      const cells = recordColumns.map((column, index) =>
        index === 0
          ? `<th scope="row">${escapeHtml(row[column])}</th>`
          : `<td>${escapeHtml(row[column])}</td>`,
      );
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("\n");
  const gaps = missing.map(
    ({ code, path, message }) =>
      `<li>${code} ${escapeHtml(String(path[0]))}: ${escapeHtml(message[locale])}</li>`,
  );
  const report = gaps.length === 0 ? `<p>${words.nothing}</p>` : `<ul>\n${gaps.join("\n")}\n</ul>`;
  return [
    "<!doctype html>",
    `<html lang="${locale}">`,
    `<head><meta charset="utf-8"><title>${words.title}</title>`,
    "<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem}table{border-collapse:collapse}th,td{border:1px solid;padding:.3rem .5rem;text-align:left;vertical-align:top}</style>",
    "</head>",
    `<body><main><h1>${words.title}</h1>`,
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`,
    `<h2>${words.missing}</h2>`,
    `${report}</main></body></html>`,
    "",
  ].join("\n");
}

/** The record as JSON text, two spaces deep. */
export function recordJson(record: RecordOfProcessing): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
