import type { Claim } from "./claim.ts";
import document000 from "./document-000.json" with { type: "json" };
import document001 from "./document-001.json" with { type: "json" };
import document002 from "./document-002.json" with { type: "json" };
import document003 from "./document-003.json" with { type: "json" };
import document004 from "./document-004.json" with { type: "json" };

/** All claims of the five policies, in the order of the texts. */
export const claims: readonly Claim[] = [
  ...document000,
  ...document001,
  ...document002,
  ...document003,
  ...document004,
] as readonly Claim[];
