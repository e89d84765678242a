/** A package for an archive: well-formed XML with the elements that CSIP and SIP ask for, and checksums that are right. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { archivePackage, contentFolder, type ArchivePackage, type TransferManifest } from "../src/index.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const created = "2026-11-21T12:00:00Z";

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
    ["CSIP114", ["fileSec", "fileGrp", "@USE"], "Representations/rep1"],
    ["CSIP79", ["fileSec", "fileGrp", "file", "FLocat", "@xlink:href"], "representations/rep1/METS.xml"],
    ["CSIP81", ["structMap", "@TYPE"], "PHYSICAL"],
    ["CSIP82", ["structMap", "@LABEL"], "CSIP"],
    ["CSIP85", ["structMap", "div", "@LABEL"], input.id],
    ["CSIP90", ["structMap", "div", "div", 0, "@LABEL"], "Metadata"],
    ["CSIP91", ["structMap", "div", "div", 0, "@ADMID"], "id-premis"],
    ["CSIP107", ["structMap", "div", "div", 1, "@LABEL"], "Representations/rep1"],
    ["CSIP110", ["structMap", "div", "div", 1, "mptr", "@xlink:href"], "representations/rep1/METS.xml"],
    ["CSIP112", ["structMap", "div", "div", 1, "mptr", "@LOCTYPE"], "URL"],
  ])("has what %s asks for", (_requirement, path, value) => {
    expect(at(mets, ...path)).toBe(value);
  });

  test("points from its structure to the group of its files", () => {
    expect(at(mets, "structMap", "div", "div", 1, "mptr", "@xlink:title")).toBe(
      at(mets, "fileSec", "fileGrp", "@ID"),
    );
  });

  test("lists every text of the package with its size and checksum", () => {
    const texts = new Map(archivePackage(input).map(({ path, text }) => [path, text]));
    const references = [
      at(mets, "dmdSec", "mdRef"),
      at(mets, "amdSec", "digiprovMD", "mdRef"),
      at(mets, "fileSec", "fileGrp", "file"),
    ] as Node[];
    const paths = references.map((node) => {
      return (node["@xlink:href"] ?? at(node, "FLocat", "@xlink:href")) as string;
    });
    expect([...paths, "METS.xml"].toSorted()).toStrictEqual([...texts.keys()].toSorted());
    references.forEach((node, n) => {
      const text = texts.get(paths[n] ?? "") ?? "";
      expect(node["@CHECKSUM"]).toBe(sha256(text));
      expect(node["@SIZE"]).toBe(String(Buffer.byteLength(text)));
    });
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

  test("is told in PREMIS: each file with fixity, each event with time, object and program", () => {
    const premis = at(parsed(input, "metadata/preservation/premis.xml"), "premis") as Node;
    expect(premis["@version"]).toBe("3.0");
    const objects = premis["object"] as Node[];
    expect(objects.map((object) => object["@xsi:type"])).toStrictEqual([
      "intellectualEntity",
      "file",
      "file",
    ]);
    expect(at(objects[1] as Node, "objectCharacteristics", "fixity", "messageDigest")).toBe(
      sha256("contact"),
    );
    expect(at(objects[2] as Node, "originalName")).toBe(`${contentFolder}/bilagor/läkarintyg 1.pdf`);
    const events = premis["event"] as Node[];
    expect(events.map((event) => event["eventType"])).toStrictEqual(["creation", "transfer"]);
    expect(at(events[1] as Node, "linkingObjectIdentifier", "linkingObjectIdentifierValue")).toBe(input.id);
    expect(at(premis, "agent", "agentType")).toBe("software");
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
        const texts = archivePackage({ ...input, label, creator: { name: label } }).filter(({ path }) =>
          path.endsWith(".xml"),
        );
        expect(texts.map(({ text }) => XMLValidator.validate(text))).toStrictEqual([true, true, true]);
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
  ])("is refused: %s", (_name, change) => {
    expect(() => archivePackage({ ...input, ...change } as ArchivePackage)).toThrow(
      expect.objectContaining({ code: "PACKAGE_MALFORMED" }),
    );
  });

  test("gives the same bytes for the same input", () => {
    expect(archivePackage(structuredClone(input))).toStrictEqual(archivePackage(input));
  });
});
