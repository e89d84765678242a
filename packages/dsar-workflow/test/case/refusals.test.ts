import { addDays, parseDate } from "@tillit/civil-time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CaseState,
  type Command,
  decide,
  DsarError,
  type DsarState,
  type Env,
  explainRefusal,
  initialState,
  parseCommand,
  type Refusal,
  type RefusalCode,
  refusalText,
} from "../../src/index.ts";
import { commandsFor, type Machine, people, refusalFor } from "../kit/representatives.ts";
import { course, envAt, given, served, signed, when } from "../kit/story.ts";
import { walks } from "../kit/walk.ts";

const authority: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
const erasure: Machine = { ...authority, right: "erasure" };
const file: Machine = { regime: "private-file", controller: "private-provider", right: "access" };
const { caseworker, registrar, reviewer, signer, requester, reviewerAsSigner } = people;
const env = envAt("2027-01-12");
const why = "aa11";

const at = (machine: Machine, stage: "received" | "identified" | "collected" | "reviewed"): CaseState =>
  given(course(machine)[stage], env);
const collecting = (machine: Machine): CaseState =>
  given(course(machine).identified.concat({ type: "Triage", actor: caseworker, sources: ["journal"] }), env);
const drafted = (state: CaseState): CaseState =>
  given([{ type: "DraftDecision", actor: caseworker, words: "bb22" }], env, state);
const decided = (machine: Machine, refuse = false): CaseState =>
  signed(given(course(machine, refuse ? { outcome: refusalFor(machine) } : {}).reviewed, env), env);
const sign = (state: CaseState, more: Partial<Extract<Command, { type: "SignDecision" }>> = {}): Command => ({
  type: "SignDecision",
  actor: signer,
  decision: state.draft?.digest ?? "none",
  delegation: "delegation-1",
  ...more,
});
const assess = (outcome: Extract<Command, { type: "AssessItem" }>["outcome"], item = "item-1"): Command => ({
  type: "AssessItem",
  actor: reviewer,
  item,
  outcome,
});
const ask: Command = {
  type: "AskIdentity",
  actor: caseworker,
  doubt: "identity",
  reason: why,
  replyBy: parseDate("2027-01-25"),
};
const accept: Command = {
  type: "AcceptIdentity",
  actor: registrar,
  assurance: 3,
  method: "eid",
  subject: "subject-1",
};
const ivo = (releases: "all" | "none"): CaseState =>
  given(
    [
      { type: "HandToIvo", actor: signer, opinion: why },
      { type: "RecordIvoDecision", actor: registrar, releases, decision: why },
    ],
    env,
    given(course(file, { outcome: refusalFor(file) }).reviewed, env),
  );
const reported = (): CaseState =>
  given(
    [
      {
        type: "AnswerSource",
        actor: caseworker,
        source: "journal",
        items: [
          { id: "item-1", section: "health", sha256: why, mentions: [{ ref: "person-9", as: "reporter" }] },
        ],
      },
      { type: "CompleteSources", actor: caseworker },
    ],
    env,
    collecting(authority),
  );

