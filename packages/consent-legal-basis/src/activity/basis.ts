/** Legal bases as unions: each case carries what that basis needs (GDPR Art. 6(1), 6(3), 9(2), 10). */
import type { Localized } from "@tillit/law-reference";
import * as z from "zod";
import type { LawRef } from "../law/law-ref.ts";
import { lawRefSchema, localizedSchema } from "../law/law-schema.ts";
import { type DocRef, docRefSchema } from "./document-ref.ts";

export type Art6Letter = "a" | "b" | "c" | "d" | "e" | "f";

export const art6Letters: readonly ["a", "b", "c", "d", "e", "f"] = ["a", "b", "c", "d", "e", "f"];

export type RequiredGiver = {
  readonly role: "subject" | "guardian" | "trustee" | "proxy" | "cohabitant";
  readonly count: number;
};

/** How consent is asked for; what decides whether it can be valid (Art. 4(11), 7, 9(2)(a)). */
export type ConsentTerms = {
  /** The act by which consent is expressed. Only "separate-act" is a clear affirmative act of its own. */
  readonly expression: "separate-act" | "form-submission" | "silence" | "pre-ticked";
  readonly explicit: boolean;
  /** True when no consent means no service. */
  readonly tied: boolean;
  /** Where consent is withdrawn, and whether that is as easy as giving it (Art. 7(3)). */
  readonly withdrawal?: { readonly channel: Localized; readonly asEasy: boolean };
  readonly givers: readonly RequiredGiver[];
  /** What the signature in fact does; only "processing" is a ground of Art. 6. */
  readonly actsAs: "processing" | "secrecy-waiver" | "measure";
  /** A basis that is meant to step in when consent is withdrawn. */
  readonly fallback?: Art6Letter;
};

export type Law = readonly [LawRef, ...LawRef[]];

export type Art6 =
  | { readonly art6: "a"; readonly consent: "opt-in"; readonly terms: ConsentTerms }
  | {
      readonly art6: "b";
      readonly contract: "performance" | "pre-contract";
      /** Is the data subject (not, say, a municipality) party to the contract? */
      readonly subjectIsParty: boolean;
    }
  | { readonly art6: "c" | "e"; readonly law: Law }
  | { readonly art6: "d"; readonly whose: "subject" | "other" }
  | { readonly art6: "f"; readonly interest: Localized; readonly balancingTest?: DocRef };

export type Art9 =
  | { readonly art9: "a" | "c" | "d" | "e" | "f" }
  | { readonly art9: "b" | "g" | "i" | "j"; readonly law: Law }
  | { readonly art9: "h"; readonly law: Law; readonly secrecy?: LawRef };

export type Art10 = { readonly art10: "official-authority" | "authorised-by-law"; readonly law: LawRef };

/** The ground for using a national identification number (Art. 87 and national law). */
export type NationalIdGround = {
  readonly ground: "clearly-justified" | "consent" | "statute";
  readonly law: LawRef;
};

const lawSchema: z.ZodType<Law> = z.tuple([lawRefSchema], lawRefSchema);

export const consentTermsSchema: z.ZodType<ConsentTerms> = z.strictObject({
  expression: z.enum(["separate-act", "form-submission", "silence", "pre-ticked"]),
  explicit: z.boolean(),
  tied: z.boolean(),
  withdrawal: z.strictObject({ channel: localizedSchema, asEasy: z.boolean() }).exactOptional(),
  givers: z.array(
    z.strictObject({
      role: z.enum(["subject", "guardian", "trustee", "proxy", "cohabitant"]),
      count: z.int().min(1),
    }),
  ),
  actsAs: z.enum(["processing", "secrecy-waiver", "measure"]),
  fallback: z.enum(art6Letters).exactOptional(),
});

export const art6Schema: z.ZodType<Art6> = z.discriminatedUnion("art6", [
  z.strictObject({ art6: z.literal("a"), consent: z.literal("opt-in"), terms: consentTermsSchema }),
  z.strictObject({
    art6: z.literal("b"),
    contract: z.enum(["performance", "pre-contract"]),
    subjectIsParty: z.boolean(),
  }),
  z.strictObject({ art6: z.enum(["c", "e"]), law: lawSchema }),
  z.strictObject({ art6: z.literal("d"), whose: z.enum(["subject", "other"]) }),
  z.strictObject({
    art6: z.literal("f"),
    interest: localizedSchema,
    balancingTest: docRefSchema.exactOptional(),
  }),
]);

export const art9Schema: z.ZodType<Art9> = z.discriminatedUnion("art9", [
  z.strictObject({ art9: z.enum(["a", "c", "d", "e", "f"]) }),
  z.strictObject({ art9: z.enum(["b", "g", "i", "j"]), law: lawSchema }),
  z.strictObject({ art9: z.literal("h"), law: lawSchema, secrecy: lawRefSchema.exactOptional() }),
]);

export const art10Schema: z.ZodType<Art10> = z.strictObject({
  art10: z.enum(["official-authority", "authorised-by-law"]),
  law: lawRefSchema,
});

export const nationalIdGroundSchema: z.ZodType<NationalIdGround> = z.strictObject({
  ground: z.enum(["clearly-justified", "consent", "statute"]),
  law: lawRefSchema,
});
