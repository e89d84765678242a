/** What a schema found wrong, told by its place; a key that is not known also by what was probably meant. */
import * as z from "zod";
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import { tellName, wordsOnKey } from "../name/known-keys.ts";

type Issue = z.core.$ZodIssue;

/** What a schema stands for: the options of a union, what is optional or made when asked for. */
function unwrapped(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodUnion) return schema.options;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return [schema.unwrap()];
  return schema instanceof z.ZodLazy ? [schema.unwrap()] : [];
}

/** The schemas that a value at a step of a path may follow. */
function inside(schema: unknown, step: PropertyKey): readonly unknown[] {
  if (schema instanceof z.ZodObject) {
    const name = String(step);
    return Object.hasOwn(schema.shape, name) ? [schema.shape[name]] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return unwrapped(schema).flatMap((each) => inside(each, step));
}

function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : unwrapped(schema).flatMap(keysOf);
}

/** The issue to tell of: of a union's, those of the option that comes nearest, which lacks nothing but has too much. */
function tellingOf(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const near = issue.errors
    .map((issues) => issues.map(tellingOf))
    .find((issues) => issues.length > 0 && issues.every(({ code }) => code === "unrecognized_keys"));
  const [first] = near ?? [];
  return first === undefined ? issue : { ...first, path: [...issue.path, ...first.path] };
}

/** The error for a value that does not follow a schema. */
export function schemaRefusal(
  code: RetentionErrorCode,
  message: string,
  error: z.ZodError,
  schema: z.ZodType,
): RetentionError {
  const issues = error.issues.map(tellingOf);
  // A misspelt key is missing too, under its right name.
  const issue = issues.find(({ code: kind }) => kind === "unrecognized_keys") ?? issues[0];
  const steps = (issue?.path ?? []).map((step) =>
    typeof step === "string" ? tellName(step, "?") : String(step),
  );
  if (issue?.code !== "unrecognized_keys")
    return new RetentionError(code, message, steps.join(".").slice(0, 200));
  const at = issue.path.reduce<readonly unknown[]>(
    (schemas, step) => schemas.flatMap((each) => inside(each, step)),
    [schema],
  );
  const key = issue.keys[0] ?? "";
  const { words, meant } = wordsOnKey(
    key,
    [...new Set(at.flatMap(keysOf))].filter((known) => known !== key),
  );
  const place = [...steps, tellName(key, "a key")].join(".").slice(0, 200);
  return new RetentionError(code, `${message}: a key is not known; ${words}`, place, meant);
}
