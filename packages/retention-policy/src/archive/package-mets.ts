/** METS of a package and of its representation. No id is in both: CSIP wants them unique in the whole package. */
import type { ArchivePackage, ListedFile } from "./information-package.ts";
import {
  contentType,
  documentDivision,
  fileGroup,
  groupDivision,
  metadata,
  root,
  structure,
} from "./mets.ts";
import { element } from "./xml.ts";

const premisType = { MDTYPE: "PREMIS", MDTYPEVERSION: "3.0" };

export interface PackageParts {
  readonly premis: ListedFile;
  readonly transfer: ListedFile;
  readonly representation: ListedFile;
  readonly documentation: readonly ListedFile[];
  readonly schemas: readonly ListedFile[];
}

export function packageMets(of: ArchivePackage, parts: PackageParts): string {
  const documentation = "id-group-documentation";
  const schemas = "id-group-schemas";
  const rep1 = "id-group-rep1";
  return root(
    of,
    of.id,
    "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
    metadata("dmdSec", "id-transfer", parts.transfer, { MDTYPE: "OTHER", OTHERMDTYPE: "tillit-transfer/1" }),
    element("amdSec", {}, metadata("digiprovMD", "id-premis", parts.premis, premisType)),
    element(
      "fileSec",
      { ID: "id-files" },
      fileGroup({ ID: documentation, USE: "Documentation" }, parts.documentation),
      fileGroup({ ID: schemas, USE: "Schemas" }, parts.schemas),
      fileGroup({ ID: rep1, USE: "Representations/rep1", ...contentType }, [parts.representation]),
    ),
    structure(
      "id-structure",
      element(
        "div",
        { ID: "id-div-package", LABEL: of.id },
        element("div", {
          ID: "id-div-metadata",
          LABEL: "Metadata",
          ADMID: "id-premis",
          DMDID: "id-transfer",
        }),
        groupDivision("id-div-documentation", "Documentation", documentation),
        groupDivision("id-div-schemas", "Schemas", schemas),
        documentDivision("id-div-rep1", "Representations/rep1", parts.representation.path, rep1),
      ),
    ),
  );
}

/**
 * @param premis - PREMIS of the representation
 * @param below - the representation's folder
 */
export function representationMets(
  of: ArchivePackage,
  files: readonly ListedFile[],
  premis: ListedFile,
  below: string,
): string {
  const group = "id-rep1-group-data";
  return root(
    of,
    "rep1",
    "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml",
    element("amdSec", {}, metadata("digiprovMD", "id-rep1-premis", premis, premisType, below)),
    element(
      "fileSec",
      { ID: "id-rep1-files" },
      fileGroup({ ID: group, USE: "Data", ...contentType }, files, below),
    ),
    structure(
      "id-rep1-structure",
      element(
        "div",
        { ID: "id-rep1-div", LABEL: "rep1" },
        element("div", { ID: "id-rep1-div-metadata", LABEL: "Metadata", ADMID: "id-rep1-premis" }),
        groupDivision("id-rep1-div-data", "Data", group),
      ),
    ),
  );
}
