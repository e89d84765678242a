/** Every refusal in words. */
import type { Localized } from "@tillit/law-reference";
import type { Refusal, RefusalCode } from "./refusal.ts";

/** What each code means, for the person who gave the command. */
export const refusalText: Readonly<Record<RefusalCode, Localized>> = {
  DSAR_ILLEGAL_TRANSITION: { sv: "Det går inte att göra här.", en: "This cannot be done here." },
  DSAR_REGIME_NOT_HERE: {
    sv: "Den lagen gäller inte hos en sådan verksamhet eller för en sådan begäran.",
    en: "That law does not bind such a controller, or gives no such right.",
  },
  DSAR_ROLE_NOT_ALLOWED: { sv: "Den rollen får inte göra det.", en: "That role may not do this." },
  DSAR_VERSION_CONFLICT: {
    sv: "Ärendet har ändrats sedan du läste det.",
    en: "The case has changed since you read it.",
  },
  DSAR_IDENTITY_NUMBER: {
    sv: "Ett personnummer får inte stå här.",
    en: "A personal identity number may not stand here.",
  },
  DSAR_REFERENCE_MALFORMED: { sv: "En referens har fel form.", en: "A reference is malformed." },
  DSAR_REASON_REQUIRED: { sv: "Skälen saknas.", en: "The reasons are missing." },
  DSAR_UNKNOWN_REFERENCE: { sv: "Referensen finns inte i ärendet.", en: "The case has no such reference." },
  DSAR_DOUBT_NOT_REASONABLE: {
    sv: "Det finns inga rimliga tvivel om vem som frågar.",
    en: "There is no reasonable doubt about who asks.",
  },
  DSAR_REPLY_DATE_WRONG: {
    sv: "Svarsdagen ska ligga framåt, men inte efter sista dagen.",
    en: "The reply date must lie ahead, but not after the last day.",
  },
  DSAR_REPLY_TIME_RUNS: {
    sv: "Tiden för svar har inte gått ut.",
    en: "The time for a reply has not run out.",
  },
  DSAR_IDENTITY_NOT_VERIFIED: {
    sv: "Det är inte klarlagt vem som frågar.",
    en: "It is not established who asks.",
  },
  DSAR_AUTHORITY_INSUFFICIENT: { sv: "Behörigheten räcker inte.", en: "The authority is not enough." },
  DSAR_FEE_NOT_ANNOUNCED: { sv: "Avgiften ska aviseras först.", en: "The fee must be announced first." },
  DSAR_SOURCE_UNANSWERED: { sv: "Alla källor har inte svarat.", en: "Not every source has answered." },
  DSAR_NOTHING_FOUND: { sv: "Inget har hittats att pröva.", en: "Nothing has been found to review." },
  DSAR_SOMETHING_FOUND: { sv: "Det finns uppgifter att pröva.", en: "There are data to review." },
  DSAR_EXTENSION_TWICE: { sv: "Tiden är redan förlängd.", en: "The time is extended already." },
  DSAR_EXTENSION_TOO_LATE: {
    sv: "Det är för sent att förlänga tiden.",
    en: "It is too late to extend the time.",
  },
  DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND: {
    sv: "Det utfallet finns inte för den här rätten.",
    en: "This right has no such outcome.",
  },
  DSAR_HARM_TEST_MISSING: {
    sv: "Bestämmelse och prövning saknas eller gäller inte här.",
    en: "Provision and test are missing or do not apply here.",
  },
  DSAR_PROTECTED_PERSON: {
    sv: "Uppgiften rör någon som skyddas; prövningen ska stå med.",
    en: "The item concerns someone protected; the test must be stated.",
  },
  DSAR_DISPUTE_NOT_NOTED: {
    sv: "Personens uppfattning ska antecknas.",
    en: "The person's view must be noted.",
  },
  DSAR_RETENTION_KEEPS: {
    sv: "Uppgiften ska bevaras och får inte raderas.",
    en: "The item must be kept and may not be erased.",
  },
  DSAR_ITEM_UNASSESSED: { sv: "Alla uppgifter är inte prövade.", en: "Not every item has been assessed." },
  DSAR_DRAFT_MISMATCH: { sv: "Det är inte det utkast som finns.", en: "That is not the draft there is." },
  DSAR_SAME_ACTOR: { sv: "Den som har prövat får inte besluta.", en: "Who has assessed may not sign." },
  DSAR_MUST_GO_TO_IVO: {
    sv: "Det som inte lämnas ut ska prövas av IVO.",
    en: "What is not given must be decided by IVO.",
  },
  DSAR_IVO_NOT_FOLLOWED: { sv: "IVO:s beslut ska följas.", en: "IVO's decision must be followed." },
  DSAR_NOTHING_REFUSED: {
    sv: "Det finns inget för IVO att pröva.",
    en: "There is nothing for IVO to decide.",
  },
  DSAR_PROOF_INVALID: { sv: "Underskriften stämmer inte.", en: "The signature does not verify." },
  DSAR_NOTHING_GIVEN: {
    sv: "Beslutet ger inget att verkställa.",
    en: "The decision gives nothing to carry out.",
  },
  DSAR_PACKAGE_MISMATCH: {
    sv: "Paketet hör inte till beslutet.",
    en: "The package does not belong to the decision.",
  },
  DSAR_CHANNEL_BLOCKED: { sv: "Den vägen får inte användas.", en: "That channel may not be used." },
  DSAR_BUNDLE_ORDER: {
    sv: "Andra delar av begäran ska avslutas först.",
    en: "Other parts of the request must be closed first.",
  },
  DSAR_LEGAL_HOLD: { sv: "Uppgifterna är spärrade.", en: "The data are on hold." },
  DSAR_CERTIFICATE_MISSING: { sv: "Intyg saknas.", en: "Certificates are missing." },
  DSAR_NOT_CARRIED_OUT: { sv: "Beslutet är inte verkställt.", en: "The decision has not been carried out." },
  DSAR_RECIPIENT_NOT_TOLD: {
    sv: "Alla mottagare är inte underrättade.",
    en: "Not every recipient has been told.",
  },
  DSAR_DATE_WRONG: { sv: "Dagen kan inte stämma.", en: "The date cannot be right." },
  DSAR_NOT_APPEALABLE: {
    sv: "Beskedet kan inte överklagas; hänvisa till tillsynsmyndigheten och domstol.",
    en: "The answer cannot be appealed; point to the supervisory authority and court.",
  },
  DSAR_APPEAL_LATE: { sv: "Överklagandet kom för sent.", en: "The appeal came too late." },
  DSAR_APPEAL_IN_TIME: { sv: "Överklagandet kom i tid.", en: "The appeal came in time." },
  DSAR_APPEAL_TIME_RUNS: {
    sv: "Tiden för överklagande har inte gått ut.",
    en: "The time to appeal has not run out.",
  },
  DSAR_APPEAL_POSSIBLE: { sv: "Beslutet kan överklagas än.", en: "The decision can still be appealed." },
  DSAR_NOT_RESTRICTED: { sv: "Uppgifterna är inte begränsade.", en: "The data are not restricted." },
  DSAR_LIFTING_NOT_ANNOUNCED: {
    sv: "Personen ska underrättas innan begränsningen upphör.",
    en: "The person must be told before the restriction ends.",
  },
  DSAR_NO_COMPLAINT: { sv: "Inget klagomål är öppet.", en: "No complaint is open." },
};

const may: Localized = { sv: "Det får", en: "These may" };
const now: Localized = { sv: "Möjligt nu", en: "Possible now" };

/** A refusal in words: its reason, law and the roles that may do it where it has them, and what is possible instead. */
export function explainRefusal(refusal: Refusal, lang: keyof Localized): string {
  const { reason, because, law, lastDay, needs, allowed } = refusal;
  const parts = [refusalText[reason][lang]];
  if (because !== undefined) parts.push(because[lang]);
  if (lastDay !== undefined) parts.push(`(${lastDay})`);
  if (law !== undefined) parts.push(`[${law.act} ${law.at}]`);
  if (needs !== undefined) parts.push(`${may[lang]}: ${needs.join(", ")}.`);
  return `${parts.join(" ")} ${now[lang]}: ${allowed.length === 0 ? "–" : allowed.join(", ")}.`;
}
