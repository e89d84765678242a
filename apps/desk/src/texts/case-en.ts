/** Words about one case, in English. */
import type { caseTexts as swedish } from "./case-sv.ts";

export const caseTexts: typeof swedish = {
  title: (number) => `Case ${number}`,
  back: "To the inbox",
  facts: "About the case",
  from: "Came from",
  fromChecked: (name: string) => `The file came from ${name}. The envelope is checked against that sender.`,
  received: "Received",
  answers: "Answers",
  needKey: "Unlock the key to read the answers.",
  openLead:
    "The answers are fetched encrypted and opened here in the browser. The opening is logged before anything leaves the server.",
  open: "Open and read the answers",
  opening: "Fetching and opening …",
  hide: "Hide the answers",
  notForRole: "Your role does not read content. You see when and how it has been handled.",
  section: {
    contact: "Contact",
    household: "Household and home",
    health: "Health and economy",
    experience: "Time, experience and thoughts",
    attachments: "Attachments",
  },
  misfit: "The answers do not fully fit the questionnaire. They are shown as they came.",
  shredded: "This part has been disposed of and cannot be read.",
  verified: "The envelope has been checked: the signature is right and it belongs to this case.",
  history: "History",
  restricted:
    "Processing is restricted (Article 18 of the GDPR). The data are stored, but the case is not assessed, decided, disclosed or disposed of until the restriction has been lifted.",
  restrictedBy: "Restricted by",
  restrictedMark: "restricted",
  restrictedPurpose: "For which purpose do you read the data?",
  restrictedHint: "Only these purposes are allowed (Article 18(2)). The purpose is written to the log.",
  withdrawn: "The application has been withdrawn. Read it only if you must.",
};
