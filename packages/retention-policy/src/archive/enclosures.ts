/** What every package brings along for those who open it later: how to read it, and the schema of its own metadata. */
import { canonicalize } from "@tillit/canonical-json";

/** For people, in Swedish and English, since nobody may be left who knows the program. */
export const readingGuide: string = `OM PAKETET

Överlämningspaket (SIP) enligt E-ARK CSIP 2.1.0 och E-ARK SIP 2.1.0, som tillsammans är FGS Paketstruktur 2.0.

METS.xml                      vad paketet innehåller; storlek och kontrollsumma (SHA-256) för varje fil
metadata/preservation         vad som har hänt med akten (PREMIS 3.0)
metadata/other/transfer.json  bevarandemärke, dag, regel och kontrollsumma för varje akt
documentation                 den här filen, och dokumentation som lämnaren har lagt till
schemas                       schema för transfer.json (JSON Schema), och scheman som lämnaren har lagt till
representations/rep1/data     handlingarna; beskrivna i representations/rep1/METS.xml och PREMIS bredvid

Bevarandemärken: S bevaras eller överlämnas, DI gallras, PA avvaktar, UN okänt.
Kontrollsumman i transfer.json gäller akten som den låg hos lämnaren (i Tillit krypterad), inte de öppnade filerna.
JSON-filer är text i UTF-8 (RFC 8259).

ABOUT THE PACKAGE

Submission information package (SIP) after E-ARK CSIP 2.1.0 and E-ARK SIP 2.1.0.

METS.xml                      what the package holds; size and checksum (SHA-256) of every file
metadata/preservation         what has happened to the record (PREMIS 3.0)
metadata/other/transfer.json  retention mark, day, rule and checksum of every record
documentation                 this file, and documentation that the submitter added
schemas                       schema of transfer.json (JSON Schema), and schemas that the submitter added
representations/rep1/data     the content; described in representations/rep1/METS.xml and the PREMIS beside it

Retention marks: S kept or handed over, DI disposed of, PA waiting, UN not known.
The checksum in transfer.json is of the record as the submitter held it (in Tillit encrypted), not of the opened files.
JSON files are text in UTF-8 (RFC 8259).
`;

const words = { type: "string" };

/** JSON Schema of `tillit-transfer/1`. */
export const transferSchema: string = `${canonicalize({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "tillit-transfer/1",
  type: "object",
  required: ["format", "list", "receiver", "entries"],
  additionalProperties: false,
  properties: {
    format: { const: "tillit-transfer/1" },
    list: { ...words, description: "the list that the records are handed over by" },
    receiver: { ...words, description: "the kind of receiver that the rules name" },
    entries: {
      type: "array",
      items: {
        type: "object",
        required: ["record", "status", "date", "reference", "checksum"],
        additionalProperties: false,
        properties: {
          record: words,
          status: { enum: ["S", "DI", "PA", "UN"], description: "kept, disposed of, waiting, not known" },
          date: { ...words, format: "date", description: "the first day that the rule allows it" },
          reference: { ...words, description: "rule@version" },
          checksum: {
            type: "object",
            required: ["alg", "value"],
            additionalProperties: false,
            properties: { alg: { const: "SHA-256" }, value: { ...words, pattern: "^[0-9a-f]{64}$" } },
          },
        },
      },
    },
  },
})}\n`;
