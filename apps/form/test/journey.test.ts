import type { Answers } from "@tillit/application-case";
import { sv as questions } from "@tillit/application-case/sv";
import { describe, expect, it } from "vitest";
import { emptyForm, reduce, tick, type FormAction, type FormState } from "../src/journey/form-state.ts";
import { identityCheckOn } from "../src/journey/identity-check.ts";
import { numberedPlaces, numberOf, placeAfter, placeBefore, reachablePlace } from "../src/journey/places.ts";
import { faultsOf } from "../src/journey/validate-step.ts";
import { askedLanguage, askedPlace, queryOf } from "../src/journey/router.ts";
import { sv as form } from "../src/texts/sv.ts";

const texts = { language: "sv", form, questions } as const;
const person: Answers = { assignment: ["contact-person"] };
const home: Answers = { assignment: ["family-home"] };

describe("places", () => {
  it("lead from the start through every numbered place to the receipt, and back the same way", () => {
    const places = ["start", ...numberedPlaces(home)] as const;
    for (const [index, place] of places.entries()) {
      expect(placeAfter(place, home)).toBe(places[index + 1] ?? "send");
      expect(placeBefore(place, home)).toBe(places[index - 1]);
    }
    expect(placeAfter("send", home)).toBe("receipt");
    expect(placeBefore("send", home)).toBeUndefined();
  });

  it("show the notices right after the receivers are chosen, before anything personal is asked", () => {
    expect(numberedPlaces(person).slice(0, 3)).toEqual(["assignment", "notices", "person"]);
    expect(numberOf("notices", person)).toEqual({ number: 2, of: numberedPlaces(person).length });
    expect(numberOf("send", person)).toBeUndefined();
  });

  it.each([
    [{ ...person, protected: "yes" }, "exit"],
    [{ ...person, protected: "unsure" }, "exit"],
    [{ ...person, "age-band": "under-18" }, "exit"],
    [{ ...person, protected: "no" }, "notices"],
  ] as const)("%j leads from the first questions to %s", (answers, place) => {
    expect(placeAfter("assignment", answers)).toBe(place);
  });

  it.each([
    ["review", "assignment"],
    ["person", "assignment"],
    ["assignment", "assignment"],
    ["send", "assignment"],
    ["receipt", "assignment"],
    ["exit", "start"],
    ["notices", "assignment"],
  ] as const)("an address of %s with nothing answered shows %s", (asked, shown) => {
    expect(reachablePlace(asked, person, () => false)).toBe(shown);
  });

  it("are not reachable past notices that have not been read, however complete the answers are", () => {
    const answered = (place: string): boolean => place !== "notices";
    expect(reachablePlace("review", person, answered)).toBe("notices");
    expect(reachablePlace("person", person, answered)).toBe("notices");
    expect(reachablePlace("send", person, answered)).toBe("notices");
    expect(reachablePlace("notices", person, answered)).toBe("notices");
    expect(reachablePlace("assignment", person, answered)).toBe("assignment");
  });

  it("are reachable as far as everything before is complete", () => {
    const before = new Set(["assignment", "notices", "person"]);
    expect(reachablePlace("household", person, (step) => before.has(step))).toBe("household");
    expect(reachablePlace("time", person, (step) => before.has(step))).toBe("household");
    expect(reachablePlace("review", person, () => true)).toBe("review");
    expect(reachablePlace("send", person, () => true)).toBe("review");
  });
});

describe("the address", () => {
  it.each([
    ["", "start", "sv"],
    ["?steg=person", "person", "sv"],
    ["?steg=person&lang=en", "person", "en"],
  ] as const)("%j means %s in %s, and is written the same", (query, place, language) => {
    expect(askedPlace(query)).toBe(place);
    expect(askedLanguage(query)).toBe(language);
    expect(queryOf(place, language)).toBe(query);
  });

  it("means the start when it names nothing known", () => {
    expect(askedPlace("?steg=<script>")).toBe("start");
  });
});

