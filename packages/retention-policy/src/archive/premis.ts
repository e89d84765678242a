/**
 * PREMIS 3 in two documents: of the package, what happened to it and the program that did it; of the representation, its
 * files with their fixity.
 */
import type { ArchiveEvent, ArchivePackage, ListedFile } from "./information-package.ts";
import { element, type Element, xmlDocument } from "./xml.ts";

function identifier(of: "object" | "event" | "agent", value: string): Element {
  return element(
    `${of}Identifier`,
    {},
    element(`${of}IdentifierType`, {}, "local"),
    element(`${of}IdentifierValue`, {}, value),
  );
}

function linking(of: "Agent" | "Object", value: string): Element {
  return element(
    `linking${of}Identifier`,
    {},
    element(`linking${of}IdentifierType`, {}, "local"),
    element(`linking${of}IdentifierValue`, {}, value),
  );
}

/** @param kind - a word of the vocabulary for structural relationships */
function relationship(kind: string, to: string): Element {
  return element(
    "relationship",
    {},
    element("relationshipType", {}, "structural"),
    element("relationshipSubType", {}, kind),
    element(
      "relatedObjectIdentifier",
      {},
      element("relatedObjectIdentifierType", {}, "local"),
      element("relatedObjectIdentifierValue", {}, to),
    ),
  );
}

function fileObject({ id, path, mime, size, sha256 }: ListedFile, whole: string): Element {
  return element(
    "object",
    { "xsi:type": "file" },
    identifier("object", id),
    element(
      "objectCharacteristics",
      {},
      element(
        "fixity",
        {},
        element("messageDigestAlgorithm", {}, "SHA-256"),
        element("messageDigest", {}, sha256),
      ),
      element("size", {}, String(size)),
      element("format", {}, element("formatDesignation", {}, element("formatName", {}, mime))),
    ),
    element("originalName", {}, path),
    relationship("is included in", whole),
  );
}

function eventElement({ type, at, detail }: ArchiveEvent, n: number, about: string, agent: string): Element {
  return element(
    "event",
    {},
    identifier("event", `event-${n + 1}`),
    element("eventType", {}, type),
    element("eventDateTime", {}, at),
    ...(detail === undefined
      ? []
      : [element("eventDetailInformation", {}, element("eventDetail", {}, detail))]),
    linking("Agent", agent),
    linking("Object", about),
  );
}

function premis(...parts: readonly Element[]): string {
  return xmlDocument(
    element(
      "premis",
      {
        xmlns: "http://www.loc.gov/premis/v3",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/v3/premis-v3-0.xsd",
        version: "3.0",
      },
      ...parts,
    ),
  );
}

export function packagePremis({ id, events, software }: ArchivePackage): string {
  const agent = `${software.name} ${software.version}`;
  return premis(
    element("object", { "xsi:type": "intellectualEntity" }, identifier("object", id)),
    ...events.map((event, n) => eventElement(event, n, id, agent)),
    element(
      "agent",
      {},
      identifier("agent", agent),
      element("agentName", {}, software.name),
      element("agentType", {}, "software"),
      element("agentVersion", {}, software.version),
    ),
  );
}

export function representationPremis({ id }: ArchivePackage, files: readonly ListedFile[]): string {
  const whole = `${id}/representations/rep1`;
  return premis(
    element(
      "object",
      { "xsi:type": "representation" },
      identifier("object", whole),
      relationship("represents", id),
    ),
    ...files.map((file) => fileObject(file, whole)),
  );
}
