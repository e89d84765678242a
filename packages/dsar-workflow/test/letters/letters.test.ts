import { parseDate } from "@tillit/civil-time";
import { describe, expect, it } from "vitest";
import { type CaseState, type Command, DsarError, type LetterId } from "../../src/index.ts";
import {
  composeLetter,
  letterCase,
  letterHtml,
  letters,
  lettersAfter,
  neededFacts,
} from "../../src/letters.ts";
import { caseFor, factsFor } from "../kit/letter-facts.ts";
import { type Machine, people, refusalFor } from "../kit/representatives.ts";
import { course, envAt, given, served, signed, when } from "../kit/story.ts";

const ids = Object.keys(letters) as LetterId[];
const date = parseDate("2027-03-01");
const langs = ["sv", "en"] as const;
const readers = ["adult", "child"] as const;

it("has the letters M01 to M26, each once", () => {
  expect(ids).toEqual(Array.from({ length: 26 }, (_, n) => `M${String(n + 1).padStart(2, "0")}`));
});

describe.each(ids)("%s", (id) => {
  const about = caseFor(id);

  it.each(langs.flatMap((lang) => readers.map((reader) => [lang, reader] as const)))(
    "in %s for a reader who is %s: has no open slot",
    (lang, reader) => {
      const letter = composeLetter(id, { lang, reader, date, about, facts: factsFor(lang) });
      expect(JSON.stringify(letter)).not.toMatch(/\{\w+\}|undefined/);
    },
  );

  it("says when a fact is missing instead of leaving a hole", () => {
    for (const fact of neededFacts(id, about)) {
      const facts = { ...factsFor("sv"), [fact]: "" };
      expect(() => composeLetter(id, { lang: "sv", date, about, facts })).toThrow(
        expect.objectContaining({ code: "LETTER_FACT_MISSING" }),
      );
    }
  });

  it("is made of nothing but the facts it asks for", () => {
    for (const lang of langs) {
      const all = factsFor(lang);
      const facts = Object.fromEntries(neededFacts(id, about).map((fact) => [fact, all[fact] ?? ""]));
      expect(composeLetter(id, { lang, date, about, facts }).blocks.length).toBeGreaterThan(2);
    }
  });

  it("is an accessible page: language, title, one heading, no script", () => {
    const html = letterHtml(composeLetter(id, { lang: "sv", date, about, facts: factsFor("sv") }));
    expect(html).toContain('<html lang="sv">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).not.toContain("<script");
  });
});

it("M01: names the last day where there is one, and else says that the law names none", () => {
  const text = (regime: "gdpr" | "public-records"): string => {
    const about = { regime, controller: "public-authority", right: "access" } as const;
    return JSON.stringify(composeLetter("M01", { lang: "sv", date, about, facts: factsFor("sv") }).blocks);
  };
  expect(text("gdpr")).toContain("senast 1 mars 2027");
  expect(text("gdpr")).not.toContain("skyndsamt");
  expect(text("public-records")).toContain("skyndsamt");
});

it("tells how to appeal an authority's refusal: court, through whom, form, content, time", () => {
  const text = JSON.stringify(
    composeLetter("M06", { lang: "sv", date, about: caseFor("M06"), facts: factsFor("sv") }),
  );
  for (const word of [
    "förvaltningsrätten",
    "Skriv till Socialnämnden",
    "vilket beslut",
    "ändras",
    "tre veckor",
    "IMY",
  ]) {
    expect(text).toContain(word);
  }
});

it("points a private provider's refusal to IMY and court, never to an appeal", () => {
  const letter = composeLetter("M07", { lang: "sv", date, about: caseFor("M07"), facts: factsFor("sv") });
  expect(letter.blocks.map(({ part }) => part)).not.toContain("appeal");
  expect(JSON.stringify(letter)).toContain("artikel 79");
});

it("speaks to a child in shorter words", () => {
  const compose = (reader: "adult" | "child"): number =>
    JSON.stringify(
      composeLetter("M06", { lang: "sv", date, reader, about: caseFor("M06"), facts: factsFor("sv") }),
    ).length;
  expect(compose("child")).toBeLessThan(compose("adult"));
});

it("never prints an address of a protected person", () => {
  const request = {
    lang: "sv",
    date,
    facts: factsFor("sv"),
    protection: ["skyddad-folkbokforing"],
    about: caseFor("M04"),
  } as const;
  expect(composeLetter("M04", request).to).toEqual([]);
  expect(() => composeLetter("M04", { ...request, address: ["Storgatan 1"] })).toThrow(DsarError);
});

it("shows what comes from outside as text, never as markup", () => {
  const facts = { ...factsFor("sv"), reasons: "<img src=x onerror=alert(1)>" };
  expect(letterHtml(composeLetter("M06", { lang: "sv", date, about: caseFor("M06"), facts }))).not.toContain(
    "<img",
  );
});

describe("what a letter is about in a case", () => {
  const refused = {
    regime: "gdpr",
    controller: "public-authority",
    right: "access",
    decided: "refused",
  } as const;
  it.each([
    ["M06", { ...refused, dismissed: false }, "refused"],
    ["M01", { ...refused, dismissed: false }, "refused"],
    ["M08", { ...refused, decided: undefined, dismissed: false }, "none"],
    ["M21", { ...refused, dismissed: false }, "none"],
    ["M21", { ...refused, dismissed: true }, "refused"],
    ["M04", { ...refused, dismissed: false }, "no letter"],
    ["M07", { ...refused, dismissed: false }, "no letter"],
    ["M18", { ...refused, dismissed: false }, "no letter"],
    ["M17", { ...refused, regime: "private-file", controller: "private-provider", dismissed: false }, "none"],
  ] as const)("%s", (id, standing, outcome) => {
    const about = letterCase(id, standing);
    expect(about === undefined ? "no letter" : (about.outcome ?? "none")).toBe(outcome);
  });
});

describe("given a case, when something happens, then this letter is due", () => {
  const env = envAt("2027-01-12");
  const authority: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
  const provider: Machine = { ...authority, controller: "private-provider" };
  const file: Machine = { regime: "private-file", controller: "private-provider", right: "access" };
  const records: Machine = { ...authority, regime: "public-records" };
  const insight: Machine = { ...authority, regime: "party-insight" };
  const { registrar, caseworker, signer } = people;
  const why = "aa11";

  function due(state: CaseState, command: Command, at = env): readonly LetterId[] {
    const { events, state: after, answer } = when(state, command, at);
    if (!answer.ok) throw new Error(answer.reason);
    return after.phase === "none" ? [] : events.flatMap((event) => lettersAfter(event, after));
  }

  function decision(machine: Machine, refuse = false): readonly LetterId[] {
    const { reviewed } = course(machine, refuse ? { outcome: refusalFor(machine) } : {});
    return afterSigning(given(reviewed, env));
  }

  function afterSigning(state: CaseState): readonly LetterId[] {
    const drafted = given([{ type: "DraftDecision", actor: caseworker, words: "bb22" }], env, state);
    const digest = drafted.draft?.digest ?? "";
    return due(drafted, {
      type: "SignDecision",
      actor: signer,
      decision: digest,
      delegation: "delegation-1",
    });
  }

  const received = (machine: Machine = authority): CaseState => given(course(machine).received, env);
  const identified = (machine: Machine = authority): CaseState => given(course(machine).identified, env);
  const asked: Command = {
    type: "AskIdentity",
    actor: caseworker,
    doubt: "identity",
    reason: why,
    replyBy: parseDate("2027-01-25"),
  };
  const lapsed = (machine: Machine, protect = false): readonly LetterId[] => {
    const protection: Command = {
      type: "RecordProtection",
      actor: caseworker,
      protection: ["skyddad-folkbokforing"],
    };
    const state = given(protect ? [protection, asked] : [asked], env, received(machine));
    const late = envAt("2027-01-26");
    const ended = given([{ type: "LapseIdentity", actor: caseworker, reason: why }], late, state);
    const drafted = given([{ type: "DraftDecision", actor: caseworker, words: "bb22" }], late, ended);
    const digest = drafted.draft?.digest ?? "";
    return due(drafted, { type: "SignDecision", actor: signer, decision: digest, delegation: "d-1" }, late);
  };
  const refusedAndServed = (): CaseState =>
    served(signed(given(course(authority, { outcome: refusalFor(authority) }).reviewed, env), env), env);
  const appeal: Command = { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today };

  const stories: readonly (readonly [string, () => readonly LetterId[], readonly LetterId[]])[] = [
    [
      "a request is received",
      () => {
        const { events, state } = when(
          { phase: "none", version: 0 },
          course(authority).received[0] as Command,
          env,
        );
        return state.phase === "none" ? [] : events.flatMap((event) => lettersAfter(event, state));
      },
      ["M01"],
    ],
    ["identity is asked for", () => due(received(), asked), ["M02"]],
    [
      "the scope is asked for",
      () => due(identified(), { type: "AskScope", actor: caseworker, reason: why }),
      ["M02"],
    ],
    [
      "the time is extended",
      () =>
        due(identified(), { type: "ExtendDeadline", actor: caseworker, ground: "complexity", reason: why }),
      ["M03"],
    ],
    ["access is granted", () => decision(authority), ["M04"]],
    [
      "nothing is held",
      () =>
        afterSigning(given([{ type: "RecordNoData", actor: caseworker, reason: why }], env, identified())),
      ["M05"],
    ],
    ["an authority refuses", () => decision(authority, true), ["M06"]],
    ["a private provider refuses", () => decision(provider, true), ["M07"]],
    [
      "a fee is announced",
      () => due(identified(), { type: "AnnounceFee", actor: caseworker, reason: why, amountSek: 300 }),
      ["M08"],
    ],
    [
      "a request is refused as excessive",
      () =>
        afterSigning(
          given(
            [
              {
                type: "AssertUnfounded",
                actor: caseworker,
                ground: "excessive",
                measure: "refuse",
                reason: why,
              },
            ],
            env,
            identified(),
          ),
        ),
      ["M08"],
    ],
    ["data are corrected", () => decision({ ...authority, right: "rectification" }), ["M09"]],
    [
      "data are disputed but kept",
      () => decision({ ...authority, right: "rectification" }, true),
      ["M10", "M06"],
    ],
    [
      "a recipient is told",
      () =>
        due(
          given(
            [{ type: "ExecuteMeasure", actor: caseworker, measure: "rectified" }],
            env,
            signed(given(course({ ...authority, right: "rectification" }).reviewed, env), env),
          ),
          { type: "NotifyRecipient", actor: caseworker, recipient: "provider-1" },
        ),
      ["M11"],
    ],
    ["data are restricted", () => decision({ ...authority, right: "restriction" }), ["M12"]],
    [
      "a restriction is to be lifted",
      () =>
        due(served(signed(given(course({ ...authority, right: "restriction" }).reviewed, env), env), env), {
          type: "AnnounceLifting",
          actor: caseworker,
          liftOn: parseDate("2027-02-01"),
        }),
      ["M13"],
    ],
    ["data are given to take along", () => decision({ ...authority, right: "portability" }), ["M14"]],
    ["data are erased", () => decision({ ...authority, right: "erasure" }), ["M15"]],
    [
      "the request belongs elsewhere",
      () => due(received(), { type: "ForwardToController", actor: registrar, to: "board-2" }),
      ["M16"],
    ],
    [
      "a private file goes to IVO",
      () =>
        due(given(course(file, { outcome: refusalFor(file) }).reviewed, env), {
          type: "HandToIvo",
          actor: signer,
          opinion: why,
        }),
      ["M17", "M25"],
    ],
    ["a private file is answered", () => decision(file), ["M26"]],
    ["public records are answered", () => decision(records, true), ["M18"]],
    [
      "public records are searched in vain",
      () =>
        afterSigning(
          given([{ type: "RecordNoData", actor: caseworker, reason: why }], env, identified(records)),
        ),
      ["M18"],
    ],
    [
      "public records on someone protected are searched in vain",
      () =>
        afterSigning(
          given(
            [
              { type: "RecordProtection", actor: caseworker, protection: ["skyddad-folkbokforing"] },
              { type: "RecordNoData", actor: caseworker, reason: why },
            ],
            env,
            identified(records),
          ),
        ),
      ["M24"],
    ],
    ["a party is answered", () => decision(insight), ["M19"]],
    ["nobody shows who asks", () => lapsed(authority), ["M20"]],
    ["an appeal comes in", () => due(refusedAndServed(), appeal), ["M21"]],
    [
      "an appeal goes to court",
      () => due(given([appeal], env, refusedAndServed()), { type: "ForwardToCourt", actor: registrar }),
      ["M22"],
    ],
    [
      "a child is answered",
      () =>
        afterSigning(
          given(
            [
              ...course(authority).received,
              {
                type: "AcceptIdentity",
                actor: registrar,
                assurance: 3,
                method: "known",
                subject: "subject-1",
                authority: { kind: "child", age: 14, mature: true, evidence: why },
              },
              ...course(authority).reviewed.slice(2),
            ],
            env,
          ),
        ),
      ["M23"],
    ],
    ["an unknown person asks about a protected one", () => lapsed(authority, true), ["M24"]],
  ];

  it.each(stories)("%s", (_name, story, expected) => {
    expect(story()).toEqual(expected);
  });

  it("covers every letter", () => {
    expect([...new Set(stories.flatMap(([, , expected]) => expected))].sort()).toEqual(ids);
  });
});
