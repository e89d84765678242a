/** The parts that every METS document here is made of, with what CSIP and SIP ask of each. */
import type { ArchivePackage, ListedFile } from "./information-package.ts";
import { element, type Element, xmlDocument } from "./xml.ts";

const namespaces = {
  xmlns: "http://www.loc.gov/METS/",
  "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
  "xmlns:sip": "https://DILCIS.eu/XML/METS/SIPExtensionMETS",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd https://DILCIS.eu/XML/METS/SIPExtensionMETS https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd",
};

export const contentType = {
  "csip:CONTENTINFORMATIONTYPE": "OTHER",
  "csip:OTHERCONTENTINFORMATIONTYPE": "tillit-record/1",
};

export function root(of: ArchivePackage, id: string, profile: string, ...parts: readonly Element[]): string {
  return xmlDocument(
    element(
      "mets",
      {
        ...namespaces,
        OBJID: id,
        LABEL: of.label,
        TYPE: "Mixed",
        ...contentType,
        PROFILE: profile,
      },
      header(of),
      ...parts,
    ),
  );
}

function agent(role: string, type: string, name: string, identity: string | undefined): Element {
  const note = identity === undefined ? [] : [noteOf("IDENTIFICATIONCODE", identity)];
  return element("agent", { ROLE: role, TYPE: type }, element("name", {}, name), ...note);
}

function noteOf(kind: string, text: string): Element {
  return element("note", { "csip:NOTETYPE": kind }, text);
}

function header({ created, software, creator, submitter = creator, agreement }: ArchivePackage): Element {
  return element(
    "metsHdr",
    { CREATEDATE: created, LASTMODDATE: created, RECORDSTATUS: "NEW", "csip:OAISPACKAGETYPE": "SIP" },
    element(
      "agent",
      { ROLE: "CREATOR", TYPE: "OTHER", OTHERTYPE: "SOFTWARE" },
      element("name", {}, software.name),
      noteOf("SOFTWARE VERSION", software.version),
    ),
    agent("ARCHIVIST", "ORGANIZATION", creator.name, creator.identity),
    agent("CREATOR", "ORGANIZATION", submitter.name, submitter.identity),
    ...(agreement === undefined ? [] : [element("altRecordID", { TYPE: "SUBMISSIONAGREEMENT" }, agreement)]),
  );
}

/** A relative reference: each part of the path percent-encoded. */
function address(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function location(path: string): Readonly<Record<string, string>> {
  return { LOCTYPE: "URL", "xlink:type": "simple", "xlink:href": address(path) };
}

function sums({ mime, size, created, sha256 }: ListedFile): Readonly<Record<string, string | number>> {
  return { MIMETYPE: mime, SIZE: size, CREATED: created, CHECKSUM: sha256, CHECKSUMTYPE: "SHA-256" };
}

/**
 * A section that points to a file of metadata.
 *
 * @param below - the folder that paths are given from
 */
export function metadata(
  name: "dmdSec" | "digiprovMD",
  id: string,
  file: ListedFile,
  type: Readonly<Record<string, string>>,
  below = "",
): Element {
  const reference = element("mdRef", { ...location(file.path.slice(below.length)), ...type, ...sums(file) });
  return element(name, { ID: id, CREATED: file.created, STATUS: "CURRENT" }, reference);
}

/** @param below - the folder that paths are given from */
export function fileGroup(
  attributes: Readonly<Record<string, string>>,
  files: readonly ListedFile[],
  below = "",
): Element {
  const listed = files.map((file) =>
    element(
      "file",
      { ID: file.id, ...sums(file) },
      element("FLocat", location(file.path.slice(below.length))),
    ),
  );
  return element("fileGrp", attributes, ...listed);
}

/** A division of the structure; it points to a file group by the group's id. */
export function groupDivision(id: string, label: string, group: string): Element {
  return element("div", { ID: id, LABEL: label }, element("fptr", { FILEID: group }));
}

/** A division that points to another METS document, and by its title to the group that lists the document. */
export function documentDivision(id: string, label: string, path: string, group: string): Element {
  return element(
    "div",
    { ID: id, LABEL: label },
    element("mptr", { ...location(path), "xlink:title": group }),
  );
}

export function structure(id: string, division: Element): Element {
  return element("structMap", { ID: id, TYPE: "PHYSICAL", LABEL: "CSIP" }, division);
}
