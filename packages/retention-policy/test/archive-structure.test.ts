/** What METS, PREMIS and CSIP want of a package as a whole, whatever is in it. */
import { XMLParser } from "fast-xml-parser";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { sha256, situations, type Situation } from "./packages.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  parseTagValue: false,
  preserveOrder: true,
  ignoreDeclaration: true,
});

type Raw = Readonly<Record<string, unknown>>;

function tree(raw: Raw): Node {
  const name = Object.keys(raw).find((key) => key !== ":@") ?? "";
  const inner = raw[name] as readonly Raw[];
  return {
    name,
    attributes: (raw[":@"] ?? {}) as Record<string, string>,
    children: inner.filter((one) => !("#text" in one)).map(tree),
    text: inner.map((one) => (one["#text"] ?? "") as string).join(""),
  };
}

function parsed(text: string): Node {
  const [root] = parser.parse(text) as readonly Raw[];
  return tree(root ?? {});
}

const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
const named = (node: Node, name: string): Node[] => all(node).filter((one) => one.name === name);

/** METS and PREMIS documents of a package, by path. */
function documents({ files }: Situation, ending: string): [string, Node][] {
  return [...files]
    .filter(([path]) => path.endsWith(ending))
    .map(([path, text]): [string, Node] => [path, parsed(text)]);
}

/** The children that an element may have here, in the order they must stand in. */
const order: Readonly<Record<string, readonly string[]>> = {
  mets: ["metsHdr", "dmdSec", "amdSec", "fileSec", "structMap"],
  metsHdr: ["agent", "altRecordID"],
  amdSec: ["digiprovMD"],
  dmdSec: ["mdRef"],
  digiprovMD: ["mdRef"],
  fileSec: ["fileGrp"],
  fileGrp: ["file"],
  file: ["FLocat"],
  structMap: ["div"],
  div: ["mptr", "fptr", "div"],
  premis: ["object", "event", "agent"],
  object: ["objectIdentifier", "objectCharacteristics", "originalName", "relationship"],
  objectIdentifier: ["objectIdentifierType", "objectIdentifierValue"],
  objectCharacteristics: ["fixity", "size", "format"],
  fixity: ["messageDigestAlgorithm", "messageDigest"],
  format: ["formatDesignation"],
  formatDesignation: ["formatName"],
  relationship: ["relationshipType", "relationshipSubType", "relatedObjectIdentifier"],
  relatedObjectIdentifier: ["relatedObjectIdentifierType", "relatedObjectIdentifierValue"],
  event: [
    "eventIdentifier",
    "eventType",
    "eventDateTime",
    "eventDetailInformation",
    "linkingAgentIdentifier",
    "linkingObjectIdentifier",
  ],
  eventIdentifier: ["eventIdentifierType", "eventIdentifierValue"],
  eventDetailInformation: ["eventDetail"],
  linkingAgentIdentifier: ["linkingAgentIdentifierType", "linkingAgentIdentifierValue"],
  linkingObjectIdentifier: ["linkingObjectIdentifierType", "linkingObjectIdentifierValue"],
  agentIdentifier: ["agentIdentifierType", "agentIdentifierValue"],
};
/** An agent of METS has a name and notes, one of PREMIS an identifier and more. */
const agents = {
  mets: ["name", "note"],
  premis: ["agentIdentifier", "agentName", "agentType", "agentVersion"],
};

