/** A package for an archive: well-formed XML with the elements that CSIP and SIP ask for, and checksums that are right. */
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { archivePackage, contentFolder, type ArchivePackage, type TransferManifest } from "../src/index.ts";
import { created, sha256 } from "./packages.ts";

const manifest: TransferManifest = {
  format: "tillit-transfer/1",
  list: "d-1",
  receiver: "archive-authority",
  entries: [
    {
      record: "r1",
      status: "S",
      date: "2026-11-20",
      reference: "se/sol/board/preserve@2025-07-01",
      checksum: { alg: "SHA-256", value: sha256("r1") },
    },
  ],
};

const input: ArchivePackage = {
  id: "skinnskatteberg-2026-00001",
  label: "Ansökan 2026-00001",
  created,
  creator: { name: "Socialnämnden i Skinnskatteberg", identity: "SE2120002049" },
  submitter: { name: "Skinnskattebergs kommun" },
  software: { name: "Tillit", version: "0.1.0" },
  agreement: "dnr-2026-14",
  manifest,
  files: [
    { name: "contact.json", mime: "application/json", size: 12, sha256: sha256("contact"), created },
    { name: "bilagor/läkarintyg 1.pdf", mime: "application/pdf", size: 34, sha256: sha256("file"), created },
  ],
  events: [
    { type: "creation", at: "2024-03-01T09:00:00Z" },
    { type: "transfer", at: created, detail: "se/sol/board/preserve" },
  ],
};

interface Node {
  readonly [name: string]: string | Node | readonly Node[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseAttributeValue: false,
  parseTagValue: false,
});

function parsed(of: ArchivePackage, path: string): Node {
  const text = archivePackage(of).find((one) => one.path === path)?.text ?? "";
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text) as Node;
}

interface Schema {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** As much of JSON Schema as the package's own schema uses; its objects have no other properties than they name. */
function follows(schema: Schema, value: unknown): boolean {
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum !== undefined) return schema.enum.includes(value as string);
  if (schema.type === "string")
    return typeof value === "string" && new RegExp(schema.pattern ?? "", "u").test(value);
  if (schema.type === "array")
    return Array.isArray(value) && value.every((one) => follows(schema.items ?? {}, one));
  const { required = [], properties = {} } = schema;
  const given = value as Readonly<Record<string, unknown>>;
  return (
    required.every((key) => key in given) &&
    Object.entries(given).every(([key, one]) => follows(properties[key] ?? { enum: [] }, one))
  );
}

/** Walks down by element and `@attribute`; of several of one name the numbered one. */
function at(node: Node, ...path: readonly (string | number)[]): unknown {
  let found: unknown = node;
  for (const step of path) found = (found as Record<string | number, unknown> | undefined)?.[step];
  return found;
}

