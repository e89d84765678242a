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
        "Before a child is placed in a family home or an emergency home, the social board must fetch what the criminal records and the register of suspects say about the adults. Other registers may come up. You will be told which before anything is fetched.",
    },
    files: { title: "Documents" },
    contact: { title: "Contact" },
  },
};
