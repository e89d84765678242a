/** Terms of the W3C Data Privacy Vocabulary 2.3 as compact IRIs; `dpvContext` expands them. */
import type { Art6, Art9 } from "../activity/basis.ts";
import type { ConsentState } from "../consent/consent-at.ts";
import type { Right } from "../rights/right.ts";

export const dpvNamespaces = {
  dpv: "https://w3id.org/dpv#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  "legal-se": "https://w3id.org/dpv/legal/se#",
  "legal-eu": "https://w3id.org/dpv/legal/eu#",
  loc: "https://w3id.org/dpv/loc#",
  dct: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The Swedish supervisory authority. */
export const swedishAuthority = "legal-se:DPA-SE";

/** The most specific DPV term of an Art. 6 basis. */
export function art6Iri(basis: Art6): string {
  switch (basis.art6) {
    case "a":
      return basis.terms.explicit ? "eu-gdpr:A6-1-a-explicit-consent" : "eu-gdpr:A6-1-a-non-explicit-consent";
    case "b":
      return basis.contract === "performance"
        ? "eu-gdpr:A6-1-b-contract-performance"
        : "eu-gdpr:A6-1-b-enter-into-contract";
    case "c":
      return "eu-gdpr:A6-1-c";
    case "d":
      return basis.whose === "subject" ? "eu-gdpr:A6-1-d-data-subject" : "eu-gdpr:A6-1-d-natural-person";
    case "e":
      return "eu-gdpr:A6-1-e";
    case "f":
      return "eu-gdpr:A6-1-f-controller";
  }
}

export function art9Iri(special: Art9): string {
  return `eu-gdpr:A9-2-${special.art9}`;
}

/** One or more terms per right; the two of Art. 13 and 14 stand together. */
export const rightIris: Readonly<Record<Right, readonly string[]>> = {
  inform: ["eu-gdpr:A13", "eu-gdpr:A14"],
  access: ["eu-gdpr:A15"],
  rectification: ["eu-gdpr:A16"],
  erasure: ["eu-gdpr:A17"],
  restriction: ["eu-gdpr:A18"],
  notification: ["eu-gdpr:A19"],
  portability: ["eu-gdpr:A20"],
  object: ["eu-gdpr:A21"],
  "object-marketing": ["eu-gdpr:A21"],
  "not-automated": ["eu-gdpr:A22"],
  withdraw: ["eu-gdpr:A7-3"],
  complain: ["eu-gdpr:A77", "eu-gdpr:A79"],
};

/** A partial consent is still only asked for: it must not read as given. */
export const consentStateIris: Readonly<Record<ConsentState, string>> = {
  unknown: "dpv:ConsentUnknown",
  requested: "dpv:ConsentRequested",
  partial: "dpv:ConsentRequested",
  given: "dpv:ConsentGiven",
  refused: "dpv:ConsentRefused",
  withdrawn: "dpv:ConsentWithdrawn",
  revoked: "dpv:ConsentRevoked",
  expired: "dpv:ConsentExpired",
  invalidated: "dpv:ConsentInvalidated",
};
