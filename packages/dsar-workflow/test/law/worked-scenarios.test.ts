/** Worked cases with dates reckoned by hand: each row's dates, its lawful outcomes and its letters. */
import { addMonths, addYears, type CalendarDate, endOfYear, parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import {
  appealLastDay,
  type Authority,
  type CaseState,
  type Command,
  complaintRemedy,
  type ControllerKind,
  deadline,
  deadlineList,
  deadlineOf,
  type ItemAssessment,
  type LetterId,
  receiptDay,
} from "../../src/index.ts";
import { planErasure } from "../../src/erasure.ts";
import { portableItems } from "../../src/export.ts";
import { composeLetter, lettersAfter } from "../../src/letters.ts";
import { channelsFor, checkAuthority, effectsOf } from "../../src/people.ts";
import { leaksIn, redact } from "../../src/redaction.ts";
import { bundle, triage } from "../../src/regime.ts";
import { outcomesFor, provisionApplies } from "../../src/review.ts";
import { caseFor, factsFor } from "../kit/letter-facts.ts";
import { type Machine, people, refusalFor } from "../kit/representatives.ts";
import { codeOf, course, envAt, given, served, signed, when } from "../kit/story.ts";

const day = parseDate;
const why = "aa11";
const { caseworker, registrar, signer } = people;
const authority: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
const provider: Machine = { ...authority, controller: "private-provider" };

describe("every due date and extended date", () => {
  it.each<[row: string, received: string, due: string, extended?: string]>([
    ["1", "2026-03-05", "2026-04-07"],
    ["2", "2026-08-31", "2026-09-30"],
    ["3", "2027-01-31", "2027-03-01", "2027-04-28"],
    ["5", "2026-11-25", "2026-12-28"],
    ["7", "2026-05-19", "2026-06-19"],
    ["9", "2026-03-03", "2026-04-07", "2026-06-03"],
    ["11", "2026-12-30", "2027-02-01"],
    ["14", "2026-12-10", "2027-01-11"],
    ["15", "2026-11-30", "2026-12-30"],
    ["17", "2027-01-15", "2027-02-15"],
    ["18", "2027-02-01", "2027-03-01"],
    ["20", "2027-02-08", "2027-03-08"],
    ["21", "2027-08-16", "2027-09-16"],
    ["22", "2027-02-10", "2027-03-10"],
    ["24", "2027-03-15", "2027-04-15"],
    ["25", "2027-04-01", "2027-05-03"],
    ["27", "2026-12-01", "2027-01-04"],
    ["28", "2027-05-03", "2027-06-03"],
    ["29", "2027-06-07", "2027-07-07"],
    ["31", "2027-05-25", "2027-06-25"],
    ["32", "2027-05-31", "2027-06-30", "2027-08-30"],
    ["33", "2027-03-01", "2027-04-01"],
    ["34", "2027-07-01", "2027-08-02"],
    ["36", "2027-08-02", "2027-09-02"],
    ["38", "2027-01-11", "2027-02-11"],
    ["40", "2027-09-30", "2027-11-01", "2027-12-30"],
  ])("row %s: received %s, due %s, extended %s", (_row, received, due, extended) => {
    const dates = deadline({ receivedOn: day(received), extended: extended !== undefined });
    expect(dates.lastDay).toBe(due);
    expect(dates.extensionNoticeBy).toBe(due);
    expect(dates.extendedLastDay).toBe(extended);
  });
});

type Letters = readonly LetterId[];

/** The letters of a signed decision in a case. */
function lettersOfDecision(state: CaseState, at = envAt("2027-12-01")): Letters {
  const drafted = given([{ type: "DraftDecision", actor: caseworker, words: "bb22" }], at, state);
  const sign: Command = {
    type: "SignDecision",
    actor: signer,
    decision: drafted.draft?.digest ?? "",
    delegation: "delegation-1",
  };
  const { events, state: after, answer } = when(drafted, sign, at);
  if (!answer.ok) throw new Error(answer.reason);
  return after.phase === "none" ? [] : events.flatMap((event) => lettersAfter(event, after));
}

function reviewed(machine: Machine, received: string, outcome?: ItemAssessment): CaseState {
  const commands = course(machine, {
    received: day(received),
    ...(outcome === undefined ? {} : { outcome }),
  });
  return given(commands.reviewed, envAt(received));
}

const redaction: ItemAssessment = {
  kind: "redact",
  spans: [{ from: 0, to: 5, protects: "person-2" }],
  harm: { provision: "osl-26-1", test: "reverse", reasoning: why },
};

describe("rows 1 and 2: granted, in part or refused", () => {
  it.each<[string, ItemAssessment | undefined, string, Letters]>([
    ["granted", undefined, "granted", ["M04"]],
    ["in part", redaction, "partly-granted", ["M04", "M06"]],
    ["refused", refusalFor(authority), "refused", ["M06"]],
  ])("%s", (_name, outcome, expected, letters) => {
    const state = reviewed(authority, "2026-03-05", outcome);
    expect(signed(state, envAt("2026-03-20")).decision?.outcome).toBe(expected);
    expect(lettersOfDecision(state, envAt("2026-03-20"))).toEqual(letters);
  });
});

it("rows 3 and 9: extended with reasons in time, once", () => {
  const state = given(course(authority, { received: day("2026-03-03") }).identified, envAt("2026-03-03"));
  const extend: Command = { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: why };
  const { events, state: extended } = when(state, extend, envAt("2026-04-07"));
  expect(extended.phase === "none" ? [] : events.flatMap((event) => lettersAfter(event, extended))).toEqual([
    "M03",
  ]);
  expect(extended.phase === "none" ? "" : deadlineOf(extended).legalLatest).toBe("2026-06-03");
  expect(codeOf(when(extended, extend, envAt("2026-04-07")).answer)).toBe("DSAR_EXTENSION_TWICE");
});

it("row 11: a notice one day late extends nothing, and the case is overdue", () => {
  const state = given(course(authority, { received: day("2026-12-30") }).identified, envAt("2026-12-30"));
  const extend: Command = { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: why };
  const { answer } = when(state, extend, envAt("2027-02-02"));
  expect(answer).toMatchObject({ reason: "DSAR_EXTENSION_TOO_LATE", lastDay: "2027-02-01" });
  expect(deadlineList([state], day("2027-02-01"))[0]?.status).toBe("due");
  expect(deadlineList([state], day("2027-02-02"))[0]?.status).toBe("overdue");
});

describe("row 14: asked who it is, no reply", () => {
  it.each<[ControllerKind, Letters]>([
    ["public-authority", ["M20"]],
    ["private-provider", ["M07"]],
  ])("a %s closes by the last day as not identified", (controller, letters) => {
    const asked = given(
      [
        ...course({ ...authority, controller }, { received: day("2026-12-10") }).received,
        {
          type: "AskIdentity",
          actor: caseworker,
          doubt: "identity",
          reason: why,
          replyBy: day("2027-01-08"),
        },
      ],
      envAt("2026-12-11"),
    );
    expect(asked.pauses).toHaveLength(1);
    expect(deadlineOf(asked).legalLatest).toBe("2027-01-11");
    const lapsed = given(
      [{ type: "LapseIdentity", actor: caseworker, reason: why }],
      envAt("2027-01-11"),
      asked,
    );
    expect(lettersOfDecision(lapsed, envAt("2027-01-11"))).toEqual(letters);
    expect(signed(lapsed, envAt("2027-01-11")).decision).toMatchObject({ outcome: "refused", findings: [] });
  });
});

it("row 15: an extra copy of an identity document is no reasonable doubt after electronic identification", () => {
  const [arrival] = course(authority, { received: day("2026-11-30") }).received;
  const state = given(
    [
      {
        ...(arrival as Extract<Command, { type: "ReceiveRequest" }>),
        channel: "e-service",
        authenticated: 3,
      },
    ],
    envAt("2026-11-30"),
  );
  const ask: Command = {
    type: "AskIdentity",
    actor: caseworker,
    doubt: "identity",
    reason: why,
    replyBy: day("2026-12-15"),
  };
  const { answer } = when(state, ask, envAt("2026-12-01"));
  expect(answer).toMatchObject({
    reason: "DSAR_DOUBT_NOT_REASONABLE",
    law: { act: "GDPR", at: "art. 12(6)" },
  });
});

describe("who may ask: rows 17, 18 and 20", () => {
  it.each<[string, Authority, boolean]>([
    ["17 a boy of 14 found mature", { kind: "child", age: 14, mature: true, evidence: why }, true],
    ["17 a boy of 14, maturity not looked at", { kind: "child", age: 14 }, false],
    ["a child of 15 asks alone", { kind: "child", age: 15 }, true],
    ["18 one of two guardians for a child of 9", { kind: "guardian", childAge: 9, evidence: why }, true],
    ["a guardian for a child of 16", { kind: "guardian", childAge: 16, evidence: why }, false],
    ["20 a parent without custody", { kind: "parent-without-custody", childAge: 9 }, false],
    ["a trustee whose task does not cover it", { kind: "trustee", evidence: why, covers: false }, false],
    ["a proxy with a written power", { kind: "proxy", evidence: why }, true],
  ])("%s", (_name, who, may) => {
    expect(checkAuthority(who, { right: "access" }).ok).toBe(may);
  });

  it("18: changes need both guardians, and a blocked guardian never suffices", () => {
    const one: Authority = { kind: "guardian", childAge: 9, evidence: why };
    expect(checkAuthority(one, { right: "erasure" }).ok).toBe(false);
    expect(checkAuthority({ ...one, both: true }, { right: "erasure" }).ok).toBe(true);
    expect(checkAuthority(one, { right: "access", guardianBlocked: true }).ok).toBe(false);
  });

  it("17: the boy gets his answer in his own words", () => {
    const { received, reviewed: all } = course(authority, { received: day("2027-01-15") });
    const identity: Command = {
      type: "AcceptIdentity",
      actor: registrar,
      assurance: 3,
      method: "known",
      subject: "subject-1",
      authority: { kind: "child", age: 14, mature: true, evidence: why },
    };
    const state = given([...received, identity, ...all.slice(2)], envAt("2027-01-20"));
    expect(lettersOfDecision(state, envAt("2027-01-20"))).toEqual(["M23"]);
  });

  it("20: own data under the GDPR, the child's documents as for an outsider", () => {
    const answer = triage({
      controller: "public-authority",
      asks: ["own-data", "documents"],
      asker: "parent-without-custody",
      alsoSubject: true,
    });
    expect(answer.cases.map(({ regime }) => regime).sort()).toEqual(["gdpr", "public-records"]);
  });
});

it("row 21: a dead mother's file is no matter for the GDPR, but the daughter's own data are", () => {
  const facts = {
    controller: "public-authority",
    asks: ["own-file"],
    asker: "relative-of-deceased",
  } as const;
  expect(triage(facts).cases.map(({ regime }) => regime)).toEqual(["public-records"]);
  expect(
    triage({ ...facts, alsoSubject: true })
      .cases.map(({ regime }) => regime)
      .sort(),
  ).toEqual(["gdpr", "public-records"]);
});

it("row 22: a person with sekretessmarkering gets no self-service, no post and no printed address", () => {
  const protection = ["sekretessmarkering"] as const;
  expect(channelsFor(protection)).toEqual(["in-person", "through-skatteverket"]);
  expect(effectsOf(protection)).toMatchObject({
    address: "never",
    selfService: false,
    neitherConfirmNorDeny: true,
  });
  const letter = composeLetter("M04", {
    about: caseFor("M04"),
    lang: "sv",
    date: day("2027-03-01"),
    facts: factsFor("sv"),
    protection,
  });
  expect(letter.to).toEqual([]);
  const state = given(
    [{ type: "RecordProtection", actor: caseworker, protection }],
    envAt("2027-02-11"),
    signed(reviewed(authority, "2027-02-10"), envAt("2027-02-11")),
  );
  const decision = state.decision?.digest ?? "";
  const sealed = given(
    [{ type: "SealPackage", actor: caseworker, manifest: "cc33", decision, recipientKey: "dd44" }],
    envAt("2027-02-11"),
    state,
  );
  const disclose = (channel: "self-service" | "in-person"): Command => ({
    type: "Disclose",
    actor: caseworker,
    manifest: "cc33",
    channel,
  });
  expect(codeOf(when(sealed, disclose("self-service"), envAt("2027-02-11")).answer)).toBe(
    "DSAR_CHANNEL_BLOCKED",
  );
  expect(codeOf(when(sealed, disclose("in-person"), envAt("2027-02-11")).answer)).toBe("allowed");
});

it("row 24: a fee only after a warning; a refusal with proof, appealable", () => {
  const state = given(course(authority, { received: day("2027-03-15") }).identified, envAt("2027-03-16"));
  const assert = (measure: "fee" | "refuse"): Command => ({
    type: "AssertUnfounded",
    actor: caseworker,
    ground: "excessive",
    measure,
    reason: why,
  });
  const env = envAt("2027-03-16");
  expect(codeOf(when(state, assert("fee"), env).answer)).toBe("DSAR_FEE_NOT_ANNOUNCED");
  const refused = given([assert("refuse")], env, state);
  expect(lettersOfDecision(refused, env)).toEqual(["M08"]);
  const inForce = served(signed(refused, env), env);
  expect(
    codeOf(when(inForce, { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today }, env).answer),
  ).toBe("allowed");
});

it("row 25: the reporter is masked, and nothing of the name is left", () => {
  const text = "Anmälan gjordes av grannen Greta Gran den 3 mars. Greta Gran hörde skrik.";
  const from = text.indexOf("Greta Gran");
  const spans = [{ from, to: from + "Greta Gran".length, protects: "reporter" }];
  const masked = redact(text, spans);
  expect(
    leaksIn([{ name: "akt.txt", content: masked }], [{ words: "Greta Gran", protects: "reporter" }]),
  ).toEqual([]);
  expect(provisionApplies("osl-26-5", "straight", authority)).toBe(true);
  const asParty = triage({
    controller: "public-authority",
    asks: ["own-file"],
    asker: "subject",
    party: true,
  });
  expect(asParty.cases.map(({ regime }) => regime)).toContain("party-insight");
});

describe("rows 26 and 26c: the appeal period", () => {
  it.each([
    ["2026-12-03", "2026-12-28"],
    ["2027-04-15", "2027-05-07"],
  ])("served %s: in by %s", (on, last) => {
    expect(appealLastDay(day(on))).toBe(last);
    const env = envAt(on);
    const state = served(signed(reviewed(authority, on, refusalFor(authority)), env), env);
    expect(state.appealLastDay).toBe(last);
    const appealed = (receivedOn: CalendarDate): CaseState =>
      given([{ type: "ReceiveAppeal", actor: registrar, receivedOn }], envAt("2027-06-01"), state);
    const inTime = appealed(day(last));
    const late = appealed(day("2027-05-20"));
    const forward: Command = { type: "ForwardToCourt", actor: registrar };
    const dismiss: Command = { type: "DismissAppeal", actor: signer, reason: why };
    expect(codeOf(when(inTime, forward, envAt("2027-06-01")).answer)).toBe("allowed");
    expect(codeOf(when(inTime, dismiss, envAt("2027-06-01")).answer)).toBe("DSAR_APPEAL_IN_TIME");
    expect(codeOf(when(late, forward, envAt("2027-06-01")).answer)).toBe("DSAR_APPEAL_LATE");
    expect(codeOf(when(late, dismiss, envAt("2027-06-01")).answer)).toBe("allowed");
  });
});

describe("row 27: a private provider refuses a part", () => {
  const file: Machine = { regime: "private-file", controller: "private-provider", right: "access" };

  it("may not sign the refusal of its own file, but hands it to IVO at once", () => {
    const env = envAt("2026-12-02");
    const state = reviewed(file, "2026-12-01", refusalFor(file));
    const drafted = given([{ type: "DraftDecision", actor: caseworker, words: "bb22" }], env, state);
    const sign: Command = {
      type: "SignDecision",
      actor: signer,
      decision: drafted.draft?.digest ?? "",
      delegation: "delegation-1",
    };
    expect(codeOf(when(drafted, sign, env).answer)).toBe("DSAR_MUST_GO_TO_IVO");
    const handed = given([{ type: "HandToIvo", actor: signer, opinion: why }], env, drafted);
    expect(handed.phase).toBe("at-review-body");
    const answered = given(
      [{ type: "RecordIvoDecision", actor: registrar, releases: "none", decision: why }],
      env,
      handed,
    );
    expect(signed(answered, env).decision?.outcome).toBe("refused");
  });

  it("cannot be appealed; IMY may be pressed after three months", () => {
    const env = envAt("2026-12-02");
    const state = served(signed(reviewed(provider, "2026-12-01", refusalFor(provider)), env), env);
    const appeal: Command = { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today };
    expect(codeOf(when(state, appeal, env).answer)).toBe("DSAR_NOT_APPEALABLE");
    expect(complaintRemedy(day("2026-12-07"))).toEqual({ from: "2027-03-07", useFrom: "2027-03-08" });
    expect(lettersOfDecision(reviewed(provider, "2026-12-01", refusalFor(provider)), env)).toEqual(["M07"]);
  });
});

const law = { act: "BFL (1999:1078)", at: "7 kap. 2 §", grade: "M" } as const;

it("row 28: what stood on consent goes at once, what law keeps stays with its ground", () => {
  const machine: Machine = { ...provider, right: "erasure" };
  const commands = course(machine, { received: day("2027-05-03") });
  const state = signed(given(commands.reviewed, envAt("2027-05-03")), envAt("2027-05-03"));
  const verdicts = [{ item: "item-2", keeps: true, ground: law, until: day("2033-12-31") }];
  const withInvoice: CaseState = {
    ...state,
    items: { ...state.items, "item-2": { section: "invoices", sha256: why } },
  };
  const copies = ["item-1", "item-2"].map((item) => ({ item, store: "web", section: "pictures" }));
  const plan = planErasure(withInvoice, copies, verdicts, { exports: ["export-1"], tokens: ["token-1"] });
  expect(plan.destroy.map(({ item }) => item)).toEqual(["item-1"]);
  expect(plan.survivors).toEqual([{ item: "item-2", section: "invoices", ground: law, until: "2033-12-31" }]);
  expect(plan.kill).toEqual({ exports: ["export-1"], tokens: ["token-1"] });
  expect(lettersOfDecision(given(commands.reviewed, envAt("2027-05-03")), envAt("2027-05-03"))).toEqual([
    "M15",
  ]);
});

it("row 29: portability gives what the person provided, not journal, assessments or references", () => {
  const item = (id: string, providedBySubject: boolean, basis: "contract" | "legal-obligation") => ({
    id,
    section: "s",
    title: "",
    source: "",
    text: "",
    outcome: { kind: "disclose" } as const,
    origin: { providedBySubject, basis, automated: true },
  });
  const items = [
    item("form", true, "contract"),
    item("journal", true, "legal-obligation"),
    item("assessment", false, "contract"),
  ];
  expect(portableItems(items).map(({ id }) => id)).toEqual(["form"]);
  expect(
    lettersOfDecision(reviewed({ ...provider, right: "portability" }, "2027-06-07"), envAt("2027-06-08")),
  ).toEqual(["M14"]);
});

it("row 31: restricted from the moment accuracy is looked into, lifted only after telling", () => {
  const machine: Machine = { ...authority, right: "restriction" };
  const { collected, reviewed: all } = course(machine, { received: day("2027-05-25") });
  expect(given(collected.slice(0, 3), envAt("2027-05-26")).restricted).toBe(true);
  const env = envAt("2027-05-26");
  const state = served(signed(given(all, env), env), env);
  const lift: Command = { type: "LiftRestriction", actor: caseworker };
  expect(codeOf(when(state, lift, envAt("2027-08-01")).answer)).toBe("DSAR_LIFTING_NOT_ANNOUNCED");
  const told = given(
    [{ type: "AnnounceLifting", actor: caseworker, liftOn: day("2027-08-10") }],
    envAt("2027-08-01"),
    state,
  );
  expect(codeOf(when(told, lift, envAt("2027-08-09")).answer)).toBe("DSAR_LIFTING_NOT_ANNOUNCED");
  expect(codeOf(when(told, lift, envAt("2027-08-10")).answer)).toBe("allowed");
});

describe("rows 32 and 33: erasure and the duty to dispose", () => {
  it.each<[string, ControllerKind, string, number, string, string]>([
    ["32", "public-authority", "2021-10-15", 5, "2026-10-15", "2027-12-31"],
    ["33", "private-provider", "2024-10-15", 2, "2026-10-15", "2027-12-31"],
    ["32c", "public-authority", "2026-01-14", 5, "2031-01-14", "2032-12-31"],
  ])("row %s: the duty of a %s after a last entry on %s", (_row, controller, last, years, arises, latest) => {
    const duty = addYears(day(last), years);
    expect(duty).toBe(arises);
    expect(endOfYear(addYears(duty, 1))).toBe(latest);
    const machine: Machine = { ...authority, controller, right: "erasure" };
    const { collected } = course(machine);
    const state = given(collected, envAt("2027-01-12"));
    const erase: Command = {
      type: "AssessItem",
      actor: people.reviewer,
      item: "item-1",
      outcome: { kind: "erase" },
    };
    const keeping = envAt("2027-01-12", { retentionKeeps: ["item-1"] });
    expect(codeOf(when(state, erase, keeping).answer)).toBe("DSAR_RETENTION_KEEPS");
    expect(codeOf(when(state, erase, envAt("2027-01-12")).answer)).toBe("allowed");
    const ground = controller === "public-authority" ? "sol-16-1" : "sol-17-2";
    expect(provisionApplies(ground, "absolute", machine)).toBe(true);
  });
});

it("row 34: an objection to journal keeping is refused by lag (2001:454) 6 §, and that can be appealed", () => {
  const machine: Machine = { ...authority, right: "objection" };
  const env = envAt("2027-07-01");
  const state = reviewed(machine, "2027-07-01", refusalFor(machine));
  expect(lettersOfDecision(state, env)).toEqual(["M06"]);
  const closed = served(signed(state, env), env);
  expect(closed.appealLastDay).toBe("2027-07-22");
  expect(outcomesFor("objection", "gdpr")).toEqual(["stop", "keep"]);
});

it("row 36: a processor decides nothing and passes the request on", () => {
  const answer = triage({
    controller: "private-provider",
    asks: ["own-data"],
    asker: "subject",
    onlyProcessor: true,
  });
  expect(answer.cases).toEqual([]);
  expect(answer.refer?.law).toMatchObject({ act: "GDPR", at: "art. 28(3)(e)" });
  const state = given(course(provider, { received: day("2027-08-02") }).received, envAt("2027-08-02"));
  const { events, state: after } = when(
    state,
    { type: "ForwardToController", actor: registrar, to: "board-1" },
    envAt("2027-08-02"),
  );
  expect(after.phase).toBe("closed");
  expect(after.phase === "none" ? [] : events.flatMap((event) => lettersAfter(event, after))).toEqual([
    "M16",
  ]);
});

it("a complaint stays open, also after the case has been closed, until somebody notes how it ended", () => {
  const env = envAt("2027-05-26");
  const machine: Machine = { ...authority, right: "restriction" };
  const state = served(
    signed(given(course(machine, { received: day("2027-05-25") }).reviewed, env), env),
    env,
  );
  const filed = given(
    [{ type: "RecordComplaint", actor: registrar, filedOn: day("2027-06-01") }],
    envAt("2027-06-02"),
    state,
  );
  expect(filed.complaintOn).toBe("2027-06-01");
  const settle = (on: string): Command => ({
    type: "SettleComplaint",
    actor: registrar,
    settledOn: day(on),
  });
  const later = envAt("2027-09-01");
  expect(codeOf(when(filed, settle("2027-05-31"), later).answer)).toBe("DSAR_DATE_WRONG");
  expect(codeOf(when(filed, settle("2027-09-02"), later).answer)).toBe("DSAR_DATE_WRONG");
  const { state: over } = when(filed, settle("2027-08-30"), later);
  expect(over.phase === "none" ? undefined : over.complaintOn).toBeUndefined();
  expect(codeOf(when(over, settle("2027-08-30"), later).answer)).toBe("DSAR_NO_COMPLAINT");
});

it("row 38: a letter that came on Tuesday counts from Monday", () => {
  const received = receiptDay(day("2027-01-12"), "letter", "public-authority").day;
  expect(received).toBe("2027-01-11");
  expect(deadline({ receivedOn: received }).lastDay).toBe("2027-02-11");
  expect(deadline({ receivedOn: day("2027-01-12") }).lastDay).toBe("2027-02-12");
});

it("row 40: a letter of several wishes becomes cases, so that what is ready goes first", () => {
  const answer = triage({
    controller: "public-authority",
    asks: ["erase", "own-data", "correct"],
    asker: "subject",
  });
  const cases = bundle("letter-1", answer);
  expect(cases.map(({ right }) => right)).toEqual(["access", "rectification", "erasure"]);
  expect(cases.at(-1)?.after).toEqual(["letter-1.1"]);
  const letter = composeLetter("M05", {
    about: caseFor("M05"),
    lang: "sv",
    date: day("2027-10-01"),
    facts: { ...factsFor("sv"), systems: ["Lifecare: ej träff", "e-post: träff"] },
  });
  expect(JSON.stringify(letter.blocks)).toContain("ej träff");
});

it("keeps the months that the scenarios lean on", () => {
  expect(addMonths(day("2027-01-31"), 1)).toBe("2027-02-28");
});
