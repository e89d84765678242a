/** What may be done with data whose processing is restricted, besides storing them (GDPR art. 18(2)). */
import type { Localized } from "@tillit/law-reference";
import type { GradedLawRef } from "@tillit/law-reference";

/** The four purposes: the person's consent, legal claims, another person's rights, an important public interest. */
export type RestrictedUse = "consent" | "legal-claims" | "rights-of-others" | "public-interest";

const law: GradedLawRef = { act: "GDPR", at: "art. 18(2)", grade: "V" };

/**
 * The four purposes for which restricted data may be read, with the provision and words for whoever has to choose one.
 * Everything else waits until the restriction is lifted, which the person is told of first (GDPR art. 18(3)).
 *
 * @example restrictedUses["legal-claims"].text.en; // establishing, exercising or defending legal claims
 */
export const restrictedUses: Readonly<
  Record<RestrictedUse, { readonly law: GradedLawRef; readonly text: Localized }>
> = {
  consent: {
    law,
    text: { sv: "den registrerade har samtyckt", en: "the person has consented" },
  },
  "legal-claims": {
    law,
    text: {
      sv: "fastställa, göra gällande eller försvara rättsliga anspråk",
      en: "establishing, exercising or defending legal claims",
    },
  },
  "rights-of-others": {
    law,
    text: { sv: "skydda någon annans rättigheter", en: "protecting another person's rights" },
  },
  "public-interest": {
    law,
    text: { sv: "ett viktigt allmänintresse", en: "an important public interest" },
  },
};
