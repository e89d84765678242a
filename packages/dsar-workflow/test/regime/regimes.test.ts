/** Given a case of each regime, when it runs, then its own clock, identity rule, test and remedy hold. */
import { describe, expect, it } from "vitest";
import {
  type Ask,
  type Asker,
  type Command,
  type ControllerKind,
  deadlineOf,
  type ProvisionId,
  type Regime,
} from "../../src/index.ts";
import { assuranceFor } from "../../src/people.ts";
import { regimes, remedyOf, triage } from "../../src/regime.ts";
import { outcomesFor, provisions, provisionApplies } from "../../src/review.ts";
import { type Machine, people, refusalFor } from "../kit/representatives.ts";
import { codeOf, course, envAt, given, served, signed, when } from "../kit/story.ts";

const { registrar, caseworker, reviewer, signer } = people;
const env = envAt("2027-01-12");
const gdpr: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
const records: Machine = { ...gdpr, regime: "public-records" };
const insight: Machine = { ...gdpr, regime: "party-insight" };
const file: Machine = { ...gdpr, regime: "private-file", controller: "private-provider" };
const extend: Command = { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: "aa11" };

describe("each regime has its own clock", () => {
  it.each([
    ["gdpr", gdpr, "2027-02-11"],
    ["public-records", records, undefined],
    ["party-insight", insight, undefined],
    ["private-file", file, undefined],
  ] as const)("%s", (regime, machine, lastDay) => {
    const state = given(course(machine).identified, env);
    const dates = deadlineOf(state);
    expect(dates.lastDay).toBe(lastDay);
    expect(regimes[regime].clock).toBe(lastDay === undefined ? "promptly" : "month");
    expect(codeOf(when(state, extend, env).answer)).toBe(
      lastDay === undefined ? "DSAR_ILLEGAL_TRANSITION" : "allowed",
    );
    expect(dates.trace.length).toBeGreaterThan(1);
  });
});

describe("each regime has its own identity rule", () => {
  const anonymous: Command = {
    type: "AcceptIdentity",
    actor: registrar,
    assurance: 0,
    method: "not-required",
  };

  it.each([
    ["gdpr", gdpr, "DSAR_IDENTITY_NOT_VERIFIED"],
    ["public-records", records, "allowed"],
    ["party-insight", insight, "DSAR_IDENTITY_NOT_VERIFIED"],
    ["private-file", file, "DSAR_IDENTITY_NOT_VERIFIED"],
  ] as const)("%s: asked without a name", (_regime, machine, code) => {
    expect(codeOf(when(given(course(machine).received, env), anonymous, env).answer)).toBe(code);
  });

  it("gives nothing on condition to someone who is not known", () => {
    const state = given([...course(records).received, anonymous, ...course(records).collected.slice(2)], env);
    const reserve: Command = {
      type: "AssessItem",
      actor: reviewer,
      item: "item-1",
      outcome: {
        kind: "reserve",
        condition: "aa11",
        harm: { provision: "osl-26-1", test: "reverse", reasoning: "aa11" },
      },
    };
    expect(codeOf(when(state, reserve, env).answer)).toBe("DSAR_IDENTITY_NOT_VERIFIED");
    const known = given(course(records).collected, env);
    expect(codeOf(when(known, reserve, env).answer)).toBe("allowed");
  });

  it("is surer of protected persons", () => {
    expect(assuranceFor("rectification", "gdpr", false)).toBe(2);
    expect(assuranceFor("rectification", "gdpr", true)).toBe(3);
  });
});

describe("each regime has its own test and outcomes", () => {
  it.each<[ProvisionId, "straight" | "reverse" | "absolute", Machine, boolean]>([
    ["osl-26-1", "reverse", gdpr, true],
    ["osl-26-1", "straight", gdpr, false],
    ["osl-26-1", "reverse", file, false],
    ["sol-17-11", "reverse", file, true],
    ["sol-17-11", "reverse", gdpr, false],
    ["gdpr-15-4", "straight", gdpr, true],
    ["gdpr-15-4", "straight", records, false],
    ["osl-21-7", "straight", records, true],
    ["osl-21-7", "straight", gdpr, false],
    ["osl-10-3", "straight", insight, true],
    ["osl-10-3", "straight", records, false],
    ["dsl-5-2", "absolute", gdpr, true],
    ["dsl-5-2", "absolute", insight, false],
    ["gdpr-17-3-b", "absolute", { ...gdpr, right: "erasure" }, true],
    ["gdpr-17-3-b", "absolute", gdpr, false],
  ])("%s with a test that is %s under %o: %s", (id, test, machine, applies) => {
    expect(provisionApplies(id, test, machine)).toBe(applies);
  });

  it("keeps reservations to documents", () => {
    const reserves = (["gdpr", "public-records", "party-insight", "private-file"] as const).filter((regime) =>
      outcomesFor("access", regime).includes("reserve"),
    );
    expect(reserves).toEqual(["public-records", "party-insight"]);
  });

  it("cites every provision with act, place and grade", () => {
    for (const { law, text } of Object.values(provisions)) {
      expect([law.act, law.at, text.sv, text.en].every((word) => word.length > 0)).toBe(true);
      expect(["V", "S", "M", "I"]).toContain(law.grade);
    }
  });
});

