/** What holds of every lawful history. */
import {
  append,
  consistencyProof,
  emptyTree,
  inclusionProof,
  leafHash,
  type NodeReader,
  rootOf,
  type Tree,
  verifyConsistency,
  verifyInclusion,
} from "@tillit/merkle-tree";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  decide,
  type DsarEvent,
  type DsarState,
  evolve,
  eventLeaf,
  fold,
  holdsIdentityNumber,
  initialState,
} from "../../src/index.ts";
import { bundle, triage } from "../../src/regime.ts";
import { decisionOf, givenBy, harmOf } from "../../src/review.ts";
import { commandsFor, machines } from "../kit/representatives.ts";
import { carryToEnd, envOn, type Walk, walks } from "../kit/walk.ts";
import { addDays, parseDate } from "@tillit/civil-time";

const runs = process.env["SLOW"] === undefined ? 60 : 600;
const check = (holds: (walk: Walk) => void): void => fc.assert(fc.property(walks, holds), { numRuns: runs });

function lastIndex(events: readonly DsarEvent[], type: DsarEvent["type"], before: number): number {
  return events.slice(0, before).findLastIndex((event) => event.type === type);
}

it("1: discloses only after an accepted identity and a signature later than the last review", () => {
  check(({ events }) => {
    for (const [n, event] of events.entries()) {
      if (event.type !== "Disclosed") continue;
      const identified = lastIndex(events, "IdentityEvidenceAccepted", n);
      const reviewed = lastIndex(events, "ItemsAllAssessed", n);
      const signed = lastIndex(events, "DecisionSigned", n);
      expect(identified).toBeGreaterThanOrEqual(0);
      expect(signed).toBeGreaterThan(reviewed);
      expect(signed).toBeGreaterThan(identified);
    }
  });
});

it("2: can be carried to its end from wherever it stands", () => {
  check(({ states }) => {
    const last = states.at(-1) ?? initialState;
    expect(["closed", "none"]).toContain(carryToEnd(last));
  });
});

it("3: folds the same whole or in parts, and never changes what it is given", () => {
  check(({ events, states }) => {
    const copy = structuredClone(events);
    for (let cut = 0; cut <= events.length; cut += 3) {
      expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(states.at(-1));
    }
    expect(events.reduce<DsarState>(evolve, initialState)).toEqual(fold(events));
    expect(events).toEqual(copy);
  });
});

it("3: folds any events in any order without a fault", () => {
  fc.assert(
    fc.property(walks, fc.array(fc.nat()), ({ events }, picks) => {
      const shuffled = picks.flatMap((n) => events[n % Math.max(1, events.length)] ?? []);
      expect(() => fold(shuffled)).not.toThrow();
    }),
    { numRuns: runs },
  );
});

it("4: never decides an event that its own state ignores", () => {
  check(({ events, states }) => {
    for (const [n] of events.entries()) expect(states[n + 1]?.version).toBe((states[n]?.version ?? 0) + 1);
  });
});

it("8: granted is all, refused is nothing, between is in part", () => {
  check(({ states }) => {
    for (const state of states) {
      if (state.phase === "none" || state.draft === undefined || state.ground !== undefined) continue;
      const given = Object.values(state.items).map(({ outcome }) => outcome && givenBy(outcome.kind));
      const { outcome } = state.draft;
      expect(outcome === "granted").toBe(given.every((share) => share === "all") && given.length > 0);
      expect(outcome === "refused").toBe(given.every((share) => share === "nothing") && given.length > 0);
    }
  });
});

it("9: whatever is not given in full has provision, test, reasoning and reviewer; each provision is listed once", () => {
  check(({ states }) => {
    for (const state of states) {
      if (state.phase === "none") continue;
      for (const { outcome } of Object.values(state.items)) {
        if (outcome === undefined || givenBy(outcome.kind) === "all") continue;
        const harm = harmOf(outcome);
        for (const field of ["provision", "test", "reasoning", "reviewer"] as const)
          expect(harm?.[field]).toBeTruthy();
      }
      const cited = decisionOf(state, "bb22").provisions.map(({ act, at }) => `${act} ${at}`);
      expect(new Set(cited).size).toBe(cited.length);
    }
  });
});

