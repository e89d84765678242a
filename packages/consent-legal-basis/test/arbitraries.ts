import type { Art6, DataCategory, ProcessingActivity } from "@tillit/consent-legal-basis";
import fc from "fast-check";
import { act, oldAct } from "./national.ts";
import { casework, consentBasis, newsletter, provider } from "./sample-activity.ts";

const text = fc.constantFrom(
  "handlägga ett ärende",
  "svara på frågor",
  "betala ersättning",
  "administration",
);
const localized = text.map((sv) => ({ sv, en: `to ${sv}` }));

export const categories: fc.Arbitrary<DataCategory> = fc.record({
  id: fc.constantFrom("contact", "health", "offences", "number", "income"),
  kind: fc.constantFrom("ordinary", "special", "criminal", "national-id"),
  label: localized,
});

export const bases: fc.Arbitrary<Art6> = fc.oneof(
  fc.record({ tied: fc.boolean(), explicit: fc.boolean() }).map((more) => consentBasis(more)),
  fc.boolean().map((subjectIsParty): Art6 => ({ art6: "b", contract: "performance", subjectIsParty })),
  fc
    .record({ art6: fc.constantFrom("c", "e"), ref: fc.constantFrom(act("6 §"), act("7 §"), oldAct) })
    .map(({ art6, ref }): Art6 => ({ art6, law: [ref] })),
  fc.constantFrom("subject", "other").map((whose): Art6 => ({ art6: "d", whose })),
  localized.map((interest): Art6 => ({ art6: "f", interest })),
);

/** Activities of one controller, lawful and not. */
export const activities: fc.Arbitrary<ProcessingActivity> = fc
  .record({
    id: fc.constantFrom("a", "b", "c").map((name) => `board/${name}`),
    purpose: localized,
    kind: fc.constantFrom("public-authority" as const, "private-provider" as const),
    task: fc.constantFrom("public-task" as const, "service" as const, "own-administration" as const),
    data: fc.array(categories, { minLength: 1, maxLength: 4 }),
    basis: bases,
    alsoOn: fc.array(bases, { maxLength: 2 }),
    source: fc.constantFrom("subject" as const, "others" as const, "both" as const),
    assessed: fc.boolean(),
    special: fc.boolean(),
    officer: fc.boolean(),
    reachable: fc.boolean(),
    requirement: fc.boolean(),
  })
  .map(assembled);

type Drawn = {
  readonly kind: "public-authority" | "private-provider";
  readonly assessed: boolean;
  readonly special: boolean;
  readonly officer: boolean;
  readonly reachable: boolean;
  readonly requirement: boolean;
} & Pick<ProcessingActivity, "id" | "purpose" | "task" | "data" | "basis" | "source"> & {
    readonly alsoOn: readonly Art6[];
  };

function assembled(drawn: Drawn): ProcessingActivity {
  const { kind, assessed, special, officer, reachable, requirement, ...rest } = drawn;
  const {
    special: care,
    requirement: needed,
    controller: { dataProtectionOfficer, contact, ...controller },
    ...base
  } = casework;
  return {
    ...base,
    ...rest,
    controller: {
      ...controller,
      kind,
      contact: reachable ? contact : {},
      ...(officer && dataProtectionOfficer !== undefined ? { dataProtectionOfficer } : {}),
    },
    transfers: assessed ? { assessed, to: [] } : { assessed },
    ...(special && care !== undefined ? { special: care } : {}),
    ...(requirement && needed !== undefined ? { requirement: needed } : {}),
  };
}

const usa = { sv: "USA", en: "the USA" };

/** Activities that are mostly lawful: sound ones with harmless changes. */
export const soundActivities: fc.Arbitrary<ProcessingActivity> = fc
  .record({
    base: fc.constantFrom(casework, newsletter, provider),
    purpose: localized,
    bare: fc.boolean(),
    abroad: fc.boolean(),
    automated: fc.boolean(),
    interest: fc.boolean(),
    subjectOnly: fc.boolean(),
    officer: fc.boolean(),
  })
  .map(varied);

type Variation = {
  readonly base: ProcessingActivity;
  readonly purpose: ProcessingActivity["purpose"];
  readonly bare: boolean;
  readonly abroad: boolean;
  readonly automated: boolean;
  readonly interest: boolean;
  readonly subjectOnly: boolean;
  readonly officer: boolean;
};

function varied(drawn: Variation): ProcessingActivity {
  const { base, purpose, bare, abroad, automated, interest, subjectOnly, officer } = drawn;
  const { dataProtectionOfficer, ...controller } = base.controller;
  const needsOfficer = officer || controller.kind === "public-authority";
  return {
    ...base,
    purpose,
    controller: {
      ...controller,
      ...(needsOfficer && dataProtectionOfficer !== undefined ? { dataProtectionOfficer } : {}),
    },
    recipients: bare ? [] : base.recipients,
    transfers: { assessed: true, to: abroad ? [{ country: usa, tool: "scc", copyFrom: usa }] : [] },
    ...(subjectOnly ? { source: "subject" as const } : {}),
    ...(interest && base.task !== "public-task"
      ? { basis: { art6: "f" as const, interest: usa, balancingTest: { id: "t" } } }
      : {}),
    ...(automated && base.special === undefined
      ? { automatedDecision: { logic: usa, consequences: usa, ground: "law" as const, humanReview: true } }
      : {}),
  };
}