describe("each regime has its own remedy", () => {
  it.each<[Regime, ControllerKind, string | undefined, boolean, boolean]>([
    ["gdpr", "public-authority", "forvaltningsratten", true, false],
    ["gdpr", "private-provider", undefined, true, false],
    ["public-records", "public-authority", "kammarratten", false, false],
    ["party-insight", "public-authority", "kammarratten", false, false],
    ["private-file", "private-provider", undefined, false, true],
  ])("%s at a %s: court %s, complaint %s, IVO %s", (regime, controller, court, complaint, ivo) => {
    expect(remedyOf(regime, controller)).toMatchObject({ complaint, ivo });
    expect(remedyOf(regime, controller).appeal?.court).toBe(court);
  });

  it.each([gdpr, records, insight])("$regime: refused, appealed, sent back, granted, closed", (machine) => {
    const refused = served(
      signed(given(course(machine, { outcome: refusalFor(machine) }).reviewed, env), env),
      env,
    );
    const sentBack = given(
      [
        { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today },
        { type: "ForwardToCourt", actor: registrar },
        { type: "RecordCourtRemanded", actor: registrar, judgment: "aa11" },
      ],
      env,
      refused,
    );
    expect(sentBack).toMatchObject({ phase: "reviewing", identity: "verified" });
    expect(sentBack.items["item-1"]).not.toHaveProperty("outcome");
    const anew = given(
      [
        { type: "AssessItem", actor: reviewer, item: "item-1", outcome: { kind: "disclose" } },
        { type: "CompleteReview", actor: reviewer },
      ],
      env,
      sentBack,
    );
    const closed = given([{ type: "CloseCase", actor: registrar }], env, served(signed(anew, env), env));
    expect(closed).toMatchObject({ phase: "closed", decision: { outcome: "granted" } });
  });

  it("private file: refused, IVO releases all, followed, closed without an appeal", () => {
    const handed = given(
      [
        { type: "HandToIvo", actor: signer, opinion: "aa11" },
        { type: "RecordIvoDecision", actor: registrar, releases: "all", decision: "aa11" },
        { type: "AssessItem", actor: reviewer, item: "item-1", outcome: { kind: "disclose" } },
        { type: "CompleteReview", actor: reviewer },
      ],
      env,
      given(course(file, { outcome: refusalFor(file) }).reviewed, env),
    );
    const closed = given([{ type: "CloseCase", actor: registrar }], env, served(signed(handed, env), env));
    expect(closed).toMatchObject({ phase: "closed", decision: { outcome: "granted" }, ivo: "all" });
  });
});

describe("triage", () => {
  it.each<[string, ControllerKind, readonly Ask[], Asker, boolean, readonly string[]]>([
    [
      "my file, at an authority",
      "public-authority",
      ["own-file"],
      "subject",
      false,
      ["access gdpr", "access public-records"],
    ],
    [
      "my file, as a party",
      "public-authority",
      ["own-file"],
      "subject",
      true,
      ["access gdpr", "access party-insight", "access public-records"],
    ],
    [
      "my file, at a private provider",
      "private-provider",
      ["own-file"],
      "subject",
      false,
      ["access gdpr", "access private-file"],
    ],
    ["my data", "private-provider", ["own-data"], "subject", false, ["access gdpr"]],
    ["documents, by anyone", "public-authority", ["documents"], "anyone", false, ["access public-records"]],
    ["documents of another, at a private provider", "private-provider", ["documents"], "anyone", false, []],
    [
      "erase and show",
      "public-authority",
      ["erase", "own-data"],
      "subject",
      false,
      ["access gdpr", "erasure gdpr"],
    ],
    ["erase what is another's", "public-authority", ["erase"], "anyone", false, []],
    [
      "freeze, move, object, correct",
      "private-provider",
      ["correct", "object", "move-data", "restrict"],
      "representative",
      false,
      ["objection gdpr", "portability gdpr", "rectification gdpr", "restriction gdpr"],
    ],
  ])("%s", (_name, controller, asks, asker, party, expected) => {
    const { cases } = triage({ controller, asks, asker, party });
    expect(cases.map(({ right, regime }) => `${right} ${regime}`).sort()).toEqual(expected);
    for (const { reasons } of cases) expect(reasons.length).toBeGreaterThan(0);
  });
});