describe("the state", () => {
  const after = (...actions: FormAction[]): FormState => actions.reduce(reduce, emptyForm);
  const pdf = { name: "a.pdf", type: "application/pdf", blob: new Blob(["1234"]) };

  it("forgets an answer that was emptied", () => {
    const answered: FormAction = { type: "answered", question: "name", value: "Anna" };
    expect(after(answered).answers).toEqual({ name: "Anna" });
    expect(after(answered, { ...answered, value: "" }).answers).toEqual({});
    expect(after(answered, { ...answered, value: undefined }).answers).toEqual({});
    expect(after({ type: "answered", question: "animals", value: [] }).answers).toEqual({});
  });

  it("numbers files anew when one is removed, and says nothing of files when none is left", () => {
    const two = after({ type: "files-changed", files: [pdf, { ...pdf, name: "b.pdf" }] });
    expect(two.answers["files"]).toEqual([
      { section: "file-1", name: "a.pdf", type: "application/pdf", size: 4 },
      { section: "file-2", name: "b.pdf", type: "application/pdf", size: 4 },
    ]);
    const one = reduce(two, { type: "files-changed", files: two.files.slice(1) });
    expect(one.answers["files"]).toEqual([
      { section: "file-1", name: "b.pdf", type: "application/pdf", size: 4 },
    ]);
    expect(reduce(one, { type: "files-changed", files: [] }).answers).toEqual({});
  });

  it("drops faults when the person goes on, and counts tries so that focus moves again", () => {
    const faults = [{ field: "name", message: "-" }];
    const refused = after({ type: "refused", faults }, { type: "refused", faults });
    expect(refused.attempt).toBe(2);
    expect(reduce(refused, { type: "went", place: "home" }).faults).toEqual([]);
  });

  it("keeps nothing but the place when it is cleared", () => {
    const full = after(
      { type: "restored", answers: { name: "Anna" }, files: [pdf], noticesRead: { a: "1" }, draft: true },
      { type: "went", place: "exit" },
    );
    expect(full.draft).toBe(true);
    expect(reduce(full, { type: "cleared" })).toEqual({ ...emptyForm, place: "exit" });
  });

  it.each([
    [["dog", "none"], "none", ["none"]],
    [["none", "dog"], "dog", ["dog"]],
    [["dog", "cat"], "cat", ["dog", "cat"]],
    [[], "none", []],
  ])("ticking so that %j, last %s, leaves %j", (chosen, changed, left) => {
    expect(tick("animals", chosen, changed)).toEqual(left);
  });
});

describe("faults of a step", () => {
  const check = identityCheckOn("2026-11-21");
  const contact: Answers = { ...person, name: "Anna", phone: "070-174 06 05", "call-times": ["any"] };

  it.each([
    [{}, []],
    [{ name: "  " }, ["Fyll i: Namn"]],
    [{ "call-times": [] }, ["Välj ett svar: När får vi ringa dig?"]],
    [{ phone: "ring" }, ["Telefonnummer: Skriv i den form som efterfrågas."]],
    [{ personnummer: "19811228-9874" }, []],
    [{ personnummer: "811228-9874" }, []],
    [{ personnummer: "19811228-9875" }, ["Numret stämmer inte. Kontrollera siffrorna"]],
    [{ personnummer: "hej" }, ["Skriv personnumret eller samordningsnumret med tio eller tolv siffror"]],
    [{ personnummer: "20150314-2380" }, ["Numret tillhör någon som är under 18 år. Du måste ha fyllt 18 år"]],
  ] as const)("%j gives %j", (change, messages) => {
    const faults = faultsOf("contact", { ...contact, ...change }, texts, check);
    expect(faults.map(({ message }) => message)).toEqual(messages);
  });

  it("names the register information when it is not confirmed", () => {
    expect(faultsOf("checks", person, texts, check)).toEqual([
      { field: "registers-info", message: form.requiredTick },
    ]);
  });

  it("never repeats what was written", () => {
    const faults = faultsOf("contact", { ...contact, phone: "SECRET", email: "SECRET" }, texts, check);
    expect(faults).toHaveLength(2);
    expect(JSON.stringify(faults)).not.toContain("SECRET");
  });
});
