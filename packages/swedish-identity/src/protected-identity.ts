/**
 * Protected personal data comes in levels, set by different authorities: a secrecy marking (offentlighets- och
 * sekretesslag 2009:400, 22 kap. 1 §), protected registration (folkbokföringslag 1991:481, 16 §) and an assumed
 * identity (lag 1991:483). What follows for a service that handles such a person's records is data here.
 */

/** Ordinary; sekretessmarkering; skyddad folkbokföring; fingerade personuppgifter. */
export type ProtectionLevel = "none" | "secrecy-marking" | "protected-registration" | "assumed-identity";

/** The levels, from none to the strongest. */
export const protectionLevels: readonly ProtectionLevel[] = [
  "none",
  "secrecy-marking",
  "protected-registration",
  "assumed-identity",
];

/** What a service may do with a person's records. */
export type ProtectedHandling = {
  /** The person may use an electronic service on their own. */
  readonly selfService: boolean;
  /** An address may be shown, printed or exported. */
  readonly showAddress: boolean;
  /** The number may be shown, printed or exported. */
  readonly showNumber: boolean;
  /** An outsider may be told whether the person is known at all. */
  readonly confirmKnown: boolean;
  /** A person weighs the harm before anything is given out. */
  readonly harmTestFirst: boolean;
};

const closed = {
  selfService: false,
  showAddress: false,
  showNumber: false,
  confirmKnown: false,
  harmTestFirst: true,
} as const satisfies ProtectedHandling;

const handling: { readonly [level in ProtectionLevel]: ProtectedHandling } = {
  none: { selfService: true, showAddress: true, showNumber: true, confirmKnown: true, harmTestFirst: false },
  // Only a warning in law, handled as the others until a person has weighed the harm.
  "secrecy-marking": closed,
  "protected-registration": closed,
  "assumed-identity": closed,
};

/** What a level of protection means for the handling of records. */
export function handlingOf(level: ProtectionLevel): ProtectedHandling {
  return handling[level];
}

/**
 * The strongest of several levels: a household or a file is handled as its most protected person.
 *
 * @returns `none` for no levels
 */
export function strongestProtection(levels: readonly ProtectionLevel[]): ProtectionLevel {
  return protectionLevels.findLast((level) => levels.includes(level)) ?? "none";
}
