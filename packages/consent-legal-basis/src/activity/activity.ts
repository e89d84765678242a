/** One processing activity: what is done, with which data, on which ground, for how long. Versioned data. */
import type { Localized } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import * as z from "zod";
import { dateSchema, localizedSchema } from "../law/law-schema.ts";
import {
  type Art10,
  art10Schema,
  type Art6,
  art6Schema,
  type Art9,
  art9Schema,
  type NationalIdGround,
  nationalIdGroundSchema,
} from "./basis.ts";
import {
  type DataCategory,
  dataCategorySchema,
  type IndirectInformation,
  indirectInformationSchema,
  type Source,
  sourceSchema,
  type SubjectGroup,
  subjectGroupSchema,
} from "./collection.ts";
import { type DocRef, docRefSchema } from "./document-ref.ts";
import { type ExtraConsent, extraConsentSchema } from "./extra-consent.ts";
import {
  type Controller,
  controllerSchema,
  type Recipient,
  recipientSchema,
  type Transfers,
  transfersSchema,
} from "./parties.ts";

export type ProcessingActivity = {
  readonly id: string;
  readonly version: number;
  readonly validFrom: CalendarDate;
  readonly validUntil?: CalendarDate;
  readonly title: Localized;
  readonly purpose: Localized;
  readonly controller: Controller;
  /** What the processing is part of: the controller's public task, a service it gives, or its own housekeeping. */
  readonly task: "public-task" | "service" | "own-administration";
  readonly subjects: readonly SubjectGroup[];
  readonly data: readonly DataCategory[];
  /** True when the list of data ends in "and other information": no closed list. */
  readonly openEnded?: boolean;
  readonly source: "subject" | "others" | "both";
  readonly sources?: readonly Source[];
  readonly indirectInformation?: IndirectInformation;
  readonly recipients: readonly Recipient[];
  readonly transfers: Transfers;
  readonly basis: Art6;
  /** Further bases declared from the start; never added afterwards. */
  readonly alsoOn?: readonly Art6[];
  readonly special?: Art9;
  readonly criminal?: Art10;
  readonly nationalId?: NationalIdGround;
  readonly safeguards: readonly ExtraConsent[];
  /** Name of a rule in the retention rule set. */
  readonly retentionRule: string;
  /** The same in words, for notices. */
  readonly retention: Localized;
  /** A period that the organisation states itself, to be held against the rule. */
  readonly statedRetention?: { readonly period: string; readonly from: string };
  readonly requirement?: {
    readonly kind: "statutory" | "contractual" | "voluntary";
    readonly consequence: Localized;
  };
  readonly automatedDecision?: {
    readonly logic: Localized;
    readonly consequences: Localized;
    readonly ground?: "contract" | "law" | "explicit-consent";
    readonly humanReview: boolean;
  };
  /** A compilation (register, list) over several persons, and the ground for sensitive data in it. */
  readonly compilation?: { readonly sensitive: boolean; readonly ground?: string };
  /** Sensors or positioning used on a person. */
  readonly monitoring?: { readonly cohabitants: boolean };
  /** By what people are searched for. */
  readonly searchTerms?: readonly ("name" | "national-id" | "case-number" | "sensitive")[];
  readonly security: readonly SecurityMeasure[];
  /** Are children among the readers given a text of their own (Art. 12(1))? */
  readonly childReaders?: "adapted" | "not-adapted";
};

export type SecurityMeasure = {
  readonly measure: Localized;
  readonly evidence?: DocRef;
  readonly absolute?: boolean;
};

export const processingActivitySchema: z.ZodType<ProcessingActivity> = z.strictObject({
  id: z.string().min(1),
  version: z.int().min(1),
  validFrom: dateSchema,
  validUntil: dateSchema.exactOptional(),
  title: localizedSchema,
  purpose: localizedSchema,
  controller: controllerSchema,
  task: z.enum(["public-task", "service", "own-administration"]),
  subjects: z.array(subjectGroupSchema).min(1),
  data: z.array(dataCategorySchema).min(1),
  openEnded: z.boolean().exactOptional(),
  source: z.enum(["subject", "others", "both"]),
  sources: z.array(sourceSchema).exactOptional(),
  indirectInformation: indirectInformationSchema.exactOptional(),
  recipients: z.array(recipientSchema),
  transfers: transfersSchema,
  basis: art6Schema,
  alsoOn: z.array(art6Schema).exactOptional(),
  special: art9Schema.exactOptional(),
  criminal: art10Schema.exactOptional(),
  nationalId: nationalIdGroundSchema.exactOptional(),
  safeguards: z.array(extraConsentSchema),
  retentionRule: z.string(),
  retention: localizedSchema,
  statedRetention: z.strictObject({ period: z.string().min(1), from: z.string().min(1) }).exactOptional(),
  requirement: z
    .object({ kind: z.enum(["statutory", "contractual", "voluntary"]), consequence: localizedSchema })
    .exactOptional(),
  automatedDecision: z
    .object({
      logic: localizedSchema,
      consequences: localizedSchema,
      ground: z.enum(["contract", "law", "explicit-consent"]).exactOptional(),
      humanReview: z.boolean(),
    })
    .exactOptional(),
  compilation: z
    .object({ sensitive: z.boolean(), ground: z.string().min(1).exactOptional() })
    .exactOptional(),
  monitoring: z.strictObject({ cohabitants: z.boolean() }).exactOptional(),
  searchTerms: z.array(z.enum(["name", "national-id", "case-number", "sensitive"])).exactOptional(),
  security: z.array(
    z.strictObject({
      measure: localizedSchema,
      evidence: docRefSchema.exactOptional(),
      absolute: z.boolean().exactOptional(),
    }),
  ),
  childReaders: z.enum(["adapted", "not-adapted"]).exactOptional(),
});
