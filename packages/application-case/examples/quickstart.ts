import {
  decide,
  evolve,
  initialState,
  parseAnswers,
  questionnaire,
  questionText,
  stepsOf,
  toSections,
} from "@tillit/application-case";

const raw = {
  assignment: ["contact-person"],
  municipalities: ["skinnskatteberg-ifo"],
  protected: "no",
  "specific-child": "no",
  "age-band": "25-39",
  "home-municipality": "Fagersta",
  "household-form": "alone",
  work: "part-time",
  "weekly-time": "3-5",
  "child-ages": ["13-15"],
  languages: ["swedish"],
  "own-health": "talk",
  "registers-info": true,
  name: "Kim Exempel",
  phone: "070-174 06 05",
  "call-times": ["evening"],
  "own-room": "now", // not asked of a contact person, so it is dropped
};

const parsed = parseAnswers(questionnaire, raw);
if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.code).join());
console.log(stepsOf(questionnaire, parsed.answers).map((step) => step.id)); // [ 'assignment', 'person', …
console.log(questionText("en", "own-health").label); // Do you manage everyday life as it is today?
console.log(toSections(parsed.answers).health); // { 'own-health': 'talk' }

const outcome = decide(
  {
    type: "SubmitApplication",
    at: "2026-11-21T10:00:00Z",
    envelope: "digest-of-the-sealed-envelope",
    assignments: ["contact-person"],
    noticeVersion: "1",
  },
  initialState,
);
if (outcome.ok) console.log(outcome.events.reduce(evolve, initialState).status); // submitted