it("13: every event is provably in every later log, and no log can be cut or its fields shifted", () => {
  fc.assert(
    fc.property(walks, ({ events }) => {
      const stored = new Map<string, Uint8Array>();
      const read: NodeReader = (level, index) => stored.get(`${level}/${index}`);
      const trees: Tree[] = [emptyTree];
      let tree: Tree = emptyTree;
      for (const event of events) {
        const appended = append(tree, eventLeaf(event));
        for (const { level, index, hash } of appended.nodes) stored.set(`${level}/${index}`, hash);
        tree = appended.tree;
        trees.push(tree);
      }
      const [first] = events;
      const last = trees.at(-1);
      if (first === undefined || last === undefined) return;
      for (const [n, event] of events.entries()) {
        const claim = { leafHash: leafHash(eventLeaf(event)), index: n, size: last.size, root: rootOf(last) };
        expect(verifyInclusion({ ...claim, proof: inclusionProof(n, last.size, read) })).toBe(true);
        const moved = leafHash(eventLeaf({ ...event, at: "2000-01-01T00:00:00Z" }));
        expect(
          verifyInclusion({ ...claim, leafHash: moved, proof: inclusionProof(n, last.size, read) }),
        ).toBe(false);
      }
      for (const earlier of trees.slice(1)) {
        const proof = consistencyProof(earlier.size, last.size, read);
        const claim = {
          first: { size: earlier.size, root: rootOf(earlier) },
          second: { size: last.size, root: rootOf(last) },
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        // The cut log has another root than the one that was seen.
        const same = bytesToHex(rootOf(earlier)) === bytesToHex(rootOf(last));
        expect(same).toBe(earlier.size === last.size);
      }
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});

it("13: fields cannot run into each other", () => {
  const event = (hold: string, reason: string): DsarEvent => ({
    type: "LegalHoldPlaced",
    at: "2027-01-12T09:00:00Z",
    on: parseDate("2027-01-12"),
    actor: { id: "bo", role: "caseworker" },
    hold,
    reason,
  });
  expect(eventLeaf(event("a|b", "c"))).not.toEqual(eventLeaf(event("a", "b|c")));
});

const number = fc
  .tuple(
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 9999 }),
    fc.constantFrom("", "-", "+"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([year, month, day, serial, sign, century, coordination]) => {
    const two = (n: number): string => String(n).padStart(2, "0");
    const date = `${year}${two(month)}${two(coordination ? day + 60 : day)}`;
    return `${century ? date : date.slice(2)}${sign}${String(serial).padStart(4, "0")}`;
  });

it("14: a personal identity number never becomes part of a state or a log, wherever it is put", () => {
  fc.assert(
    fc.property(walks, number, fc.nat(), ({ machine, states }, secret, pick) => {
      const state = states[pick % states.length] ?? initialState;
      const commands = commandsFor(machine, state);
      const command = commands[pick % commands.length];
      if (command === undefined) return;
      expect(holdsIdentityNumber(secret)).toBe(true);
      const fields = Object.keys(command).filter((name) => name !== "type");
      for (const field of fields) {
        const spoiled =
          field === "actor"
            ? { ...command, actor: { ...command.actor, id: secret } }
            : { ...command, [field]: secret };
        const answer = decide(spoiled, state, envOn(addDays(parseDate("2027-01-11"), 700)));
        const kept = answer.ok ? answer.events.reduce<DsarState>(evolve, state) : state;
        expect(JSON.stringify([answer, kept])).not.toContain(secret);
      }
    }),
    { numRuns: runs * 2 },
  );
});

it("14: no state and no log of a lawful history holds the pattern", () => {
  check(({ events, states }) => {
    expect(holdsIdentityNumber(JSON.stringify(events))).toBe(false);
    expect(holdsIdentityNumber(JSON.stringify(states.at(-1)))).toBe(false);
  });
});

it("15: in a bundle the access case is closed before the erasure is carried out", () => {
  const asks = fc.subarray(["own-data", "correct", "erase", "restrict", "object", "move-data"] as const, {
    minLength: 1,
  });
  fc.assert(
    fc.property(
      asks,
      fc.constantFrom("public-authority" as const, "private-provider" as const),
      (wishes, controller) => {
        const cases = bundle("letter-1", triage({ controller, asks: wishes, asker: "subject" }));
        const before = (right: string): number => cases.findIndex((one) => one.right === right);
        const erasure = cases.find(({ right }) => right === "erasure");
        const shows = cases
          .filter(({ right }) => right === "access" || right === "portability")
          .map(({ id }) => id);
        expect(erasure?.after ?? shows).toEqual(shows);
        const both = erasure !== undefined && wishes.includes("own-data");
        expect(!both || before("access") < before("erasure")).toBe(true);
      },
    ),
  );
  check(({ events, states }) => {
    for (const [n, event] of events.entries()) {
      const state = states[n];
      if (event.type !== "ErasureExecuted" || state === undefined || state.phase === "none") continue;
      const open = decide(
        { type: "ExecuteErasure", actor: event.actor, certificates: event.certificates },
        state,
        {
          now: event.at,
          today: event.on,
          closedCases: [],
        },
      );
      expect(open.ok).toBe(state.after.length === 0);
    }
  });
});

it("16: nobody both assesses and signs in a case", () => {
  check(({ events }) => {
    const by = (type: DsarEvent["type"]): readonly string[] =>
      events.flatMap((event) => (event.type === type ? [event.actor.id] : []));
    const assessors = by("ItemAssessed");
    expect(by("DecisionSigned").filter((signer) => assessors.includes(signer))).toEqual([]);
  });
});

it("the walks go far enough to mean something", () => {
  const seen = new Set<string>();
  for (const { events } of fc.sample(walks, { numRuns: 300, seed: 7 }))
    for (const { type } of events) seen.add(type);
  for (const type of [
    "Disclosed",
    "DecisionServed",
    "ErasureExecuted",
    "ItemAssessed",
    "HandedToIvo",
    "AppealReceived",
  ]) {
    expect([...seen]).toContain(type);
  }
  expect(machines.length).toBe(15);
});
