import { dpvNamespaces } from "./iris.ts";

const iri = { "@type": "@id" } as const;
const local = "https://tillit.example/ns#";

/**
 * Our own JSON-LD context for the DPV 2.3 terms in use: DPV ships none. It is embedded in every document, so
 * that the document expands without fetching anything.
 */
export const dpvContext: Readonly<Record<string, unknown>> = {
  "@version": 1.1,
  ...dpvNamespaces,
  tillit: local,
  title: { "@id": "dct:title", "@container": "@language" },
  hasProcess: { "@id": "dpv:hasProcess", "@container": "@set" },
  hasPurpose: { "@id": "dpv:hasPurpose" },
  description: { "@id": "dct:description", "@container": "@language" },
  hasDataController: { "@id": "dpv:hasDataController" },
  hasDataSubject: { "@id": "dpv:hasDataSubject", "@container": "@set" },
  hasPersonalData: { "@id": "dpv:hasPersonalData", "@container": "@set" },
  hasLegalBasis: { "@id": "dpv:hasLegalBasis", ...iri, "@container": "@set" },
  hasRecipient: { "@id": "dpv:hasRecipient", "@container": "@set" },
  hasRight: { "@id": "dpv:hasRight", ...iri, "@container": "@set" },
  hasStorageCondition: { "@id": "dpv:hasStorageCondition" },
  hasConsentStatus: { "@id": "dpv:hasConsentStatus", ...iri },
  hasName: "dpv:hasName",
  hasContact: { "@id": "dpv:hasContact", "@container": "@set" },
  citesLaw: { "@id": "dct:references", "@container": "@set" },
  validFrom: { "@id": "dct:valid", "@type": "xsd:date" },
  version: "dct:hasVersion",
  identifier: "dct:identifier",
};