describe("METS of the package", () => {
  const mets = at(parsed(input, "METS.xml"), "mets") as Node;

  test.each([
    ["CSIP1", ["@OBJID"], input.id],
    ["CSIP2", ["@TYPE"], "Mixed"],
    ["CSIP4", ["@csip:CONTENTINFORMATIONTYPE"], "OTHER"],
    ["CSIP5", ["@csip:OTHERCONTENTINFORMATIONTYPE"], "tillit-record/1"],
    ["CSIP6", ["@PROFILE"], "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"],
    ["CSIP7", ["metsHdr", "@CREATEDATE"], created],
    ["CSIP8", ["metsHdr", "@LASTMODDATE"], created],
    ["CSIP9", ["metsHdr", "@csip:OAISPACKAGETYPE"], "SIP"],
    ["CSIP11", ["metsHdr", "agent", 0, "@ROLE"], "CREATOR"],
    ["CSIP12", ["metsHdr", "agent", 0, "@TYPE"], "OTHER"],
    ["CSIP13", ["metsHdr", "agent", 0, "@OTHERTYPE"], "SOFTWARE"],
    ["CSIP14", ["metsHdr", "agent", 0, "name"], "Tillit"],
    ["CSIP15", ["metsHdr", "agent", 0, "note", "#text"], "0.1.0"],
    ["CSIP16", ["metsHdr", "agent", 0, "note", "@csip:NOTETYPE"], "SOFTWARE VERSION"],
    ["SIP archivist", ["metsHdr", "agent", 1, "@ROLE"], "ARCHIVIST"],
    ["SIP archivist's name", ["metsHdr", "agent", 1, "name"], "Socialnämnden i Skinnskatteberg"],
    ["SIP submitter's name", ["metsHdr", "agent", 2, "name"], "Skinnskattebergs kommun"],
    ["SIP agreement", ["metsHdr", "altRecordID", "@TYPE"], "SUBMISSIONAGREEMENT"],
    ["CSIP18", ["dmdSec", "@ID"], "id-transfer"],
    ["CSIP20", ["dmdSec", "@STATUS"], "CURRENT"],
    ["CSIP33", ["amdSec", "digiprovMD", "@ID"], "id-premis"],
    ["CSIP36", ["amdSec", "digiprovMD", "mdRef", "@LOCTYPE"], "URL"],
    ["CSIP37", ["amdSec", "digiprovMD", "mdRef", "@xlink:type"], "simple"],
    ["CSIP38", ["amdSec", "digiprovMD", "mdRef", "@xlink:href"], "metadata/preservation/premis.xml"],
    ["CSIP39", ["amdSec", "digiprovMD", "mdRef", "@MDTYPE"], "PREMIS"],
    ["CSIP44", ["amdSec", "digiprovMD", "mdRef", "@CHECKSUMTYPE"], "SHA-256"],
    ["CSIP59", ["fileSec", "@ID"], "id-files"],
    ["CSIP60", ["fileSec", "fileGrp", 0, "@USE"], "Documentation"],
    ["CSIP113", ["fileSec", "fileGrp", 1, "@USE"], "Schemas"],
    ["CSIP114", ["fileSec", "fileGrp", 2, "@USE"], "Representations/rep1"],
    ["CSIP62", ["fileSec", "fileGrp", 2, "@csip:CONTENTINFORMATIONTYPE"], "OTHER"],
    ["CSIP63", ["fileSec", "fileGrp", 2, "@csip:OTHERCONTENTINFORMATIONTYPE"], "tillit-record/1"],
    ["CSIP79", ["fileSec", "fileGrp", 2, "file", "FLocat", "@xlink:href"], "representations/rep1/METS.xml"],
    ["CSIP81", ["structMap", "@TYPE"], "PHYSICAL"],
    ["CSIP82", ["structMap", "@LABEL"], "CSIP"],
    ["CSIP86", ["structMap", "div", "@LABEL"], input.id],
    ["CSIP90", ["structMap", "div", "div", 0, "@LABEL"], "Metadata"],
    ["CSIP91", ["structMap", "div", "div", 0, "@ADMID"], "id-premis"],
    ["CSIP92", ["structMap", "div", "div", 0, "@DMDID"], "id-transfer"],
    ["CSIP95", ["structMap", "div", "div", 1, "@LABEL"], "Documentation"],
    ["CSIP99", ["structMap", "div", "div", 2, "@LABEL"], "Schemas"],
    ["CSIP107", ["structMap", "div", "div", 3, "@LABEL"], "Representations/rep1"],
    ["CSIP110", ["structMap", "div", "div", 3, "mptr", "@xlink:href"], "representations/rep1/METS.xml"],
    ["CSIP112", ["structMap", "div", "div", 3, "mptr", "@LOCTYPE"], "URL"],
  ])("has what %s asks for", (_requirement, path, value) => {
    expect(at(mets, ...path)).toBe(value);
  });
});

describe("the representation", () => {
  test("lists the content with checksums, by paths from its own folder", () => {
    const mets = at(parsed(input, "representations/rep1/METS.xml"), "mets") as Node;
    const files = at(mets, "fileSec", "fileGrp", "file") as Node[];
    expect(files.map((file) => at(file, "FLocat", "@xlink:href"))).toStrictEqual([
      "data/contact.json",
      "data/bilagor/l%C3%A4karintyg%201.pdf",
    ]);
    expect(files.map((file) => file["@CHECKSUM"])).toStrictEqual(input.files.map((file) => file.sha256));
    expect(at(mets, "structMap", "@LABEL")).toBe("CSIP");
    expect(at(mets, "structMap", "div", "div", 1, "fptr", "@FILEID")).toBe(
      at(mets, "fileSec", "fileGrp", "@ID"),
    );
  });

  test("has PREMIS of its own beside it: what it represents, and each file with fixity", () => {
    const path = "representations/rep1/metadata/preservation/premis.xml";
    const premis = at(parsed(input, path), "premis") as Node;
    expect(premis["@version"]).toBe("3.0");
    const objects = premis["object"] as Node[];
    expect(objects.map((object) => object["@xsi:type"])).toStrictEqual(["representation", "file", "file"]);
    const related = (object: Node | undefined) =>
      at(object as Node, "relationship", "relatedObjectIdentifier", "relatedObjectIdentifierValue");
    expect(related(objects[0])).toBe(input.id);
    expect(related(objects[1])).toBe(`${input.id}/representations/rep1`);
    const mets = at(parsed(input, "representations/rep1/METS.xml"), "mets") as Node;
    expect(at(mets, "amdSec", "digiprovMD", "mdRef", "@xlink:href")).toBe("metadata/preservation/premis.xml");
    expect(at(objects[1] as Node, "objectCharacteristics", "fixity", "messageDigest")).toBe(
      sha256("contact"),
    );
    expect(at(objects[2] as Node, "originalName")).toBe(`${contentFolder}/bilagor/läkarintyg 1.pdf`);
  });

  test("comes with PREMIS of the package: each event with time, object and program", () => {
    const premis = at(parsed(input, "metadata/preservation/premis.xml"), "premis") as Node;
    expect(at(premis, "object", "@xsi:type")).toBe("intellectualEntity");
    const events = premis["event"] as Node[];
    expect(events.map((event) => event["eventType"])).toStrictEqual(["creation", "transfer"]);
    expect(at(events[1] as Node, "linkingObjectIdentifier", "linkingObjectIdentifierValue")).toBe(input.id);
    expect(at(premis, "agent", "agentType")).toBe("software");
  });

  test("comes with a guide for people, and with the schema that its manifest follows", () => {
    const texts = new Map(archivePackage(input).map(({ path, text }) => [path, text]));
    const guide = texts.get("documentation/package.txt") ?? "";
    for (const word of ["OM PAKETET", "ABOUT THE PACKAGE", "FGS Paketstruktur 2.0", "SHA-256"])
      expect(guide).toContain(word);
    const schema = JSON.parse(texts.get("schemas/transfer.schema.json") ?? "") as Schema;
    expect(follows(schema, manifest)).toBe(true);
    expect(follows(schema, { ...manifest, format: "tillit-transfer/2" })).toBe(false);
    expect(follows(schema, { ...manifest, more: 1 })).toBe(false);
    const [entry] = manifest.entries;
    expect(follows(schema, { ...manifest, entries: [{ ...entry, status: "X" }] })).toBe(false);
  });

  test("carries the retention mark, day and rule of each record, as they were decided", () => {
    const { text = "" } =
      archivePackage(input).find(({ path }) => path === "metadata/other/transfer.json") ?? {};
    expect(JSON.parse(text)).toStrictEqual(manifest);
  });
});

