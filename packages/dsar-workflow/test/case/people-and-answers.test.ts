/** Stories of people and of what they get. */
import { generateKeyPairSync, sign as signBytes, verify as verifyBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CaseState, Command, OpenedItem } from "../../src/index.ts";
import { noticesOf } from "../../src/erasure.ts";
import { buildExport, givenItems } from "../../src/export.ts";
import { decisionDigest, decisionOf } from "../../src/review.ts";
import { type Machine, people } from "../kit/representatives.ts";
import { codeOf, course, envAt, given, served, signed, when } from "../kit/story.ts";

const env = envAt("2027-01-12");
const access: Machine = { regime: "gdpr", controller: "public-authority", right: "access" };
const { registrar, caseworker, signer } = people;
const why = "aa11";

describe("a guardian who is blocked", () => {
  const guardian: Command = {
    type: "AcceptIdentity",
    actor: registrar,
    assurance: 3,
    method: "eid",
    subject: "child-1",
    authority: { kind: "guardian", childAge: 9, evidence: why },
  };
  const block: Command = { type: "BlockGuardian", actor: caseworker, reason: why };
  const asGuardian = (stage: number): CaseState =>
    given([...course(access).received, guardian, ...course(access).reviewed.slice(2, stage)], env);

  it.each([2, 3, 5, 7])(
    "loses the case at every step: nothing is disclosed, a refusal is signed (%i)",
    (stage) => {
      const state = given([block], env, asGuardian(stage));
      expect(state).toMatchObject({
        phase: "deciding",
        identity: "rejected",
        ground: "authority-insufficient",
      });
      const refused = signed(state, env);
      expect(refused.decision).toMatchObject({ outcome: "refused" });
      const seal: Command = {
        type: "SealPackage",
        actor: caseworker,
        manifest: "cc33",
        decision: refused.decision?.digest ?? "",
        recipientKey: "dd44",
      };
      expect(codeOf(when(refused, seal, env).answer)).toBe("DSAR_IDENTITY_NOT_VERIFIED");
    },
  );

  it("is turned away at the door when blocked before", () => {
    const state = given([...course(access).received, block], env);
    expect(codeOf(when(state, guardian, env).answer)).toBe("DSAR_AUTHORITY_INSUFFICIENT");
    const child: Command = {
      type: "AcceptIdentity",
      actor: registrar,
      assurance: 3,
      method: "known",
      subject: "child-1",
      authority: { kind: "child", age: 14, mature: true, evidence: why },
    };
    expect(codeOf(when(state, child, env).answer)).toBe("allowed");
  });
});

describe("a decision", () => {
  it("is signed over its canonical hash; another signature or another decision does not pass", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const drafted = given(
      [...course(access).reviewed, { type: "DraftDecision", actor: caseworker, words: "bb22" }],
      env,
    );
    const digest = decisionDigest(decisionOf(drafted, "bb22"));
    expect(drafted.draft?.digest).toBe(digest);
    const verifying = envAt("2027-01-12", {
      verifySignature: (decision, signature) =>
        verifyBytes(null, Buffer.from(decision), publicKey, Buffer.from(signature, "base64url")),
    });
    const command = (signature: string, decision = digest): Command => ({
      type: "SignDecision",
      actor: signer,
      decision,
      delegation: "delegation-1",
      signature,
    });
    const good = signBytes(null, Buffer.from(digest), privateKey).toString("base64url");
    const other = signBytes(null, Buffer.from("another"), privateKey).toString("base64url");
    expect(codeOf(when(drafted, command(good), verifying).answer)).toBe("allowed");
    expect(codeOf(when(drafted, command(other), verifying).answer)).toBe("DSAR_PROOF_INVALID");
    expect(codeOf(when(drafted, command(good, "ffff"), verifying).answer)).not.toBe("allowed");
  });

  it("changes its hash with every outcome, provision and reason", () => {
    const state = given(course(access).reviewed, env);
    const one = decisionDigest(decisionOf(state, "bb22"));
    expect(decisionDigest(decisionOf(state, "bb23"))).not.toBe(one);
    expect(decisionDigest(decisionOf({ ...state, id: "case-2" }, "bb22"))).not.toBe(one);
  });
});

describe("a digest", () => {
  it.each(["-A0BzkOo5w9Jcs8", "_A0BzkOo5w9Jcs8", "AbC=", "ff66"])(
    "may begin as base64url does: %s",
    (reason) => {
      const state = given(course(access).received, env);
      const ask: Command = { type: "BlockGuardian", actor: caseworker, reason };
      expect(codeOf(when(state, ask, env).answer)).toBe("allowed");
    },
  );

  it.each(["__proto__", "two words", "Ek, Anna", ""])("is never %j", (reason) => {
    const state = given(course(access).received, env);
    const ask: Command = { type: "BlockGuardian", actor: caseworker, reason };
    expect(codeOf(when(state, ask, env).answer)).not.toBe("allowed");
  });
});

