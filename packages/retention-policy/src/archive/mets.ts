/** METS of a package and of its representation, with what CSIP and SIP ask of each. */
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

const contentType = {
  "csip:CONTENTINFORMATIONTYPE": "OTHER",
  "csip:OTHERCONTENTINFORMATIONTYPE": "tillit-record/1",
};

function root(of: ArchivePackage, id: string, profile: string, ...children: readonly Element[]): string {
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
      ...children,
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
    { CREATEDATE: created, RECORDSTATUS: "NEW", "csip:OAISPACKAGETYPE": "SIP" },
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

function reference(file: ListedFile, type: Readonly<Record<string, string>>): Element {
  return element("mdRef", {
    LOCTYPE: "URL",
    "xlink:type": "simple",
    "xlink:href": address(file.path),
    ...type,
    MIMETYPE: file.mime,
    SIZE: file.size,
    CREATED: file.created,
    CHECKSUM: file.sha256,
    CHECKSUMTYPE: "SHA-256",
  });
}

/** @param below - the folder that paths are given from */
function fileOf({ id, path, mime, size, created, sha256 }: ListedFile, below = ""): Element {
  return element(
    "file",
    { ID: id, MIMETYPE: mime, SIZE: size, CREATED: created, CHECKSUM: sha256, CHECKSUMTYPE: "SHA-256" },
    element("FLocat", {
      LOCTYPE: "URL",
      "xlink:type": "simple",
      "xlink:href": address(path.slice(below.length)),
    }),
  );
}

export interface PackageParts {
  readonly premis: ListedFile;
  readonly transfer: ListedFile;
  readonly representation: ListedFile;
}

export function packageMets(of: ArchivePackage, { premis, transfer, representation }: PackageParts): string {
  const group = "id-group-representation-rep1";
  return root(
    of,
    of.id,
    "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
    header(of),
    element(
      "dmdSec",
      { ID: "id-transfer", CREATED: of.created, STATUS: "CURRENT" },
      reference(transfer, { MDTYPE: "OTHER", OTHERMDTYPE: "tillit-transfer/1" }),
    ),
    element(
      "amdSec",
      {},
      element(
        "digiprovMD",
        { ID: "id-premis", CREATED: of.created, STATUS: "CURRENT" },
        reference(premis, { MDTYPE: "PREMIS", MDTYPEVERSION: "3.0" }),
      ),
    ),
    element(
      "fileSec",
      { ID: "id-files" },
      element("fileGrp", { ID: group, USE: "Representations/rep1", ...contentType }, fileOf(representation)),
    ),
    element(
      "structMap",
      { ID: "id-structure", TYPE: "PHYSICAL", LABEL: "CSIP" },
      element(
        "div",
        { ID: "id-div-package", LABEL: of.id },
        element("div", {
          ID: "id-div-metadata",
          LABEL: "Metadata",
          ADMID: "id-premis",
          DMDID: "id-transfer",
        }),
        element(
          "div",
          { ID: "id-div-rep1", LABEL: "Representations/rep1" },
          element("mptr", {
            LOCTYPE: "URL",
            "xlink:type": "simple",
            "xlink:href": representation.path,
            "xlink:title": group,
          }),
        ),
      ),
    ),
  );
}

export function representationMets(of: ArchivePackage, files: readonly ListedFile[], below: string): string {
  const group = "id-group-data";
  return root(
    of,
    "rep1",
    "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml",
    header(of),
    element(
      "fileSec",
      { ID: "id-files" },
      element("fileGrp", { ID: group, USE: "Data" }, ...files.map((file) => fileOf(file, below))),
    ),
    element(
      "structMap",
      { ID: "id-structure", TYPE: "PHYSICAL", LABEL: "CSIP" },
      element(
        "div",
        { ID: "id-div-representation", LABEL: "rep1" },
        element("div", { ID: "id-div-metadata", LABEL: "Metadata" }),
        element("div", { ID: "id-div-data", LABEL: "Data" }, element("fptr", { FILEID: group })),
      ),
    ),
  );
}
