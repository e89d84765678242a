import { fromBase64Url } from "@tillit/crypto-envelope";
import { CommandError } from "../../console/outcome.ts";

/** The root key of `--root`, as `keygen` prints it. */
export function rootKeyOf(text: string): Uint8Array {
  try {
    return fromBase64Url(text, 32);
  } catch {
    throw new CommandError(
      "ROOT_MALFORMED",
      "--root is a root key as keygen prints it: 43 letters, digits, - and _",
    );
  }
}
