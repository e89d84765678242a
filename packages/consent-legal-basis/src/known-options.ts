import { ConsentBasisError } from "./errors.ts";

const nameForm = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/**
 * Options that nobody reads are refused: a slip of the pen shall not turn a check off.
 *
 * @throws {@link ConsentBasisError} `OPTION_UNKNOWN`, with the option's name as path where it looks like one
 */
export function refuseUnknownOptions(options: object, known: readonly string[]): void {
  // Inherited ones too: what is read from an object counts, wherever it lies.
  for (const name in options) {
    if (known.includes(name)) continue;
    const path = nameForm.test(name) ? [name] : [];
    throw new ConsentBasisError(
      "OPTION_UNKNOWN",
      `an option is not known; known are ${known.join(", ")}`,
      path,
    );
  }
}
