/** Packages in several situations, with content whose sizes and checksums are true. */
import { createHash } from "node:crypto";
import {
  archivePackage,
  contentFolder,
  documentationFolder,
  schemaFolder,
  type ArchiveFile,
  type ArchivePackage,
} from "../src/index.ts";

export const created = "2026-11-21T12:00:00Z";

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

type Texts = Readonly<Record<string, string>>;

function described(texts: Texts): ArchiveFile[] {
  return Object.entries(texts).map(([name, text]) => {
    const mime = name.endsWith(".pdf") ? "application/pdf" : "application/json";
    return { name, mime, size: Buffer.byteLength(text), sha256: sha256(text), created };
  });
}

export interface Situation {
  readonly input: ArchivePackage;
  /** Every file of the package's folder, by path. */
  readonly files: ReadonlyMap<string, string>;
}

function situation(
  change: Partial<ArchivePackage>,
  content: Texts,
  documentation: Texts = {},
  schemas: Texts = {},
): Situation {
  const input: ArchivePackage = {
    id: "kommun-2026-00001",
    label: "Ansökan 2026-00001",
    created,
    creator: { name: "Nämnden" },
    software: { name: "tillit", version: "0.1.0" },
    manifest: { format: "tillit-transfer/1", list: "d-1", receiver: "archive-authority", entries: [] },
    files: described(content),
    documentation: described(documentation),
    schemas: described(schemas),
    events: [],
    ...change,
  };
  const copies = (folder: string, texts: Texts): [string, string][] =>
    Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]);
  const files = new Map([
    ...archivePackage(input).map(({ path, text }): [string, string] => [path, text]),
    ...copies(contentFolder, content),
    ...copies(documentationFolder, documentation),
    ...copies(schemaFolder, schemas),
  ]);
  return { input, files };
}

const event = (n: number) => ({ type: "metadata modification", at: created, detail: `Step${n}` });

export const situations: readonly (readonly [string, Situation])[] = [
  ["one file and nothing optional", situation({}, { "contact.json": "{}" })],
  [
    "several files, an attachment, words, an empty file, and everything optional",
    situation(
      {
        creator: { name: `Nämnden "A" & <B>`, identity: "SE2120002049" },
        submitter: { name: "Kommunen", identity: "SE2120002049-1" },
        agreement: "dnr 2026/14 <utkast> & bilaga",
        events: [
          { type: "creation", at: "2024-02-29T09:00:00.123Z" },
          { type: "transfer", at: "2026-11-21T13:00:00+01:00", detail: "a < b & c" },
        ],
      },
      {
        "contact.json": "{}",
        "health.json": '{"ö":1}',
        "attachment-1.pdf": "%PDF-",
        "words/decision-1.json": "{}",
        "empty.json": "",
      },
      { "handbok/del 1.pdf": "%PDF-1" },
      { "mets.xsd": "<schema/>" },
    ),
  ],
  [
    "names with characters that addresses and XML write otherwise",
    situation(
      { label: "\u0000rad\nbruten\t\u{1F600} ]]>" },
      {
        "bilagor/läkarintyg 1 (kopia)+100%.pdf": "%PDF-",
        "o'hara&co;#1.json": "{}",
        "\u{1F600}/日本語.json": "{}",
        "e\u0301 och \u00E9.json": "{}",
        "~!@$,=[]{}^`.json": "{}",
      },
    ),
  ],
  ["an empty label and no file of words", situation({ label: "" }, { "x.json": "" })],
  [
    "many files in folders, and many events",
    situation(
      { events: Array.from({ length: 30 }, (_, n) => event(n)) },
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n % 7}/${n}.json`, `${n}`])),
    ),
  ],
];
