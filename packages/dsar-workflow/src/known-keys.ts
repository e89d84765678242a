import { DsarError } from "./errors.ts";

/**
 * A key that nobody reads is refused: a slip of the pen shall not move a last day or open a protected address.
 *
 * @throws {@link DsarError} `KEY_UNKNOWN`
 */
export function refuseUnknownKeys(value: object, known: readonly string[], what: string): void {
  // Inherited ones too: what is read from an object counts, wherever it lies.
  for (const key in value) {
    if (!known.includes(key))
      throw new DsarError("KEY_UNKNOWN", `${what} has a key that is none of ${known.join(", ")}`);
  }
}
