import { describe, expect, it } from "vitest";
import type { Controller } from "../src/model/directory.ts";
import { receiverChoices, receiverFaults } from "../src/model/receiver-choices.ts";
import { noticeFaults, unreadNotices, type ReceiverCheck } from "../src/model/notice-faults.ts";
import { sv } from "../src/texts/sv.ts";

const kommun: Controller = {
  id: "a",
  name: "A kommun",
  kind: "public-authority",
  place: "A",
  contact: { phone: "0222-450 00" },
  accepts: ["family-home"],
  healthy: true,
};
const company: Controller = { ...kommun, id: "b", name: "B AB", kind: "private-provider", healthy: false };
const both: Controller = { ...kommun, id: "c", name: "C kommun", accepts: ["family-home", "contact-person"] };

describe("receivers", () => {
  it("are offered with what they are and whether they can receive", () => {
    const person = { assignment: ["contact-person"] };
    expect(receiverChoices([kommun, company], {}, sv).map(({ hint }) => hint)).toEqual([
      "Offentlig verksamhet · A",
      "Privat verksamhet · A · Tar inte emot anmälningar just nu",
    ]);
    expect(receiverChoices([kommun], person, sv)[0]?.hint).toBe(
      "Offentlig verksamhet · A · Tar inte emot de uppdrag du har valt",
    );
  });

  it("that take only some of the chosen kinds say which ones they get, before anything else is asked", () => {
    const answers = { assignment: ["family-home", "contact-person"] };
    expect(receiverChoices([kommun, both], answers, sv).map(({ hint }) => hint)).toEqual([
      "Offentlig verksamhet · A · Får bara anmälan om familjehem",
      "Offentlig verksamhet · A",
    ]);
  });

  it.each([
    [[kommun], ["family-home"], undefined],
    [[kommun, both], ["family-home", "contact-person"], undefined],
    [
      [kommun],
      ["family-home", "contact-person"],
      "Ingen mottagare du har valt tar emot anmälan om kontaktperson. Välj en till som gör det, eller ta bort uppdraget",
    ],
    [
      [kommun, both],
      ["family-home", "emergency-home", "contact-family"],
      "Ingen mottagare du har valt tar emot anmälan om jourhem och kontaktfamilj. Välj en till som gör det, eller ta bort uppdraget",
    ],
    [[], ["family-home"], undefined],
    [[kommun], ["contact-person"], "A kommun: Tar inte emot de uppdrag du har valt"],
    [[kommun, both], ["contact-person"], "A kommun: Tar inte emot de uppdrag du har valt"],
    [[kommun, company], ["family-home"], "B AB: Tar inte emot anmälningar just nu"],
  ] as const)(
    "%# are refused when they cannot receive, or when a kind would reach nobody",
    (chosen, assignment, message) => {
      expect(receiverFaults(chosen, { assignment }, sv)[0]?.message).toBe(message);
    },
  );
});

describe("the notices", () => {
  const notice = { controller: "a", version: "1", title: "", blocks: [] };
  const remember = { size: 1, root: "" };
  const key = { controller: "a", ok: true, words: "", seq: 1, remember } as const;

  it.each([
    [undefined, "A kommun: Hämtar informationen …"],
    [{ notice, key: "checking" }, "A kommun: Hämtar informationen …"],
    [{ notice: "failed", key }, "Informationen från A kommun kunde inte hämtas."],
    [{ notice, key: "failed" }, "Nyckeln för A kommun kunde inte hämtas. Kontrollera din uppkoppling."],
    [
      { notice, key: { controller: "a", ok: false, reason: "refused" } },
      "Nyckeln för A kommun är inte den som ska användas.",
    ],
    [
      { notice, key: { controller: "a", ok: false, reason: "unhealthy" } },
      "A kommun kan inte ta emot anmälningar just nu. Inget har skickats till någon.",
    ],
    [
      { notice, key: { controller: "a", ok: false, reason: "missing" } },
      "Nyckeln för A kommun finns inte i den offentliga nyckelloggen.",
    ],
    [
      { notice, key: { controller: "a", ok: false, reason: "rolled-back" } },
      "Nyckeln för A kommun går inte att lita på: den offentliga nyckelloggen är kortare än förra gången du var här.",
    ],
    [{ notice, key }, undefined],
  ] as [ReceiverCheck | undefined, string | undefined][])(
    "%j stops the way onward with %j",
    (check, message) => {
      const checks = check === undefined ? {} : { a: check };
      expect(noticeFaults([kommun], checks, sv)[0]?.message).toBe(message);
    },
  );

  it.each([
    ["none", {}, {}, ["a", "b"]],
    ["one", { a: "1" }, {}, ["b"]],
    ["both", { a: "1", b: "1" }, {}, []],
    [
      "both, and one is another now",
      { a: "1", b: "1" },
      { a: { notice: { ...notice, version: "2" }, key } },
      ["a"],
    ],
    ["both, and they are the same", { a: "1", b: "1" }, { a: { notice, key } }, []],
    ["both, and one is on its way", { a: "1", b: "1" }, { a: { notice: "loading", key } }, []],
    ["another's", { c: "1" }, {}, ["a", "b"]],
  ] as [string, Record<string, string>, Record<string, ReceiverCheck>, string[]][])(
    "are unread of a and b when the person has read %s",
    (_what, read, checks, unread) => {
      expect(unreadNotices(["a", "b"], read, checks)).toEqual(unread);
    },
  );
});
