/** Words about e-identification, in English. */
import type { EidTexts } from "./eid-sv.ts";

export const eidEn: EidTexts = {
  title: "Log in with e-identification",
  lead: "If you have linked your e-identification to your application, you can see where it stands, take it back and ask for your data. Your answers are read with the receipt only.",
  button: "Log in with e-identification",
  overviewTitle: "Your applications",
  overviewLead:
    "You are logged in with e-identification. Open My pages with the receipt when you want to read your answers.",
  linkTitle: "E-identification",
  linkLead:
    "Link your e-identification if you want to see where things stand without the receipt. Your personal identity number is not kept, only a code that cannot be turned back.",
  link: "Link my e-identification",
  isLinked: "An e-identification is linked to your application.",
  unlink: "Remove the link",
  unlinked: "The link is removed. The receipt is now the only way in.",
  outcomes: {
    linked: "Your e-identification is linked. Open with the receipt again, or log in here.",
    none: "Your e-identification is not linked to any application. Open with the receipt and link it there.",
    LOGIN_CANCELLED: "The login was cancelled.",
    LOGIN_TOO_WEAK: "The e-identification was not enough. Choose one with a higher level of assurance.",
    ISSUER_UNREACHABLE: "The login service does not answer. Try again in a while.",
  },
  otherOutcome: "The login could not be completed. Try again.",
};
