import { compile } from "@tillit/retention-policy";
import { retentionRules } from "@tillit/welfare-law";

const engine = compile(retentionRules);
const file = {
  id: "A-17",
  unit: "file",
  values: {
    holder: "social-board",
    statute: "SoL",
    recordType: "case-file",
    documentFrom: "general",
    subjectBirthDay: 11,
    municipality: "1904",
    lastEntry: "2020-09-14",
  },
} as const;

const explanation = engine.explain(file, "2026-11-21");
console.log(explanation.disposition.earliest, explanation.disposition.latest); // 2025-09-15 2026-12-31
console.log(engine.sentences(explanation, "sv").join("\n"));