/** What an attribute's value looks like, as the schema types it. */
const types: Readonly<Record<string, RegExp>> = {
  ID: /^[A-Za-z_][\w.-]*$/,
  ADMID: /^[A-Za-z_][\w.-]*$/,
  DMDID: /^[A-Za-z_][\w.-]*$/,
  FILEID: /^[A-Za-z_][\w.-]*$/,
  CREATED: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  CREATEDATE: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  LASTMODDATE: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  SIZE: /^\d+$/,
  CHECKSUM: /^[0-9a-f]{64}$/,
  CHECKSUMTYPE: /^SHA-256$/,
  LOCTYPE: /^URL$/,
  MDTYPE: /^(PREMIS|OTHER)$/,
  ROLE: /^(CREATOR|ARCHIVIST)$/,
  "csip:NOTETYPE": /^(SOFTWARE VERSION|IDENTIFICATIONCODE)$/,
  "xlink:type": /^simple$/,
  "xlink:href": /^[\w.~!*'()%/-]+$/,
  "xsi:type": /^(intellectualEntity|representation|file)$/,
};

describe.each(situations)("a package with %s", (_name, given) => {
  const metses = documents(given, "METS.xml");
  const premises = documents(given, "premis.xml");
  const main = metses.find(([path]) => path === "METS.xml")?.[1] as Node;

  test("lists every file once, where it lies, with its true size and checksum, and no other", () => {
    const listed = metses.flatMap(([path, mets]) =>
      all(mets)
        .filter(({ name }) => name === "mdRef" || name === "file")
        .map((node) => {
          const href = (node.children[0] ?? node).attributes["xlink:href"] ?? "";
          return { node, at: join(dirname(path), decodeURIComponent(href)) };
        }),
    );
    expect(["METS.xml", ...listed.map(({ at }) => at)].toSorted()).toStrictEqual(
      [...given.files.keys()].toSorted(),
    );
    for (const { node, at } of listed) {
      const text = given.files.get(at) ?? "";
      expect(node.attributes).toMatchObject({
        SIZE: String(Buffer.byteLength(text)),
        CHECKSUM: sha256(text),
        CHECKSUMTYPE: "SHA-256",
        MIMETYPE: expect.stringMatching(/^\w+\/[\w.+-]+$/),
        CREATED: expect.any(String),
      });
    }
  });

  test("has no id twice in the whole package, and resolves every reference in its own document", () => {
    const ids = metses.flatMap(([, mets]) =>
      all(mets).flatMap(({ attributes }) => (attributes["ID"] === undefined ? [] : [attributes["ID"]])),
    );
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toStrictEqual([]);
    for (const [, mets] of metses) {
      const own = new Set(all(mets).map(({ attributes }) => attributes["ID"]));
      for (const { attributes } of all(mets))
        for (const key of ["ADMID", "DMDID", "FILEID"])
          for (const id of attributes[key]?.split(" ") ?? []) expect(own).toContain(id);
    }
  });

  test("has elements in the order of their schemas, and attributes of their types", () => {
    for (const [path, document] of [...metses, ...premises])
      for (const { name, attributes, children } of all(document)) {
        const known =
          name === "agent" ? agents[path.endsWith("METS.xml") ? "mets" : "premis"] : (order[name] ?? []);
        const places = children.map((child) => known.indexOf(child.name));
        expect({ name, places }).toStrictEqual({ name, places: places.toSorted((a, b) => a - b) });
        expect(places).not.toContain(-1);
        for (const [key, value] of Object.entries(attributes)) expect(value).toMatch(types[key] ?? /(?:)/);
      }
  });

  test("points from its structure to every group of files and every section of metadata", () => {
    for (const [path, mets] of metses) {
      const [division] = mets.children.at(-1)?.children ?? [];
      expect(division?.attributes["LABEL"]).toBe(mets.attributes["OBJID"]);
      const sections = (name: string) => named(mets, name).map(({ attributes }) => attributes["ID"]);
      const [metadata, ...rest] = division?.children ?? [];
      expect(metadata?.attributes["LABEL"]).toBe("Metadata");
      expect(metadata?.attributes["ADMID"]?.split(" ")).toStrictEqual(sections("digiprovMD"));
      expect(metadata?.attributes["DMDID"]?.split(" ") ?? []).toStrictEqual(sections("dmdSec"));
      const groups = rest.map(({ attributes, children: [pointer] }) => [
        attributes["LABEL"],
        pointer?.attributes["FILEID"] ?? pointer?.attributes["xlink:title"],
      ]);
      expect(groups).toStrictEqual(named(mets, "fileGrp").map(({ attributes: { USE, ID } }) => [USE, ID]));
      expect(mets.attributes["OBJID"]).toBe(path === "METS.xml" ? given.input.id : "rep1");
    }
  });

  test("has documentation and schemas in groups of their own, and no group without a file", () => {
    const groups = named(main, "fileGrp");
    expect(groups.map(({ attributes }) => attributes["USE"])).toStrictEqual([
      "Documentation",
      "Schemas",
      "Representations/rep1",
    ]);
    for (const [, mets] of metses)
      for (const { children } of named(mets, "fileGrp")) expect(children.length).toBeGreaterThan(0);
    for (const group of named(main, "fileGrp").slice(2))
      expect(group.attributes).toMatchObject({ "csip:CONTENTINFORMATIONTYPE": "OTHER" });
  });

  test("says when it was last changed, which program made it, and who delivers it", () => {
    for (const [, mets] of metses) {
      const [header] = mets.children;
      expect(header?.attributes).toMatchObject({
        CREATEDATE: given.input.created,
        LASTMODDATE: given.input.created,
        "csip:OAISPACKAGETYPE": "SIP",
      });
      const found = header?.children.filter(({ name }) => name === "agent") ?? [];
      expect(found.map(({ attributes }) => `${attributes["ROLE"]} ${attributes["TYPE"]}`)).toStrictEqual([
        "CREATOR OTHER",
        "ARCHIVIST ORGANIZATION",
        "CREATOR ORGANIZATION",
      ]);
      for (const { children } of found) for (const { text } of children) expect(text.trim()).not.toBe("");
    }
  });

  test("is told in PREMIS without a gap: each file once, each link to something that is there", () => {
    const values = (name: string) =>
      premises.flatMap(([, premis]) => named(premis, name).map(({ text }) => text));
    const objects = values("objectIdentifierValue");
    expect(new Set(objects).size).toBe(objects.length);
    for (const value of [
      ...values("linkingObjectIdentifierValue"),
      ...values("relatedObjectIdentifierValue"),
    ])
      expect(objects).toContain(value);
    for (const value of values("linkingAgentIdentifierValue"))
      expect(values("agentIdentifierValue")).toContain(value);
    const identifiers = values("eventIdentifierValue");
    expect(new Set(identifiers).size).toBe(given.input.events.length);
    const texts = new Map(
      premises.flatMap(([, premis]) =>
        named(premis, "object")
          .filter(({ attributes }) => attributes["xsi:type"] === "file")
          .map((node): [string, [string | undefined, string | undefined]] => [
            unescaped(named(node, "originalName")[0]?.text ?? ""),
            [named(node, "messageDigest")[0]?.text, named(node, "size")[0]?.text],
          ]),
      ),
    );
    const content = [...given.files].filter(([path]) => path.startsWith("representations/rep1/data/"));
    expect(texts).toStrictEqual(
      new Map(content.map(([path, text]) => [path, [sha256(text), String(Buffer.byteLength(text))]])),
    );
  });
});

function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&");
}
