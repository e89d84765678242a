/** Who is who around an activity: controller, recipients, transfers. */
import type { Localized } from "@tillit/law-reference";
import * as z from "zod";
import type { ControllerKind } from "../law/law-ref.ts";
import { controllerKindSchema, localizedSchema } from "../law/law-schema.ts";
import { type DocRef, docRefSchema } from "./document-ref.ts";

export type Contact = {
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly web?: string;
};

export const contactSchema: z.ZodType<Contact> = z.strictObject({
  email: z.string().min(3).exactOptional(),
  phone: z.string().min(3).exactOptional(),
  address: z.string().min(3).exactOptional(),
  web: z.string().min(3).exactOptional(),
});

export type Controller = {
  readonly id: string;
  readonly name: string;
  readonly kind: ControllerKind;
  /** Registration number of the legal person. */
  readonly registration?: string;
  /** For an authority: the board that answers, not the municipality as a whole. */
  readonly board?: boolean;
  readonly contact: Contact;
  readonly representative?: { readonly name: string; readonly contact: Contact };
  readonly dataProtectionOfficer?: { readonly contact: Contact; readonly independent: boolean };
  /** The supervisory authority that the controller points people to. */
  readonly complaintTo?: string;
  /** How a person may ask for something: one channel with e-identification only is not enough. */
  readonly requestChannels: readonly RequestChannel[];
  /** How long an answer takes, as told to people; left out = not told. */
  readonly answersWithin?: Localized;
  /** Rights that the published text promises. */
  readonly promisedRights?: readonly PromisedRight[];
};

export type RequestChannel = "oral" | "letter" | "email" | "e-service" | "visit";

export type PromisedRight = { readonly right: string; readonly always: boolean };

export const controllerSchema: z.ZodType<Controller> = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: controllerKindSchema,
  registration: z.string().min(1).exactOptional(),
  board: z.boolean().exactOptional(),
  contact: contactSchema,
  representative: z.strictObject({ name: z.string().min(1), contact: contactSchema }).exactOptional(),
  dataProtectionOfficer: z.strictObject({ contact: contactSchema, independent: z.boolean() }).exactOptional(),
  complaintTo: z.string().min(1).exactOptional(),
  requestChannels: z.array(z.enum(["oral", "letter", "email", "e-service", "visit"])),
  answersWithin: localizedSchema.exactOptional(),
  promisedRights: z.array(z.strictObject({ right: z.string().min(1), always: z.boolean() })).exactOptional(),
});

export type Recipient = {
  readonly name: Localized;
  readonly role: "processor" | "authority" | "provider" | "third-party";
  /** The agreement of Art. 28(3); needed for every processor. */
  readonly dpa?: DocRef;
  /** What the recipient gets the data for. */
  readonly purpose?: Localized;
};

export const recipientSchema: z.ZodType<Recipient> = z.strictObject({
  name: localizedSchema,
  role: z.enum(["processor", "authority", "provider", "third-party"]),
  dpa: docRefSchema.exactOptional(),
  purpose: localizedSchema.exactOptional(),
});

export type Transfer = {
  readonly country: Localized;
  readonly tool?: "adequacy" | "scc" | "bcr" | "art49";
  readonly copyFrom?: Localized;
};

/** Transfers to third countries: assessed and listed (perhaps none), or an open question. */
export type Transfers =
  | { readonly assessed: true; readonly to: readonly Transfer[] }
  | { readonly assessed: false };

export const transfersSchema: z.ZodType<Transfers> = z.discriminatedUnion("assessed", [
  z.strictObject({
    assessed: z.literal(true),
    to: z.array(
      z.strictObject({
        country: localizedSchema,
        tool: z.enum(["adequacy", "scc", "bcr", "art49"]).exactOptional(),
        copyFrom: localizedSchema.exactOptional(),
      }),
    ),
  }),
  z.strictObject({ assessed: z.literal(false) }),
]);
