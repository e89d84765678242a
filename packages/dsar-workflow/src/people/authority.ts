/**
 * Who may ask for another, and when a child asks alone. GDPR sets no age; Swedish rules do: a child speaks for
 * itself in social matters from 15 (SoL 3 kap. 4 §), a guardian decides in step with age and maturity (FB 6 kap. 11 §)
 * and together with the other guardian (13 §), and a child's secrecy may hold against a guardian (OSL 12 kap. 3 §).
 */
import type { Localized } from "@tillit/law-reference";
import type { Digest, Right } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";

/** In whose name a person asks, with the evidence for it. Evidence is the digest of a sealed document. */
export type Authority =
  | { readonly kind: "self" }
  | { readonly kind: "child"; readonly age: number; readonly mature?: boolean; readonly evidence?: Digest }
  | {
      readonly kind: "guardian";
      readonly childAge: number;
      readonly evidence: Digest;
      /** Both guardians stand behind the request. */
      readonly both?: boolean;
      /** The child, old enough to be asked, agrees. */
      readonly childAgrees?: boolean;
    }
  | { readonly kind: "trustee"; readonly evidence: Digest; readonly covers: boolean }
  | { readonly kind: "proxy"; readonly evidence: Digest }
  | { readonly kind: "parent-without-custody"; readonly childAge: number };

/** Whether an authority is enough, and by what law. */
export type AuthorityVerdict =
  | { readonly ok: true; readonly law: GradedLawRef }
  | { readonly ok: false; readonly law: GradedLawRef; readonly because: Localized };

const fb: GradedLawRef = { act: "FB", at: "6 kap. 11 och 13 §§", grade: "V" };
const ownCase: GradedLawRef = { act: "SoL (2025:400)", at: "3 kap. 2–4 §§", grade: "V" };
const childSecrecy: GradedLawRef = { act: "OSL (2009:400)", at: "12 kap. 3 §", grade: "V" };
const identity: GradedLawRef = { act: "GDPR", at: "art. 12(6)", grade: "V" };
const proxyLaw: GradedLawRef = { act: "FL (2017:900)", at: "14–15 §§", grade: "V" };

/** From this age a child asks alone without a test of maturity. */
export const ownVoiceAge = 15;
/** To this age a guardian may ask without the child; practice of Stockholm, grade S. */
export const lastGuardianAge = 15;
/** From this age nobody is anyone's guardian. */
export const adultAge = 18;

const neededBoth: ReadonlySet<Right> = new Set<Right>(["erasure", "rectification", "objection"]);

function no(law: GradedLawRef, sv: string, en: string): AuthorityVerdict {
  return { ok: false, law, because: { sv, en } };
}

function guardian(authority: Extract<Authority, { kind: "guardian" }>, right: Right): AuthorityVerdict {
  const { childAge, both = false, childAgrees = false } = authority;
  if (childAge >= adultAge) return no(fb, "Den begäran gäller är myndig.", "The person concerned is of age.");
  if (childAge > lastGuardianAge && !childAgrees) {
    return no(
      childSecrecy,
      "Ett barn som har fyllt 16 begär självt, eller samtycker.",
      "A child of 16 asks alone, or agrees.",
    );
  }
  if (neededBoth.has(right) && !both) {
    return no(
      fb,
      "Båda vårdnadshavarna behöver stå bakom begäran.",
      "Both guardians must stand behind the request.",
    );
  }
  return { ok: true, law: fb };
}

/**
 * Is this authority enough for this right? One guardian is enough for access; changes need both. A guardian who has
 * been blocked never is.
 */
export function checkAuthority(
  authority: Authority,
  { right, guardianBlocked = false }: { readonly right: Right; readonly guardianBlocked?: boolean },
): AuthorityVerdict {
  switch (authority.kind) {
    case "self":
      return { ok: true, law: identity };
    case "child":
      if (authority.age >= ownVoiceAge) return { ok: true, law: ownCase };
      if (authority.mature === true && authority.evidence !== undefined) return { ok: true, law: ownCase };
      return no(
        ownCase,
        "Barnets mognad ska bedömas och antecknas.",
        "The child's maturity must be assessed and noted.",
      );
    case "guardian":
      if (guardianBlocked) {
        return no(childSecrecy, "Vårdnadshavarens insyn är spärrad.", "The guardian's insight is blocked.");
      }
      return guardian(authority, right);
    case "trustee":
      return authority.covers
        ? { ok: true, law: { act: "FB", at: "11 kap. 4 och 7 §§", grade: "M" } }
        : no(fb, "Uppdraget omfattar inte saken.", "The appointment does not cover the matter.");
    case "proxy":
      return { ok: true, law: proxyLaw };
    case "parent-without-custody":
      return no(
        { act: "RÅ", at: "1994 not 467", grade: "V" },
        "En förälder utan vårdnad företräder inte barnet; handlingar prövas som för en utomstående.",
        "A parent without custody does not represent the child; documents are tested as for an outsider.",
      );
  }
}
