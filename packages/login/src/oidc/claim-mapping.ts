/** From an identity provider's claims to a place and a role here. The rules are data, so that each operator writes its own. */
import * as z from "zod";
import type { Claims } from "./authenticator.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import { roles, type Role } from "@tillit/api-contract/ground/roles";

const wanted = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const mappingSchema = z.object({
  /** What every login must show: `acr` (level of assurance) and `amr` (several factors). */
  require: wanted.default({}),
  /** Said where the issuer sends no `amr`: each of the levels asked for takes several factors by its own rules. */
  multiFactorByAcr: z.literal(true).optional(),
  /** The first rule whose claims all fit decides. */
  rules: z.array(
    z.object({
      when: wanted,
      controller: z.string(),
      unit: z.string().optional(),
      role: z.enum(roles),
    }),
  ),
  /** The claim that is stable for one person; it is stored only as a keyed hash. */
  person: z.string().default("sub"),
  name: z.string().default("name"),
});

/** What an operator writes: a level of assurance and several factors are asked of every member of staff. */
export const claimMappingSchema = mappingSchema.superRefine(({ require, multiFactorByAcr }, context) => {
  const missing = (name: string, message: string): void =>
    context.addIssue({ code: "custom", path: ["require", name], message });
  if (require["acr"] === undefined) missing("acr", "a level of assurance must be required");
  if (require["amr"] === undefined && multiFactorByAcr !== true) {
    missing("amr", "several factors must be required, or multiFactorByAcr say that the levels include them");
  }
});

export type ClaimMapping = z.infer<typeof mappingSchema>;

export interface StaffMember {
  /** A pseudonym that the operator alone cannot turn back. */
  readonly ref: string;
  readonly name: string;
  readonly controller: string;
  readonly unit?: string | undefined;
  readonly role: Role;
}

/** Whether the login shows the level of assurance and the factors that every login must. */
export function strongEnough(mapping: ClaimMapping, claims: Claims): boolean {
  return fits(mapping.require, claims);
}

/** Undefined when no rule fits. */
export function staffMember(
  mapping: ClaimMapping,
  claims: Claims,
  pseudonyms: Pseudonyms,
): StaffMember | undefined {
  const rule = mapping.rules.find((one) => fits(one.when, claims));
  const person = claims[mapping.person];
  if (rule === undefined || typeof person !== "string" || person === "") return undefined;
  const name = claims[mapping.name];
  return {
    ref: pseudonyms.ofStaff(rule.controller, person),
    name: typeof name === "string" ? name : "",
    controller: rule.controller,
    unit: rule.unit,
    role: rule.role,
  };
}

/** Each wanted claim has one of the wanted values; a claim that is a list fits if any of its values does. */
function fits(wantedClaims: ClaimMapping["require"], claims: Claims): boolean {
  return Object.entries(wantedClaims).every(([name, value]) => {
    const has = new Set<unknown>([claims[name]].flat());
    return [value].flat().some((one) => has.has(one));
  });
}
