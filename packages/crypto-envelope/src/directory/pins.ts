import { EnvelopeError, unexpected } from "../errors.ts";
import { fromBase64Url } from "../format/base64.ts";
import { listOf, objectOf, optionsOf, type Reader } from "../format/json.ts";
import { limits } from "../limits.ts";

/** Whose signatures make a controller's key document genuine. */
export interface Pin {
  /** Ed25519 root public keys in base64url, all different; 1 to 64. */
  readonly roots: readonly string[];
  /** How many of the roots must have signed, from 1 to all of them. */
  readonly threshold: number;
}

/** Pins by controller. It has no prototype: a controller that is not in it is not there, whatever it is called. */
export type Pins = Readonly<Record<string, Pin>>;

const rootOf: Reader<string> = (value, what) => {
  fromBase64Url(value, 32, what);
  return value as string;
};

/** How many of these roots must have signed: all different, and from 1 to all of them. Throws DIRECTORY. */
export function thresholdOf(roots: readonly string[], given: unknown): number {
  const threshold = given === undefined && roots.length === 1 ? 1 : given;
  const repeated = new Set(roots).size < roots.length;
  if (repeated || !Number.isInteger(threshold) || Number(threshold) < 1 || Number(threshold) > roots.length)
    throw new EnvelopeError("DIRECTORY", "threshold: 1 to all of the pinned roots, all different, expected");
  return Number(threshold);
}

function pinOf(value: unknown): Pin {
  const { roots, threshold } = optionsOf(
    value,
    "pin",
    { roots: listOf(limits.keyDocumentKeys, rootOf) },
    { threshold: (given) => given },
  );
  return { roots, threshold: thresholdOf(roots, threshold) };
}

/**
 * Pins as a deployment or a file writes them, each part checked, so that one that pins nothing is refused when it is
 * read and not when it is used. The threshold may be left out where one root is pinned; nothing else may be.
 *
 * @param value - parsed JSON: `{ controller: { roots, threshold } }`, roots in base64url of 32 bytes
 * @throws {EnvelopeError} FORMAT where it has another shape or a key that is not known, LIMIT beyond 64 roots,
 * DIRECTORY where roots repeat or the threshold is not from 1 to all of them
 * @example
 * const pins = parsePins({ "ifo-namnd": { roots: [toBase64Url(root.publicKey)], threshold: 1 } });
 */
export function parsePins(value: unknown): Pins {
  const pins: Record<string, Pin> = Object.create(null) as Record<string, Pin>;
  for (const [controller, pin] of Object.entries(objectOf(value, "pins"))) {
    if (controller === "") throw unexpected("pins", "an id");
    pins[controller] = pinOf(pin);
  }
  return pins;
}