const refusals: Readonly<Record<RefusalCode, () => readonly [Command, DsarState, Env?]>> = {
  DSAR_ILLEGAL_TRANSITION: () => [{ type: "CloseCase", actor: registrar }, at(authority, "received")],
  DSAR_REGIME_NOT_HERE: () => [
    {
      ...(course(authority).received[0] as Extract<Command, { type: "ReceiveRequest" }>),
      regime: "private-file",
    },
    initialState,
  ],
  DSAR_ROLE_NOT_ALLOWED: () => [{ ...ask, actor: requester } as Command, at(authority, "received")],
  DSAR_VERSION_CONFLICT: () => [ask, at(authority, "received"), { ...env, expectedVersion: 7 }],
  DSAR_IDENTITY_NUMBER: () => [{ ...accept, subject: "19850709-9805" } as Command, at(authority, "received")],
  DSAR_REFERENCE_MALFORMED: () => [{ ...accept, subject: "Anna Ek" } as Command, at(authority, "received")],
  DSAR_REASON_REQUIRED: () => [{ ...ask, reason: "" } as Command, at(authority, "received")],
  DSAR_UNKNOWN_REFERENCE: () => [assess({ kind: "disclose" }, "item-9"), at(authority, "collected")],
  DSAR_DOUBT_NOT_REASONABLE: () => [
    ask,
    given(
      [
        {
          ...(course(authority).received[0] as Extract<Command, { type: "ReceiveRequest" }>),
          authenticated: 3,
        },
      ],
      env,
    ),
  ],
  DSAR_REPLY_DATE_WRONG: () => [
    { ...ask, replyBy: parseDate("2027-03-01") } as Command,
    at(authority, "received"),
  ],
  DSAR_REPLY_TIME_RUNS: () => [
    { type: "LapseIdentity", actor: caseworker, reason: why },
    given([ask], env, at(authority, "received")),
  ],
  DSAR_IDENTITY_NOT_VERIFIED: () => [{ ...accept, assurance: 2 } as Command, at(authority, "received")],
  DSAR_AUTHORITY_INSUFFICIENT: () => [
    { ...accept, authority: { kind: "child", age: 9 } } as Command,
    at(authority, "received"),
  ],
  DSAR_FEE_NOT_ANNOUNCED: () => [
    { type: "AssertUnfounded", actor: caseworker, ground: "excessive", measure: "fee", reason: why },
    at(authority, "identified"),
  ],
  DSAR_SOURCE_UNANSWERED: () => [{ type: "CompleteSources", actor: caseworker }, collecting(authority)],
  DSAR_NOTHING_FOUND: () => [
    { type: "CompleteSources", actor: caseworker },
    given(
      [{ type: "WriteOffSource", actor: caseworker, source: "journal", reason: why }],
      env,
      collecting(authority),
    ),
  ],
  DSAR_SOMETHING_FOUND: () => [
    { type: "RecordNoData", actor: caseworker, reason: why },
    given(
      [
        {
          type: "AnswerSource",
          actor: caseworker,
          source: "journal",
          items: [{ id: "item-1", section: "s", sha256: why }],
        },
      ],
      env,
      collecting(authority),
    ),
  ],
  DSAR_EXTENSION_TWICE: () => {
    const extend: Command = { type: "ExtendDeadline", actor: caseworker, ground: "number", reason: why };
    return [extend, given([extend], env, at(authority, "identified"))];
  },
  DSAR_EXTENSION_TOO_LATE: () => [
    { type: "ExtendDeadline", actor: caseworker, ground: "number", reason: why },
    at(authority, "identified"),
    envAt("2027-03-01"),
  ],
  DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND: () => [assess({ kind: "erase" }), at(authority, "collected")],
  DSAR_HARM_TEST_MISSING: () => [
    assess({ kind: "withhold", harm: { provision: "sol-17-11", test: "reverse", reasoning: why } }),
    at(authority, "collected"),
  ],
  DSAR_PROTECTED_PERSON: () => [assess({ kind: "disclose" }), reported()],
  DSAR_DISPUTE_NOT_NOTED: () => [
    assess({ kind: "keep", harm: { provision: "gdpr-16", test: "absolute", reasoning: why } }),
    at({ ...authority, right: "rectification" }, "collected"),
  ],
  DSAR_RETENTION_KEEPS: () => [
    assess({ kind: "erase" }),
    at(erasure, "collected"),
    { ...env, retentionKeeps: ["item-1"] },
  ],
  DSAR_ITEM_UNASSESSED: () => [{ type: "CompleteReview", actor: reviewer }, at(authority, "collected")],
  DSAR_DRAFT_MISMATCH: () => [sign(at(authority, "reviewed")), at(authority, "reviewed")],
  DSAR_SAME_ACTOR: () => {
    const state = drafted(at(authority, "reviewed"));
    return [sign(state, { actor: reviewerAsSigner }), state];
  },
  DSAR_MUST_GO_TO_IVO: () => {
    const state = drafted(given(course(file, { outcome: refusalFor(file) }).reviewed, env));
    return [sign(state), state];
  },
  DSAR_IVO_NOT_FOLLOWED: () => {
    const state = drafted(given([{ type: "CompleteReview", actor: reviewer }], env, ivo("all")));
    return [sign(state), state];
  },
  DSAR_NOTHING_REFUSED: () => [{ type: "HandToIvo", actor: signer, opinion: why }, at(file, "reviewed")],
  DSAR_PROOF_INVALID: () => {
    const state = drafted(at(authority, "reviewed"));
    return [sign(state, { signature: "bad" }), state, { ...env, verifySignature: () => false }];
  },
  DSAR_NOTHING_GIVEN: () => [
    { type: "SealPackage", actor: caseworker, manifest: "cc33", decision: "dd44", recipientKey: "ee55" },
    decided(authority, true),
  ],
  DSAR_PACKAGE_MISMATCH: () => [
    { type: "SealPackage", actor: caseworker, manifest: "cc33", decision: "dd44", recipientKey: "ee55" },
    decided(authority),
  ],
  DSAR_CHANNEL_BLOCKED: () => [
    { type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "letter" },
    given(
      [{ type: "RecordProtection", actor: caseworker, protection: ["internal"] }],
      env,
      decided(authority, true),
    ),
  ],
  DSAR_BUNDLE_ORDER: () => {
    const [arrival, ...rest] = course(erasure).reviewed;
    const state = given(
      [{ ...(arrival as Extract<Command, { type: "ReceiveRequest" }>), after: ["case-0"] }, ...rest],
      env,
    );
    return [{ type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] }, signed(state, env)];
  },
  DSAR_LEGAL_HOLD: () => [
    { type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] },
    given([{ type: "PlaceHold", actor: caseworker, hold: "hold-1", reason: why }], env, decided(erasure)),
  ],
  DSAR_CERTIFICATE_MISSING: () => [
    { type: "ExecuteErasure", actor: caseworker, certificates: [] },
    decided(erasure),
  ],
  DSAR_NOT_CARRIED_OUT: () => [
    { type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "in-person" },
    decided(authority),
  ],
  DSAR_RECIPIENT_NOT_TOLD: () => [
    { type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "in-person" },
    given([{ type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] }], env, decided(erasure)),
  ],
  DSAR_DATE_WRONG: () => [accept, at(authority, "received"), envAt("2027-01-10")],
  DSAR_NOT_APPEALABLE: () => [
    { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today },
    served(decided({ ...authority, controller: "private-provider" }, true), env),
  ],
  DSAR_APPEAL_LATE: () => [
    { type: "ForwardToCourt", actor: registrar },
    given(
      [{ type: "ReceiveAppeal", actor: registrar, receivedOn: parseDate("2027-06-01") }],
      envAt("2027-06-01"),
      served(decided(authority, true), env),
    ),
    envAt("2027-06-01"),
  ],
  DSAR_APPEAL_IN_TIME: () => [
    { type: "DismissAppeal", actor: signer, reason: why },
    given(
      [{ type: "ReceiveAppeal", actor: registrar, receivedOn: env.today }],
      env,
      served(decided(authority, true), env),
    ),
  ],
  DSAR_APPEAL_TIME_RUNS: () => [
    { type: "LapseAppeal", actor: registrar },
    served(decided(authority, true), env),
  ],
  DSAR_APPEAL_POSSIBLE: () => [
    { type: "CloseCase", actor: registrar },
    served(decided(authority, true), env),
  ],
  DSAR_NOT_RESTRICTED: () => [
    { type: "LiftRestriction", actor: caseworker },
    served(decided(authority, true), env),
  ],
  DSAR_LIFTING_NOT_ANNOUNCED: () => [
    { type: "LiftRestriction", actor: caseworker },
    served(decided({ ...authority, right: "objection" }), env),
  ],
  DSAR_NO_COMPLAINT: () => [
    { type: "SettleComplaint", actor: registrar, settledOn: env.today },
    served(decided(authority, true), env),
  ],
};

