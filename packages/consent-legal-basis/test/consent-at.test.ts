import {
  appendConsent,
  ConsentBasisError,
  consentAt,
  type ConsentEvent,
  consentFindings,
  statutoryConsentAt,
  stoodAt,
  textHash,
  waiverAt,
  withdrawalEffects,
} from "@tillit/consent-legal-basis";
import { parseDate } from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { act, oldAct } from "./national.ts";
import { casework, consentBasis, newsletter, today } from "./sample-activity.ts";

const notice = { id: "notice/1", sha256: textHash("notice 1") };
const common = { subject: "s-1", purpose: "board/newsletter" };
const me = { role: "subject", ref: "s-1" } as const;

function at(day: number): { at: string; recordedAt: string } {
  const time = `2026-03-${String(day).padStart(2, "0")}T10:00:00Z`;
  return { at: time, recordedAt: time };
}

type Given = Extract<ConsentEvent, { type: "ConsentGiven" }>;

function given(day: number, more: Partial<Given> = {}): ConsentEvent {
  return {
    ...common,
    ...at(day),
    id: `given-${day}`,
    type: "ConsentGiven",
    notice,
    method: "eid-signature",
    givenBy: [me],
    requires: [{ role: "subject", count: 1 }],
    explicit: true,
    explicitRequired: false,
    ...more,
  };
}

const requested = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `requested-${day}`,
  type: "ConsentRequested",
  notice,
  locale: "sv",
});
const refused = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `refused-${day}`,
  type: "ConsentRefused",
  by: me,
});
const withdrawn = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `withdrawn-${day}`,
  type: "ConsentWithdrawn",
  by: me,
  channel: "web",
});
const revoked = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `revoked-${day}`,
  type: "ConsentRevoked",
  reason: "purpose ended",
});
const expired = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `expired-${day}`,
  type: "ConsentExpired",
});
const invalidated = (day: number): ConsentEvent => ({
  ...common,
  ...at(day),
  id: `invalidated-${day}`,
  type: "ConsentInvalidated",
  findings: ["CLB304"],
});
const noon = (day: number): string => `2026-03-${String(day).padStart(2, "0")}T12:00:00Z`;

const mother = { role: "guardian", ref: "g-1" } as const;
const father = { role: "guardian", ref: "g-2" } as const;
const bothGuardians = [{ role: "guardian", count: 2 }] as const;

