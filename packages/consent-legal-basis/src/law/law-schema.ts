/** Law as it stands in a register: apart from what cites it, so that citing loads no schema. */
import type { Localized } from "@tillit/law-reference";
import { type CalendarDate, isCalendarDate } from "@tillit/civil-time";
import * as z from "zod";
import type { InForce } from "./in-force.ts";
import type { ControllerKind, LawRef } from "./law-ref.ts";

export const dateSchema: z.ZodType<CalendarDate> = z.custom<CalendarDate>(isCalendarDate, "DATE_MALFORMED");

export const inForceSchema: z.ZodType<InForce> = z.strictObject({
  from: dateSchema,
  until: dateSchema.exactOptional(),
});

export const localizedSchema: z.ZodType<Localized> = z.strictObject({
  sv: z.string().regex(/\S/u),
  en: z.string().regex(/\S/u),
});

export const controllerKindSchema: z.ZodType<ControllerKind> = z.enum([
  "public-authority",
  "private-provider",
  "joint",
]);

export const lawRefSchema: z.ZodType<LawRef> = z.strictObject({
  act: z.string().min(1),
  sfs: z
    .string()
    .regex(/^\d{4}:\d+$/)
    .exactOptional(),
  at: z.string().min(1),
  inForce: inForceSchema,
  name: localizedSchema.exactOptional(),
  binds: z.array(controllerKindSchema).min(1).exactOptional(),
});
