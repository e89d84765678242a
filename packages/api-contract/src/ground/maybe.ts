import type { z } from "zod";

/**
 * A key that may be left out, and is never `undefined`. The OpenAPI generator asks a schema whether `undefined` parses;
 * Zod's `exactOptional` says no, and the document would call the key required. Parsing itself does not go this way.
 */
export function maybe<T extends z.ZodType>(schema: T): z.ZodExactOptional<T> {
  const optional = schema.exactOptional();
  const parse = (value: unknown) => schema.exactOptional().safeParse(value);
  return Object.assign(optional, {
    safeParse: (value: unknown) =>
      value === undefined ? { success: true as const, data: undefined } : parse(value),
  }) as z.ZodExactOptional<T>;
}
