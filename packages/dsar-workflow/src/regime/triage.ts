/**
 * From what a person asks to the cases it becomes. The label on a letter binds nobody: "I want my file" at an
 * authority is a request under the GDPR and for documents, at a private provider for the file and under the GDPR, and
 * for a party in an open matter it is insight as well. One letter may become several cases, each with its reasons.
 */
import type { Localized } from "@tillit/law-reference";
import type { ControllerKind, Ref, Regime, Right } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";
import { regimes } from "./regimes.ts";

/** What a letter asks for, in our words. */
export type Ask =
  | "own-data"
  | "own-file"
  | "documents"
  | "matter-material"
  | "correct"
  | "erase"
  | "restrict"
  | "object"
  | "move-data";

/** Who asks. */
export type Asker =
  | "subject"
  | "representative"
  | "parent-without-custody"
  | "relative-of-deceased"
  | "anyone";

/** What triage must know. */
export type TriageFacts = {
  readonly controller: ControllerKind;
  readonly asks: readonly Ask[];
  readonly asker: Asker;
  /** Is the person a party in a matter here? */
  readonly party?: boolean;
  /** Is the asker also spoken of in the documents, e.g. a daughter in her mother's file? */
  readonly alsoSubject?: boolean;
  /** Do we only process for someone else? Then nothing is decided here. */
  readonly onlyProcessor?: boolean;
};

/** One reason of a choice. */
export type Reason = { readonly law: GradedLawRef; readonly text: Localized };

/** One case of the answer. */
export type TriagedCase = {
  readonly right: Right;
  readonly regime: Regime;
  readonly reasons: readonly Reason[];
};

/** What becomes of the letter: cases in the order they are to be answered, or a referral with its reason. */
export type TriageAnswer = {
  readonly cases: readonly TriagedCase[];
  readonly refer?: Reason;
};

// A freeze first, then what shows, then what changes, then what destroys.
const order: readonly Right[] = [
  "restriction",
  "access",
  "portability",
  "objection",
  "rectification",
  "erasure",
];

const rightOf: Readonly<Record<Ask, Right>> = {
  "own-data": "access",
  "own-file": "access",
  documents: "access",
  "matter-material": "access",
  correct: "rectification",
  erase: "erasure",
  restrict: "restriction",
  object: "objection",
  "move-data": "portability",
};

const documentAsks: ReadonlySet<Ask> = new Set<Ask>(["own-file", "documents", "matter-material"]);

function because(regime: Regime, sv: string, en: string): Reason {
  return { law: regimes[regime].law, text: { sv, en } };
}

function documentRegimes(facts: TriageFacts): readonly Regime[] {
  if (facts.controller === "private-provider") return ["private-file"];
  return facts.party === true ? ["party-insight", "public-records"] : ["public-records"];
}

const documentReasons: Readonly<Record<Exclude<Regime, "gdpr">, Reason>> = {
  "public-records": because(
    "public-records",
    "Det som begärs är handlingar, och de lämnas snabbare som allmän handling.",
    "Documents are asked for, and they are given faster as public records.",
  ),
  "party-insight": because(
    "party-insight",
    "Den som frågar är part i ärendet och får ta del av materialet.",
    "The person who asks is a party and may see the material.",
  ),
  "private-file": because(
    "private-file",
    "Handlingar i en privat utförares akt lämnas enligt socialtjänstlagen; vägran prövas av IVO.",
    "Documents in a private provider's file are given under the Social Services Act; IVO decides a refusal.",
  ),
};

function regimesOf(ask: Ask, facts: TriageFacts): readonly (readonly [Regime, Reason])[] {
  const chosen: (readonly [Regime, Reason])[] = [];
  const outsider = facts.asker === "anyone" || facts.asker === "parent-without-custody";
  const deceased = facts.asker === "relative-of-deceased";
  const mayUseGdpr =
    facts.asker === "subject" || facts.asker === "representative" || facts.alsoSubject === true;
  // An outsider who names data gets a test of the documents instead of silence.
  if (documentAsks.has(ask) || ((outsider || deceased) && rightOf[ask] === "access")) {
    const fileOfOther = facts.controller === "private-provider" && (outsider || deceased);
    for (const regime of fileOfOther ? [] : documentRegimes(facts)) {
      if (regime !== "gdpr") chosen.push([regime, documentReasons[regime]]);
    }
  }
  if (!mayUseGdpr) return chosen;
  if (deceased) {
    const text = because(
      "gdpr",
      "Bara de egna uppgifterna: en avlidens uppgifter är inte personuppgifter.",
      "Own data only: data on the deceased are not personal data.",
    );
    return [...chosen, ["gdpr", text]];
  }
  const text =
    ask === "documents" || ask === "matter-material"
      ? undefined
      : because("gdpr", "Begäran gäller egna personuppgifter.", "The request concerns own personal data.");
  return text === undefined ? chosen : [...chosen, ["gdpr", text]];
}

/**
 * The cases a letter becomes, in the order they are answered: a freeze first, then access, and erasure last. An
 * outsider's wish for what only the person may ask gives no case.
 */
export function triage(facts: TriageFacts): TriageAnswer {
  if (facts.onlyProcessor === true) {
    return {
      cases: [],
      refer: {
        law: { act: "GDPR", at: "art. 28(3)(e)", grade: "V" },
        text: {
          sv: "Vi behandlar uppgifterna åt någon annan och lämnar begäran vidare genast.",
          en: "We process the data for someone else and pass the request on at once.",
        },
      },
    };
  }
  const cases = new Map<string, { right: Right; regime: Regime; reasons: Reason[] }>();
  for (const ask of facts.asks) {
    for (const [regime, reason] of regimesOf(ask, facts)) {
      const right = rightOf[ask];
      const found = cases.get(`${right} ${regime}`) ?? { right, regime, reasons: [] };
      if (!found.reasons.includes(reason)) found.reasons.push(reason);
      cases.set(`${right} ${regime}`, found);
    }
  }
  const sorted = [...cases.values()].sort((a, b) => order.indexOf(a.right) - order.indexOf(b.right));
  return { cases: sorted };
}

/** A case of a bundle, with the siblings it waits for. */
export type BundledCase = TriagedCase & { readonly id: Ref; readonly after: readonly Ref[] };

/**
 * The cases of one letter with ids `<bundle>.1`, `<bundle>.2` …: what shows data (access, portability) is closed before
 * what destroys it (erasure) is carried out.
 */
export function bundle(id: Ref, { cases }: TriageAnswer): readonly BundledCase[] {
  const named = cases.map((one, n) => ({ one, id: `${id}.${n + 1}` }));
  const shows = named.filter(({ one }) => one.right === "access" || one.right === "portability");
  const waits = shows.map((sibling) => sibling.id);
  return named.map(({ one: { right, regime, reasons }, id: own }) => ({
    id: own,
    right,
    regime,
    reasons,
    after: right === "erasure" ? waits : [],
  }));
}
