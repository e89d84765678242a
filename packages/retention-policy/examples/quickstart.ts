import { compile, type RuleSet } from "@tillit/retention-policy";

const cite = [{ act: "Club rules", at: "§ 4", checked: "2026-11-21" }];
const rules: RuleSet = {
  id: "club",
  release: "1",
  title: { sv: "Klubben", en: "The club" },
  jurisdiction: "none",
  supports: { from: "2020-01-01" },
  acts: {},
  receivers: {},
  vocabulary: { left: { title: { sv: "utträde", en: "left" }, type: { kind: "event" } } },
  sets: {},
  otherwise: [{ id: "club/otherwise", when: { always: true }, outcome: "review", grade: "V", cite }],
  rules: [
    {
      id: "club/members",
      title: { sv: "Medlemsuppgifter", en: "Member data" },
      versions: [
        {
          inForce: { from: "2020-01-01" },
          grade: "V",
          cite,
          when: { always: true },
          effect: {
            kind: "dispose",
            after: { from: { event: "left" }, plus: "P2Y" },
            complete: { by: "endOfNextCalendarYear" },
          },
        },
      ],
    },
  ],
};

const engine = compile(rules);
const record = { id: "m-1", unit: "file", values: { left: "2024-02-29" } } as const;
const { disposition } = engine.explain(record, "2026-11-21");
if (disposition.earliest !== "2026-03-01") throw new Error("29 February plus two years ends on 28 February");
console.log(disposition.outcome, disposition.status, disposition.earliest, disposition.latest);
console.log(engine.sentences(engine.explain(record, "2026-11-21"), "en").join("\n"));
