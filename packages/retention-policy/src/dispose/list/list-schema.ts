/** Disposal lists and commands that come as files: whoever can write a file can write anything, so all of it is looked at. */
import * as z from "zod";
import { tryParseDay } from "../../day/civil-day.ts";
import { schemaRefusal } from "../../schema/schema-refusal.ts";
import type { Approval, DisposalList, Dropped, ItemAnswer, ListCommand, ListItem } from "./list.ts";

const text = z.string();
const seen = text.min(1);
const day = text.refine((value) => tryParseDay(value) !== undefined);
const role = z.enum(["author", "reviewer", "archivist", "executor"]);
const result = z.enum(["gone", "unlinked", "transferred"]);

const answerSchema: z.ZodType<ItemAnswer> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("dispose") }),
  z.strictObject({ kind: z.literal("keep"), until: text, reason: text }),
  z.strictObject({ kind: z.literal("reclassify"), reason: text }),
]);

const itemSchema = z.strictObject({
  record: seen,
  outcome: z.enum(["dispose", "transfer"]),
  transferTo: text.exactOptional(),
  rule: text,
  version: text,
  earliest: text,
  latest: text.exactOptional(),
  factsHash: text,
  answer: answerSchema.exactOptional(),
  result: result.exactOptional(),
  executed: text.exactOptional(),
  receipt: text.exactOptional(),
}) satisfies z.ZodType<ListItem>;

const droppedSchema = z.strictObject({
  record: text,
  reason: z.enum([
    "NOT_DUE",
    "NO_DATE",
    "HELD",
    "UNDETERMINED",
    "CONFLICT",
    "PRESERVED",
    "KEPT_BY_REVIEW",
    "RECLASSIFIED",
    "FACTS_CHANGED",
    "RULES_CHANGED",
    "NOT_FOUND",
  ]),
}) satisfies z.ZodType<Dropped>;

const approvalSchema = z.strictObject({
  person: text,
  role,
  at: text,
  comment: text.exactOptional(),
  of: text,
}) satisfies z.ZodType<Approval>;

const listSchema: z.ZodType<DisposalList> = z.strictObject({
  id: text,
  status: z.enum([
    "none",
    "draft",
    "reviewing",
    "changes-requested",
    "cooling-off",
    "executing",
    "executed",
    "aborted",
  ]),
  asOf: text,
  ruleSet: z.strictObject({ id: text, release: text, hash: text }),
  author: text,
  items: z.array(itemSchema),
  dropped: z.array(droppedSchema),
  approvals: z.array(approvalSchema),
  required: z.int(),
  coolUntil: text.exactOptional(),
  comment: text.exactOptional(),
});

const by = z.strictObject({ person: text, role });

const commandSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Submit"), by }),
  z.strictObject({ type: z.literal("Answer"), by, record: text, answer: answerSchema }),
  z.strictObject({ type: z.literal("RequestChanges"), by, comment: text }),
  z.strictObject({ type: z.literal("Approve"), by, at: text, comment: text.exactOptional() }),
  z.strictObject({ type: z.literal("Begin"), by, at: day }),
  z.strictObject({
    type: z.literal("Report"),
    by,
    record: text,
    result,
    at: text,
    receipt: text.exactOptional(),
  }),
  z.strictObject({ type: z.literal("Finish"), by }),
  z.strictObject({ type: z.literal("Abort"), by, reason: text }),
]);

type CommandOf<Type extends ListCommand["type"]> = Extract<ListCommand, { type: Type }>;

/** What a file can say of a command: a draft comes from records, and so does what is known when execution begins. */
export type ListFileCommand =
  | Exclude<ListCommand, CommandOf<"Draft"> | CommandOf<"Begin">>
  | Omit<CommandOf<"Begin">, "current" | "ruleSetHash">;

/**
 * A disposal list from a JSON value, as {@link evolveList} made it.
 *
 * @param value - what was read
 * @returns the list; days and hashes are looked at where they are used
 * @throws {RetentionError} LIST_MALFORMED; `at` is the place, `meant` the key that was probably meant
 * @example
 * const list = parseList(JSON.parse(text));
 */
export function parseList(value: unknown): DisposalList {
  const parsed = listSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw schemaRefusal("LIST_MALFORMED", "this is no disposal list", parsed.error, listSchema);
}

/**
 * A command to a disposal list from a JSON value. `Draft` is none that a file can give, and `Begin` is given without the
 * records, which are decided again when it is carried out.
 *
 * @throws {RetentionError} COMMAND_MALFORMED; `at` is the place, `meant` the key that was probably meant
 * @example
 * const command = parseListCommand({ type: "Submit", by: { person: "p-1", role: "author" } });
 */
export function parseListCommand(value: unknown): ListFileCommand {
  const parsed = commandSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw schemaRefusal(
    "COMMAND_MALFORMED",
    "this is no command to a disposal list",
    parsed.error,
    commandSchema,
  );
}
