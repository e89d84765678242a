import type { ProcessingActivity } from "../activity/activity.ts";
import { basesOf, citedLaw } from "../activity/facts.ts";
import type { DataCategory } from "../activity/collection.ts";
import type { Recipient } from "../activity/parties.ts";
import { shortCite } from "../law/law-ref.ts";
import { rightsFor } from "../rights/rights-for.ts";
import type { NationalLaw } from "../law/national-law.ts";
import { dpvContext } from "./context.ts";
import { art6Iri, art9Iri, rightIris } from "./iris.ts";
import { refuseUnknownOptions } from "../known-options.ts";

export type JsonLd = { readonly [key: string]: unknown };

const dataTypes: Readonly<Record<DataCategory["kind"], string>> = {
  ordinary: "dpv:PersonalData",
  special: "dpv:SpecialCategoryPersonalData",
  criminal: "dpv:SensitivePersonalData",
  "national-id": "dpv:PersonalData",
};

const recipientTypes: Readonly<Record<Recipient["role"], string>> = {
  processor: "dpv:DataProcessor",
  authority: "dpv:Authority",
  provider: "dpv:DataController",
  "third-party": "dpv:ThirdParty",
};

export type DpvOptions = { readonly national?: NationalLaw };

const known = ["national"] as const satisfies readonly (keyof DpvOptions)[];

/**
 * The register as DPV 2.3 in JSON-LD with the context embedded: one process per activity. Art. 10 has no DPV
 * term; its law stands among the references.
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN` for an option that is none
 */
export function toJsonLd(activities: readonly ProcessingActivity[], options: DpvOptions = {}): JsonLd {
  refuseUnknownOptions(options, known);
  return {
    "@context": dpvContext,
    "@type": "dpv:Process",
    hasProcess: activities.map((activity) => processOf(activity, options)),
  };
}

function processOf(activity: ProcessingActivity, { national }: DpvOptions): JsonLd {
  const { controller } = activity;
  const standing = rightsFor(activity, activity.validFrom, national === undefined ? {} : { national });
  return {
    "@id": `urn:tillit:activity:${activity.id}:${activity.version}`,
    "@type": "dpv:Process",
    identifier: activity.id,
    version: activity.version,
    validFrom: activity.validFrom,
    title: activity.title,
    hasPurpose: { "@type": "dpv:Purpose", description: activity.purpose },
    hasDataController: {
      "@id": `urn:tillit:controller:${controller.id}`,
      "@type": "dpv:DataController",
      hasName: controller.name,
      hasContact: Object.values(controller.contact),
    },
    hasDataSubject: activity.subjects.map(({ id, label }) => ({
      "@type": "dpv:DataSubject",
      identifier: id,
      title: label,
    })),
    hasPersonalData: activity.data.map(({ id, kind, label }) => ({
      "@type": dataTypes[kind],
      identifier: id,
      title: label,
    })),
    hasLegalBasis: [
      ...basesOf(activity).map(art6Iri),
      ...(activity.special === undefined ? [] : [art9Iri(activity.special)]),
    ],
    citesLaw: [...new Set(citedLaw(activity).map(({ ref }) => shortCite(ref)))],
    hasRecipient: activity.recipients.map(({ name, role }) => ({
      "@type": recipientTypes[role],
      title: name,
    })),
    hasRight: [
      ...new Set(standing.flatMap(({ right, verdict }) => (verdict === "excluded" ? [] : rightIris[right]))),
    ],
    hasStorageCondition: {
      "@type": "dpv:StorageDuration",
      identifier: activity.retentionRule,
      description: activity.retention,
    },
  };
}