describe("recipients (art. 19)", () => {
  const machine: Machine = { ...access, right: "erasure" };

  it("are owed a notice once something was changed, and the case is not served before they are told", () => {
    const state = signed(given(course(machine).reviewed, env), env);
    expect(noticesOf(state)).toEqual([
      { case: "case-1", recipient: "provider-1", about: "erasure", sections: ["health"], status: "due" },
    ]);
    const done = served(state, env);
    expect(noticesOf(done)[0]?.status).toBe("sent");
    const acknowledged = given(
      [{ type: "RecordAcknowledgement", actor: caseworker, recipient: "provider-1", acknowledgement: why }],
      env,
      done,
    );
    expect(noticesOf(acknowledged)[0]?.status).toBe("acknowledged");
  });

  it("may be left untold only with a reason", () => {
    const state = given(
      [
        { type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] },
        { type: "ExcuseNotice", actor: caseworker, recipient: "provider-1", reason: why },
        { type: "ServeDecision", actor: registrar, servedOn: env.today, channel: "in-person" },
      ],
      env,
      signed(given(course(machine).reviewed, env), env),
    );
    expect(noticesOf(state)[0]?.status).toBe("excused");
  });

  it.each(["reopened by us", "sent back by the court"])("are owed a new one when the case is %s", (how) => {
    const first = signed(given(course(machine).reviewed, env), env);
    const notify: Command = { type: "NotifyRecipient", actor: caseworker, recipient: "provider-1" };
    const again =
      how === "reopened by us"
        ? given([notify, { type: "ReopenReview", actor: signer, reason: why }], env, first)
        : given(
            [
              { type: "ReceiveAppeal", actor: registrar, receivedOn: env.today },
              { type: "ForwardToCourt", actor: registrar },
              { type: "RecordCourtRemanded", actor: registrar, judgment: why },
            ],
            env,
            served(first, env),
          );
    const second = signed(given(course(machine).reviewed.slice(-2), env, again), env);
    expect(noticesOf(second)[0]?.status).toBe("due");
    const erased = given(
      [{ type: "ExecuteErasure", actor: caseworker, certificates: ["ee66"] }],
      env,
      second,
    );
    const serve: Command = {
      type: "ServeDecision",
      actor: registrar,
      servedOn: env.today,
      channel: "in-person",
    };
    expect(codeOf(when(erased, serve, env).answer)).toBe("DSAR_RECIPIENT_NOT_TOLD");
    expect(codeOf(when(given([notify], env, erased), serve, env).answer)).toBe("allowed");
  });

  it("are owed nothing for an answer that changed nothing", () => {
    expect(noticesOf(signed(given(course(access).reviewed, env), env))).toEqual([]);
  });
});

describe("a hold on what was to be erased", () => {
  it("stops the erasure; the review is opened again or the hold released", () => {
    const machine: Machine = { ...access, right: "erasure" };
    const held = given(
      [{ type: "PlaceHold", actor: caseworker, hold: "hold-1", reason: why }],
      env,
      signed(given(course(machine).reviewed, env), env),
    );
    const erase: Command = { type: "ExecuteErasure", actor: caseworker, certificates: ["ee55"] };
    expect(codeOf(when(held, erase, env).answer)).toBe("DSAR_LEGAL_HOLD");
    const reopened = given([{ type: "ReopenReview", actor: signer, reason: why }], env, held);
    expect(reopened).not.toHaveProperty("decision");
    const released = given(
      [{ type: "ReleaseHold", actor: caseworker, hold: "hold-1", reason: why }],
      env,
      held,
    );
    expect(codeOf(when(released, erase, env).answer)).toBe("allowed");
  });
});

describe("a package to take along", () => {
  const item: OpenedItem = {
    id: "form",
    section: "contact",
    title: "Ansökan",
    source: "du",
    text: "Namn: Åsa",
    fields: { namn: "Åsa", antal: 2, formel: '=HYPERLINK("x")', citat: 'sade "hej", gick' },
    outcome: { kind: "disclose" },
    origin: { providedBySubject: true, basis: "contract", automated: true },
  };
  const journal: OpenedItem = {
    ...item,
    id: "journal",
    origin: { providedBySubject: false, basis: "contract", automated: true },
  };

  it("holds JSON and CSV of what the person gave, and nothing else", () => {
    const pack = buildExport({
      case: "case-1",
      right: "portability",
      decision: "ff66",
      lang: "sv",
      items: [item, journal],
    });
    expect(pack.manifest.files.map(({ name }) => name)).toEqual(["data.csv", "data.json", "index.html"]);
    const [csv, data] = pack.files.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(csv).toBe(
      'item,field,value\r\nform,namn,Åsa\r\nform,antal,2\r\nform,formel,"\'=HYPERLINK(""x"")"\r\nform,citat,"sade ""hej"", gick"\r\n',
    );
    expect(JSON.parse(data ?? "")).toMatchObject({ items: [{ id: "form", fields: { namn: "Åsa" } }] });
  });

  it("names people by letters where they are de-identified, the same letter throughout", () => {
    const text = "Ali slog Bea. Bea ringde Ali.";
    const harm = { provision: "osl-26-1", test: "reverse", reasoning: why, reviewer: "cecilia" } as const;
    const spans = [
      { from: 0, to: 3, protects: "person-1" },
      { from: 9, to: 12, protects: "person-2" },
    ];
    const [one] = givenItems([{ ...item, text, outcome: { kind: "deidentify", spans, harm } }]);
    expect(one?.text).toBe("[person A] slog [person B]. [person B] ringde [person A].");
  });
});