describe("what is put into a package", () => {
  test("stays text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (label) => {
        const texts = archivePackage({ ...input, label, creator: { name: `N${label}` } }).filter(({ path }) =>
          path.endsWith(".xml"),
        );
        expect(texts.map(({ text }) => XMLValidator.validate(text))).toStrictEqual([true, true, true, true]);
      }),
    );
    const hostile = `"/><file ID="x"/><!-- ]]> & é`;
    expect(at(parsed({ ...input, label: hostile }, "METS.xml"), "mets", "@LABEL")).toBe(hostile);
  });

  const [file] = input.files;
  test.each([
    ["an id that is no folder name", { id: "../up" }],
    ["no file", { files: [] }],
    ["a file above its folder", { files: [{ ...file, name: "../../x" }] }],
    ["an absolute file", { files: [{ ...file, name: "/etc/x" }] }],
    ["a backslash", { files: [{ ...file, name: "a\\b" }] }],
    ["the same name twice, but for case", { files: [file, { ...file, name: "Contact.JSON" }] }],
    ["a checksum that is none", { files: [{ ...file, sha256: "abc" }] }],
    ["a folder where a file lies", { files: [file, { ...file, name: "contact.json/x" }] }],
    ["a name that XML cannot hold", { files: [{ ...file, name: "a\uFFFE.json" }] }],
    ["half a character in a name", { files: [{ ...file, name: "a\uD800.json" }] }],
    ["a size below nothing", { files: [{ ...file, size: -1 }] }],
    ["a size that is no number", { files: [{ ...file, size: Number.NaN }] }],
    ["half a byte", { files: [{ ...file, size: 0.5 }] }],
    ["a type without a subtype", { files: [{ ...file, mime: "json" }] }],
    ["a type with a parameter", { files: [{ ...file, mime: "text/plain; charset=utf-8" }] }],
    ["a day for a time", { created: "2026-11-21" }],
    ["a time without a zone", { created: "2026-11-21T12:00:00" }],
    ["a day that does not exist", { created: "2026-02-29T12:00:00Z" }],
    ["an hour that does not exist", { created: "2026-11-21T24:30:00Z" }],
    ["a file's time that is none", { files: [{ ...file, created: "yesterday" }] }],
    ["an event's time that is none", { events: [{ type: "transfer", at: "2026-11-21" }] }],
    ["an event of no type", { events: [{ type: " ", at: created }] }],
    ["an archive creator without a name", { creator: { name: "" } }],
    ["a submitter with a name that XML cannot hold", { submitter: { name: "\u0001" } }],
    ["an empty identity", { creator: { name: "N", identity: "" } }],
    ["an empty agreement", { agreement: "" }],
    ["software without a version", { software: { name: "Tillit", version: "" } }],
    ["a schema above its folder", { schemas: [{ ...file, name: "../x.xsd" }] }],
    [
      "documentation in the place of the package's own",
      { documentation: [{ ...file, name: "Package.txt" }] },
    ],
    ["a schema in the place of the package's own", { schemas: [{ ...file, name: "transfer.schema.json" }] }],
  ])("is refused: %s", (_name, change) => {
    expect(() => archivePackage({ ...input, ...change } as ArchivePackage)).toThrow(
      expect.objectContaining({ code: "PACKAGE_MALFORMED" }),
    );
  });

  test("gives the same bytes for the same input", () => {
    expect(archivePackage(structuredClone(input))).toStrictEqual(archivePackage(input));
  });
});