describe("every refusal", () => {
  it.each(Object.keys(refusals) as RefusalCode[])(
    "%s is given where it should be, and names what is allowed",
    (code) => {
      const [command, state, world = env] = refusals[code]();
      const answer = decide(command, state, world);
      expect(answer).toMatchObject({ ok: false, reason: code, phase: state.phase, command: command.type });
      const refusal = answer as Refusal;
      expect(refusal.allowed.length).toBeGreaterThan(0);
      expect(explainRefusal(refusal, "sv")).toContain(refusalText[code].sv);
      expect(explainRefusal(refusal, "en")).toContain(refusal.allowed[0]);
      expect(when(state, command, world).state).toBe(state);
    },
  );

  it("A role that may not do something is told which roles may", () => {
    const [command, state] = refusals.DSAR_ROLE_NOT_ALLOWED();
    const refusal = decide(command, state, env) as Refusal;
    for (const role of refusal.needs ?? []) {
      expect(explainRefusal(refusal, "sv")).toContain(role);
      expect(explainRefusal(refusal, "en")).toMatch(new RegExp(`These may: [^.]*${role}`));
    }
    expect(refusal.needs?.length).toBeGreaterThan(0);
  });

  it("says who may, when the role is wrong", () => {
    const [command, state] = refusals.DSAR_ROLE_NOT_ALLOWED();
    expect(decide(command, state, env)).toMatchObject({ needs: ["registrar", "caseworker"] });
  });

  it.each<[Machine["regime"], Machine["controller"], Machine["right"]]>([
    ["private-file", "public-authority", "access"],
    ["public-records", "private-provider", "access"],
    ["party-insight", "private-provider", "access"],
    ["public-records", "public-authority", "erasure"],
    ["private-file", "private-provider", "rectification"],
  ])("no case begins under %s at a %s for %s", (regime, controller, right) => {
    const [arrival] = course({ regime, controller, right }).received;
    expect(decide(arrival as Command, initialState, env)).toMatchObject({ reason: "DSAR_REGIME_NOT_HERE" });
  });

  it.each(["2027-01-11", "2027-01-13"])(
    "an appeal is neither older than the decision nor to come: %s",
    (on) => {
      const state = served(decided(authority, true), env);
      const appeal: Command = { type: "ReceiveAppeal", actor: registrar, receivedOn: parseDate(on) };
      expect(decide(appeal, state, env)).toMatchObject({ reason: "DSAR_DATE_WRONG" });
      const complaint: Command = {
        type: "RecordComplaint",
        actor: registrar,
        filedOn: parseDate("2027-01-13"),
      };
      expect(decide(complaint, state, env)).toMatchObject({ reason: "DSAR_DATE_WRONG" });
    },
  );

  it.each<[Machine["right"], Extract<Command, { type: "ExecuteMeasure" }>["measure"]]>([
    ["rectification", "restricted"],
    ["restriction", "rectified"],
    ["objection", "restricted"],
  ])("a granted %s is not carried out as %s", (right, measure) => {
    const command: Command = { type: "ExecuteMeasure", actor: caseworker, measure };
    expect(decide(command, decided({ ...authority, right }), env)).toMatchObject({
      reason: "DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND",
    });
  });

  it("is pure: asked again it answers the same, and the state is as it was", () => {
    fc.assert(
      fc.property(walks, fc.nat(), ({ machine, states }, pick) => {
        const state = states[pick % states.length] ?? initialState;
        const copy = structuredClone(state);
        for (const command of commandsFor(machine, state)) {
          const world = envAt(String(addDays(parseDate("2027-01-12"), pick % 700)));
          expect(decide(command, state, world)).toEqual(decide(command, state, world));
        }
        expect(state).toEqual(copy);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a command from outside", () => {
  const samples = [
    ...commandsFor(authority, initialState),
    ...commandsFor(authority, at(authority, "reviewed")),
  ];

  it.each(samples.map((command) => [command.type, command] as const))(
    "%s is read as it was written",
    (_type, command) => {
      expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual(command);
    },
  );

  it("knows every command of the table", () => {
    expect(new Set(samples.map(({ type }) => type)).size).toBe(48);
  });

  it.each<[string, unknown]>([
    ["an unknown type", { type: "Destroy", actor: registrar }],
    ["no type", {}],
    ["nothing", null],
    ["a field too many", { ...accept, note: "Anna Ek, 070-123 45 67" }],
    ["a field too few", { type: "Triage", actor: caseworker }],
    ["a date that does not exist", { ...ask, replyBy: "2027-02-30" }],
    ["words where a digest belongs", { ...ask, reason: "She sounds odd" }],
    ["a role nobody has", { ...accept, actor: { id: "x", role: "king" } }],
    [
      "an unknown provision",
      assess({ kind: "withhold", harm: { provision: "osl-99", test: "reverse", reasoning: why } } as never),
    ],
  ])("with %s is refused without being repeated", (_name, raw) => {
    expect(() => parseCommand(raw)).toThrow(DsarError);
    expect(() => parseCommand(raw)).toThrow(
      expect.objectContaining({
        code: "COMMAND_MALFORMED",
        message: expect.not.stringMatching(/Anna|070|odd|king|99/) as unknown,
      }),
    );
  });
});
