/** The questionnaire in English. */
import { aboutYou } from "./en/about-you.ts";
import { childAndYou } from "./en/child-and-you.ts";
import { healthToContact } from "./en/health-to-contact.ts";
import { homeAndTime } from "./en/home-and-time.ts";
import type { QuestionnaireTexts } from "./question-text.ts";

export const en: QuestionnaireTexts = {
  questions: { ...aboutYou, ...homeAndTime, ...childAndYou, ...healthToContact },
  steps: {
    assignment: { title: "Assignment and receivers" },
    person: { title: "About you" },
    household: {
      title: "Your household",
      intro: "Answer with numbers and ages. Do not write names of others.",
    },
    home: { title: "Your home" },
    time: { title: "Your time" },
    child: { title: "The child and languages" },
    experience: { title: "Your experience" },
    cooperation: { title: "Working together" },
    health: {
      title: "Health and economy",
      intro:
        "The questions are asked so that a child will be safe. The answers are sealed in a part of their own, and only those who assess your application may open it.",
    },
    motive: { title: "Why you want to" },
    checks: {
      title: "Checks later on",
      intro:
        "This may be checked later, if you go on together. You will be told which registers before anything is fetched.",
      points: [
        "The population register: who lives at home.",
        "The criminal records and the register of suspects: about the adults. For family homes and emergency homes the social board must fetch them before a child is placed.",
        "The registers of social services. What another municipality has is fetched only if you say yes.",
        "The social insurance agency and the enforcement authority: you order the extract yourself, or say yes to having it fetched.",
      ],
    },
    files: { title: "Documents" },
    contact: { title: "Contact" },
  },
};
