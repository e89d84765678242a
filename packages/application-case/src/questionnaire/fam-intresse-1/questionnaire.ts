/** The default questionnaire: first interest in becoming family home, emergency home, contact person or family. */
import { aboutYou } from "./about-you.ts";
import { childAndYou } from "./child-and-you.ts";
import { healthToContact } from "./health-to-contact.ts";
import { homeAndTime } from "./home-and-time.ts";
import type { Questionnaire } from "../question.ts";

/**
 * `fam-intresse/1`: 54 numbered items asked before a first talk. Nothing about convictions, diagnoses, faith,
 * origin or other people's health is asked, and every sensitive question may be left for a talk.
 */
export const questionnaire: Questionnaire = {
  id: "fam-intresse/1",
  questions: [...aboutYou, ...homeAndTime, ...childAndYou, ...healthToContact],
};
