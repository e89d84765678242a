/** The words a request is described with. All are codes: nothing here can hold a name or a number. */
import type { CalendarDate } from "@tillit/civil-time";

/** The rights of GDPR art. 15–18, 20 and 21. */
export type Right = "access" | "rectification" | "erasure" | "restriction" | "objection" | "portability";

/**
 * The law a case is answered under: GDPR art. 15–21, public records (TF 2 kap.), a party's insight (FL 10 §), or
 * the file of a private provider (SoL 17 kap. 6 §). Clocks, tests and remedies are never mixed.
 */
export type Regime = "gdpr" | "public-records" | "party-insight" | "private-file";

/** A nämnd or other authority, or a private provider (enskild verksamhet). */
export type ControllerKind = "public-authority" | "private-provider";

/** How the request came. No channel may be demanded (GDPR art. 12(2)). */
export type Channel = "e-service" | "form" | "email" | "letter" | "letterbox" | "phone" | "in-person";

/** An opaque identifier: letters, digits and `._:-`, at most 64; never a personal identity number. */
export type Ref = string;

/** SHA-256 of something sealed or hashed, base64url or hex. Words are always somewhere else, sealed. */
export type Digest = string;

/** RFC 3339 moment in UTC, handed in by the caller. */
export type Instant = string;

export type { CalendarDate };
