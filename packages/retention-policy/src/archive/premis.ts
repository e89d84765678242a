/** PREMIS 3: the package, each file with its fixity, what happened, and the program that did it. */
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

function fileObject({ id, path, mime, size, sha256 }: ListedFile): Element {
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

export function premisOf({ id, events, software }: ArchivePackage, files: readonly ListedFile[]): string {
  const agent = `${software.name} ${software.version}`;
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
      element("object", { "xsi:type": "intellectualEntity" }, identifier("object", id)),
      ...files.map(fileObject),
      ...events.map((event, n) => eventElement(event, n, id, agent)),
      element(
        "agent",
        {},
        identifier("agent", agent),
        element("agentName", {}, software.name),
        element("agentType", {}, "software"),
        element("agentVersion", {}, software.version),
      ),
    ),
  );
}
