/** The rule set as a zod schema: strict objects, closed unions, bounded sizes. */
import type { SwedishFirst } from "@tillit/law-reference";
import * as z from "zod";
import { tryParseDay } from "../day/civil-day.ts";
import { tryParseWholePeriod } from "../day/period.ts";
import type {
  Citation,
  Condition,
  Effect,
  Field,
  NamedSet,
  Otherwise,
  Rule,
  RuleSet,
  RuleVersion,
  Term,
} from "./rule-set.ts";

const name = z.string().min(1).max(120);
const text = z.string().min(1).max(2000);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => tryParseDay(value) !== undefined);
const period = z
  .string()
  .regex(/^P/)
  .max(24)
  .refine((value) => tryParseWholePeriod(value) !== undefined);
const grade = z.enum(["V", "S", "M", "I"]);
const absent = z.enum(["unknown", "none"]).optional();

const localisedSchema: z.ZodType<SwedishFirst> = z.strictObject({ sv: text, en: text.optional() });

const citationSchema: z.ZodType<Citation> = z.strictObject({
  act: name,
  at: name.optional(),
  amendedBy: name.optional(),
  url: z.string().max(500).optional(),
  checked: day,
});

const cites = z.array(citationSchema).min(1).max(20);

const fieldSchema: z.ZodType<Field> = z.strictObject({
  title: localisedSchema,
  type: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("enum"), values: z.array(name).min(1).max(2000), absent }),
    z.strictObject({ kind: z.literal("boolean"), absent }),
    z.strictObject({
      kind: z.literal("integer"),
      min: z.int().min(-4096).max(4096),
      max: z.int().min(-4096).max(4096),
      absent,
    }),
    z.strictObject({ kind: z.literal("day") }),
    z.strictObject({ kind: z.literal("event") }),
    z.strictObject({ kind: z.literal("period"), absent }),
    z.strictObject({ kind: z.literal("eventName"), absent }),
    z.strictObject({ kind: z.literal("text"), absent }),
  ]),
});

const setSchema: z.ZodType<NamedSet> = z.strictObject({
  title: localisedSchema,
  values: z.array(name).min(1).max(2000),
  cite: cites,
});

/** The commonest first: a union tries its members in order. */
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: name, is: z.union([name, z.number(), z.boolean()]) }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({
      field: name,
      in: z
        .array(z.union([name, z.number()]))
        .min(1)
        .max(2000),
    }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ field: name, given: z.boolean() }),
    z.strictObject({ field: name, inSet: name }),
    z.strictObject({ field: name, onOrAfter: day }),
    z.strictObject({ field: name, before: day }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ field: name, dayOfMonthIn: z.array(z.int().min(1).max(31)).min(1).max(31) }),
    z.strictObject({ always: z.literal(true) }),
  ]),
);

const termSchema: z.ZodType<Term> = z.strictObject({
  from: z.union([
    z.strictObject({ event: name, pick: z.enum(["latest", "earliest"]).optional() }),
    z.strictObject({ eventIn: name }),
  ]),
  roll: z.enum(["endOfMonth", "endOfYear"]).optional(),
  plus: z.union([period, z.strictObject({ periodIn: name })]),
  leap: z.enum(["back", "forward"]).optional(),
  opens: z.enum(["dayAfter", "sameDay"]).optional(),
});

const effectSchema: z.ZodType<Effect> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("preserve"), transferTo: name.optional(), after: termSchema.optional() }),
  z.strictObject({
    kind: z.literal("dispose"),
    after: termSchema,
    complete: z
      .union([z.strictObject({ by: z.literal("endOfNextCalendarYear") }), z.strictObject({ within: period })])
      .optional(),
    waitFor: z
      .array(
        z.union([
          z.strictObject({ same: z.literal("subject"), rule: name }),
          z.strictObject({ done: name, ifGiven: name }),
        ]),
      )
      .max(8)
      .optional(),
  }),
  z.strictObject({ kind: z.literal("minimum"), until: termSchema }),
  z.strictObject({ kind: z.literal("maximum"), until: termSchema }),
  z.strictObject({ kind: z.literal("ask"), for: z.array(name).min(1).max(20) }),
]);

const versionSchema: z.ZodType<RuleVersion> = z.strictObject({
  inForce: z.strictObject({ from: day, until: day.optional() }),
  grade,
  cite: cites,
  transition: z
    .strictObject({
      selectBy: z.strictObject({ event: name }).optional(),
      notBefore: day.optional(),
      cite: cites,
    })
    .optional(),
  note: localisedSchema.optional(),
  when: conditionSchema,
  effect: effectSchema,
});

/** One rule with its dated versions; rule files hold lists of these. */
export const ruleSchema: z.ZodType<Rule> = z.strictObject({
  id: name,
  title: localisedSchema,
  exceptTo: z.array(name).max(50).optional(),
  versions: z.array(versionSchema).min(1).max(50),
});

const otherwiseSchema: z.ZodType<Otherwise> = z.strictObject({
  id: name,
  when: conditionSchema,
  outcome: z.enum(["preserve", "review"]),
  grade,
  cite: cites,
  note: localisedSchema.optional(),
});

/** A whole rule set. Use {@link parseRuleSet}, which also bounds size and depth, for input of unknown origin. */
export const ruleSetSchema: z.ZodType<RuleSet> = z.strictObject({
  id: name,
  release: name,
  title: localisedSchema,
  jurisdiction: name,
  supports: z.strictObject({ from: day, to: day.optional() }),
  acts: z.record(name, z.strictObject({ sv: text, en: text.optional(), repealed: day.optional() })),
  receivers: z.record(name, localisedSchema),
  vocabulary: z.record(name, fieldSchema),
  sets: z.record(name, setSchema),
  otherwise: z.array(otherwiseSchema).min(1).max(50),
  rules: z.array(ruleSchema).min(1).max(1000),
});
