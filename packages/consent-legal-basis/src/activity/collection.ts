/** Where the data come from and what they are. */
import type { Localized } from "@tillit/law-reference";
import * as z from "zod";
import type { LawRef } from "../law/law-ref.ts";
import { lawRefSchema, localizedSchema } from "../law/law-schema.ts";

export type DataCategory = {
  readonly id: string;
  readonly kind: "ordinary" | "special" | "criminal" | "national-id";
  readonly label: Localized;
};

export const dataCategorySchema: z.ZodType<DataCategory> = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["ordinary", "special", "criminal", "national-id"]),
  label: localizedSchema,
});

export type SubjectGroup = {
  readonly id: string;
  readonly relation:
    | "client"
    | "applicant"
    | "carer"
    | "child"
    | "relative"
    | "employee"
    | "visitor"
    | "contact";
  readonly label: Localized;
};

export const subjectGroupSchema: z.ZodType<SubjectGroup> = z.strictObject({
  id: z.string().min(1),
  relation: z.enum(["client", "applicant", "carer", "child", "relative", "employee", "visitor", "contact"]),
  label: localizedSchema,
});

export type Source = { readonly label: Localized; readonly publiclyAccessible: boolean };

export const sourceSchema: z.ZodType<Source> = z.strictObject({
  label: localizedSchema,
  publiclyAccessible: z.boolean(),
});

/** How people are told about data that came from others (Art. 14), or which exception of Art. 14(5) is used. */
export type IndirectInformation =
  | { readonly kind: "notice" }
  | { readonly kind: "exception"; readonly ground: "a" | "b" | "c" | "d"; readonly law?: LawRef };

export const indirectInformationSchema: z.ZodType<IndirectInformation> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("notice") }),
  z.strictObject({
    kind: z.literal("exception"),
    ground: z.enum(["a", "b", "c", "d"]),
    law: lawRefSchema.exactOptional(),
  }),
]);