describe("consentAt", () => {
  it.each([
    { what: "nothing happened", events: [], state: "unknown", usable: false },
    { what: "it was asked for", events: [requested(1)], state: "requested", usable: false },
    { what: "it was given", events: [requested(1), given(2)], state: "given", usable: true },
    { what: "it was refused", events: [requested(1), refused(2)], state: "refused", usable: false },
    { what: "it was withdrawn", events: [given(1), withdrawn(2)], state: "withdrawn", usable: false },
    { what: "the controller revoked it", events: [given(1), revoked(2)], state: "revoked", usable: false },
    { what: "it was found invalid", events: [given(1), invalidated(2)], state: "invalidated", usable: false },
    { what: "it expired", events: [given(1), expired(2)], state: "expired", usable: false },
    {
      what: "its last day is past",
      events: [given(1, { until: parseDate("2026-03-02") })],
      state: "expired",
      usable: false,
    },
    {
      what: "it was given anew after withdrawal",
      events: [given(1), withdrawn(2), given(3)],
      state: "given",
      usable: true,
    },
    {
      what: "it was asked for again while given",
      events: [given(1), requested(2)],
      state: "given",
      usable: true,
    },
    {
      what: "one of two guardians gave it",
      events: [given(1, { givenBy: [mother], requires: bothGuardians })],
      state: "partial",
      usable: false,
    },
    {
      what: "the same guardian gave it twice",
      events: [
        given(1, { givenBy: [mother], requires: bothGuardians }),
        given(2, { givenBy: [mother], requires: bothGuardians }),
      ],
      state: "partial",
      usable: false,
    },
    {
      what: "both guardians gave it",
      events: [
        given(1, { givenBy: [mother], requires: bothGuardians }),
        given(2, { givenBy: [father], requires: bothGuardians }),
      ],
      state: "given",
      usable: true,
    },
    {
      what: "it had to be explicit and was not",
      events: [given(1, { explicit: false, explicitRequired: true })],
      state: "given",
      usable: false,
    },
    {
      what: "the guardians were shown different texts",
      events: [
        given(1, { givenBy: [mother], requires: bothGuardians }),
        given(2, {
          givenBy: [father],
          requires: bothGuardians,
          notice: { id: "notice/2", sha256: textHash("notice 2") },
        }),
      ],
      state: "given",
      usable: false,
    },
  ])("When $what, the state is $state", ({ events, state, usable }) => {
    expect(consentAt(events, noon(20))).toMatchObject({ state, usable });
  });

  const apart = (day: number, who: typeof mother | typeof father, more: Partial<Given> = {}): ConsentEvent =>
    given(day, { givenBy: [who], requires: bothGuardians, ...more });
  const newText = { notice: { id: "notice/2", sha256: textHash("notice 2") } };
  const until = { until: parseDate("2026-03-05") };

  it.each([
    {
      what: "both guardians renew on a new text, each on their own",
      events: [apart(1, mother), apart(2, father), apart(3, mother, newText), apart(4, father, newText)],
      state: "given",
      usable: true,
    },
    {
      what: "both renew before the period runs out",
      events: [apart(1, mother, until), apart(2, father, until), apart(3, mother), apart(4, father)],
      state: "given",
      usable: true,
    },
    {
      what: "only one gives anew after the period ran out",
      events: [apart(1, mother, until), apart(2, father), apart(8, mother)],
      state: "partial",
      usable: false,
    },
    {
      what: "it is given and withdrawn in the same moment, whatever the ids",
      events: [
        { ...given(1), id: "z" },
        { ...withdrawn(1), id: "a" },
      ],
      state: "withdrawn",
      usable: false,
    },
  ])("When $what, the state is $state", ({ events, state, usable }) => {
    expect(consentAt(events, noon(20))).toMatchObject({ state, usable });
  });

  it.each(["2026-03-20", "2026-03-20T12:00:00+02:00", "2026-02-31T10:00:00Z", "2026-03-01T25:00:00Z"])(
    "%s is no moment in UTC, neither to ask about nor to write down",
    (moment) => {
      const malformed = expect.objectContaining({ code: "LEDGER_MALFORMED" });
      expect(() => consentAt([given(1)], moment)).toThrow(malformed);
      expect(() => appendConsent([], { ...given(1), at: moment, recordedAt: moment })).toThrow(malformed);
    },
  );

  it("A finding about a later consent leaves one that had lapsed or been refused alone", () => {
    const lapsing = [given(1, until), given(10), invalidated(15)];
    const refusing = [given(1), refused(5), given(10), invalidated(15)];
    for (const events of [lapsing, refusing]) {
      expect(stoodAt(events, noon(2), noon(20))).toBe(true);
      expect(stoodAt(events, noon(11), noon(20))).toBe(false);
    }
  });

  it("Events of two persons are not mixed", () => {
    expect(() => consentAt([given(1), { ...given(2), subject: "s-2" }], noon(3))).toThrow(ConsentBasisError);
  });

  it("The ledger as it was known leaves out what was written down later", () => {
    const late = { ...withdrawn(2), recordedAt: noon(9) };
    expect(consentAt([given(1), late], noon(5)).state).toBe("withdrawn");
    expect(consentAt([given(1), late], noon(5), { knownAt: noon(6) }).state).toBe("given");
  });

  const history = fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 25 }),
        make: fc.constantFrom(requested, given, refused, withdrawn, revoked, expired, invalidated),
      }),
      { maxLength: 10 },
    )
    .map((rows) => rows.map(({ day, make }, index) => ({ ...make(day), id: `e-${index}` }) as ConsentEvent));

  it("The order in which events arrive does not matter", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 28 }), (events, day) => {
        const backwards = events.toReversed();
        expect(consentAt(backwards, noon(day))).toEqual(consentAt(events, noon(day)));
      }),
    );
  });

  it("An event never changes the state before it", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 25 }), (events, day) => {
        const before = consentAt(events, noon(day - 1));
        const more = { ...withdrawn(day), id: "more" };
        expect(consentAt([...events, more], noon(day - 1))).toEqual(before);
      }),
    );
  });

  it("A usable consent has every giver, is explicit where it must be, rests on one text and is not past its day", () => {
    const people = [me, mother, father];
    const grant = fc.record({
      day: fc.integer({ min: 1, max: 25 }),
      givenBy: fc.subarray(people, { minLength: 1 }),
      requires: fc.constantFrom([...bothGuardians], [{ role: "subject" as const, count: 1 }]),
      explicit: fc.boolean(),
      explicitRequired: fc.boolean(),
      text: fc.constantFrom("1", "2"),
      last: fc.constantFrom("2026-03-10", "2026-03-31"),
    });
    fc.assert(
      fc.property(
        fc.array(grant, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 28 }),
        (grants, day) => {
          const events = grants.map(({ day: on, text, last, ...more }, index) =>
            given(on, {
              ...more,
              id: `e-${index}`,
              until: parseDate(last),
              notice: { id: text, sha256: textHash(text) },
            }),
          );
          const { usable, awaiting, lacks, since } = consentAt(events, noon(day));
          fc.pre(usable);
          expect([awaiting, lacks]).toEqual([[], []]);
          expect(since).toMatchObject({ type: "ConsentGiven" });
          const past = events.filter(({ at: time }) => time <= noon(day));
          expect(
            past.some(
              (event) => event.type === "ConsentGiven" && (event.until ?? "") >= noon(day).slice(0, 10),
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it("After an end nothing is usable until it is given again", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(withdrawn, revoked, expired, invalidated), (events, end) => {
        const past = events.filter((event) => event.at <= at(20).at);
        const ended = [...past, { ...end(21), id: "end" } as ConsentEvent];
        expect(consentAt(ended, noon(28)).usable).toBe(false);
      }),
    );
  });

  it("A withdrawal leaves past processing as it was; a finding of invalidity does not", () => {
    fc.assert(
      fc.property(fc.constantFrom(withdrawn, revoked, expired), (end) => {
        expect(stoodAt([given(1), end(10)], noon(5), noon(20))).toBe(true);
      }),
    );
    expect(stoodAt([given(1), invalidated(10)], noon(5), noon(20))).toBe(false);
    expect(stoodAt([given(1), withdrawn(3), given(6), invalidated(10)], noon(2), noon(20))).toBe(true);
  });
});

describe("appendConsent", () => {
  it("The ledger grows at its end and takes nothing else", () => {
    const ledger = appendConsent(appendConsent([], given(1)), withdrawn(2));
    expect(ledger.map(({ type }) => type)).toEqual(["ConsentGiven", "ConsentWithdrawn"]);
  });

  it.each([
    { what: "a used id", event: given(1), code: "LEDGER_NOT_APPEND_ONLY" },
    { what: "another person", event: { ...given(3), subject: "s-2" }, code: "LEDGER_MIXED" },
    {
      what: "a time before the last",
      event: given(1, { id: "x", recordedAt: "2026-02-01T00:00:00Z", at: "2026-01-01T00:00:00Z" }),
      code: "LEDGER_NOT_APPEND_ONLY",
    },
    {
      what: "writing before it happened",
      event: { ...given(4), recordedAt: at(3).at },
      code: "LEDGER_NOT_APPEND_ONLY",
    },
    { what: "no event at all", event: { type: "ConsentGiven" }, code: "LEDGER_MALFORMED" },
  ])("It refuses $what", ({ event, code }) => {
    expect(() => appendConsent([given(1), withdrawn(2)], event)).toThrow(expect.objectContaining({ code }));
  });
});

describe("Consents that are no legal basis", () => {
  const waived = {
    ...at(1),
    id: "w",
    subject: "s-1",
    law: act("10 §"),
    type: "SecrecyWaived",
    releasedTo: { sv: "skolan", en: "the school" },
    by: [mother, father],
  } as const;
  const unwaived = {
    ...at(5),
    id: "u",
    subject: "s-1",
    law: act("10 §"),
    type: "SecrecyWaiverWithdrawn",
    by: mother,
  } as const;

  it("A secrecy waiver holds until it is withdrawn", () => {
    expect(waiverAt([unwaived, waived], noon(3)).waived).toBe(true);
    expect(waiverAt([unwaived, waived], noon(6)).waived).toBe(false);
  });

  it("A statute's condition needs everyone it names", () => {
    const measure = { sv: "kamera", en: "camera" };
    const own = {
      ...at(1),
      id: "1",
      subject: "s-1",
      law: act("9 §"),
      type: "StatutoryConsentGiven",
      measure,
      by: me,
    } as const;
    const kin = { ...own, ...at(2), id: "2", by: { role: "cohabitant", ref: "c-1" } } as const;
    const gone = {
      ...at(4),
      id: "3",
      subject: "s-1",
      law: act("9 §"),
      type: "StatutoryConsentWithdrawn",
      by: kin.by,
    } as const;
    expect(statutoryConsentAt([own], ["subject", "cohabitant"], noon(9))).toEqual({
      met: false,
      awaiting: ["cohabitant"],
    });
    expect(statutoryConsentAt([own, kin], ["subject", "cohabitant"], noon(9)).met).toBe(true);
    expect(statutoryConsentAt([own, kin, gone], ["subject", "cohabitant"], noon(9)).met).toBe(false);
  });
});

describe("consentFindings", () => {
  const context = { activity: newsletter, notices: new Set([notice.sha256]), on: today };
  it.each([
    { code: "CLB301", event: given(1, { notice: { id: "x", sha256: textHash("other") } }), where: context },
    { code: "CLB302", event: given(1, { explicit: false, explicitRequired: true }), where: context },
    {
      code: "CLB303",
      event: given(1),
      where: { ...context, activity: { ...newsletter, basis: consentBasis({ expression: "pre-ticked" }) } },
    },
    {
      code: "CLB304",
      event: given(1),
      where: { ...context, activity: { ...newsletter, basis: consentBasis({ tied: true }) } },
    },
    { code: "CLB305", event: given(1), where: { ...context, activity: casework } },
    { code: "CLB306", event: given(1, { givenBy: [mother, father] }), where: context },
  ])("$code is found, and not in a sound consent", ({ code, event, where }) => {
    expect(consentFindings(event, where).map((finding) => finding.code)).toContain(code);
    expect(consentFindings(given(1), context)).toEqual([]);
  });
});

describe("withdrawalEffects", () => {
  const photo = { id: "photo", kind: "ordinary", label: { sv: "foto", en: "photo" } } as const;
  const portrait = { ...newsletter, id: "board/portrait", data: [photo, ...casework.data.slice(0, 1)] };

  it("What rests on consent alone stops; other purposes go on with their own ground; data nobody needs are erased", () => {
    const { stop, goOn, erase } = withdrawalEffects([portrait, casework], portrait.id, today);
    expect(stop.map(({ activity }) => activity)).toEqual(["board/portrait"]);
    expect(goOn.map(({ activity, law }) => [activity, law[0]?.at])).toEqual([["board/case-file", "6(1)(e)"]]);
    expect(erase).toEqual(["photo"]);
  });

  it("A basis declared from the start carries on; one kept in reserve or no longer law does not", () => {
    const declared = { ...portrait, alsoOn: [{ art6: "c", law: [act("6 §")] }] } as const;
    const reserve = { ...portrait, basis: consentBasis({ fallback: "f" }) };
    const gone = { ...portrait, alsoOn: [{ art6: "c", law: [oldAct] }] } as const;
    expect(withdrawalEffects([declared], portrait.id, today).goOn).toHaveLength(1);
    expect(withdrawalEffects([reserve], portrait.id, today).goOn).toEqual([]);
    expect(withdrawalEffects([gone], portrait.id, today).goOn).toEqual([]);
  });
});
