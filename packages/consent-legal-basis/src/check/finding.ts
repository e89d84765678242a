import type { Localized } from "@tillit/law-reference";
import type { LawRef } from "../law/law-ref.ts";

/** `error`: not lawful as described; `warning`: likely a problem, a person must look; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** CLB001–099 activities, 100s notices, 200s Art. 30, 300s consent, 400s drift, 500s policy texts. Never reused. */
export type FindingCode = `CLB${number}`;

export type Path = readonly (string | number)[];

export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where in the value that was checked. */
  readonly path: Path;
  readonly message: Localized;
  /** The provisions in force on the day of the check. */
  readonly law: readonly LawRef[];
  readonly fix: Localized;
};
