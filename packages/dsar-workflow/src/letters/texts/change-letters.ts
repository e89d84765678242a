/** Letters about data that were changed, frozen, moved on or erased. */
import { gdpr } from "../letter-case.ts";
import { law, type LetterDefinition, part } from "../letter.ts";
import { complaint, contact } from "./letter-parts.ts";

const some = ["granted", "partly-granted"] as const;

export const changeLetters: readonly LetterDefinition[] = [
  {
    id: "M09",
    title: { sv: "Uppgifterna är rättade", en: "The data are corrected" },
    to: "requester",
    scope: { regimes: gdpr, rights: ["rectification"], outcomes: some },
    parts: [
      part(
        "outcome",
        "Efter din begäran {receivedOn} har {controller} rättat eller kompletterat: {correction}.",
        "After your request of {receivedOn}, {controller} has corrected or completed: {correction}.",
      ),
      part(
        "information",
        "I en journal syns både det gamla och det nya, så att ändringen går att följa.",
        "In a journal both the old and the new stay visible, so that the change can be followed.",
      ),
      part("notice", "Vi har berättat om rättelsen för:", "We have told of the correction:", {
        list: "recipients",
        when: "recipients",
      }),
      contact,
    ],
    law: [law("GDPR", "art. 16, 19")],
  },
  {
    id: "M10",
    title: { sv: "Din uppfattning är antecknad", en: "Your view has been noted" },
    to: "requester",
    scope: { regimes: gdpr, rights: ["rectification"], outcomes: ["partly-granted", "refused"] },
    parts: [
      part(
        "dispute",
        "Du anser att en uppgift är fel. {controller} har inte ändrat den, men har antecknat vad du anser: {dispute}.",
        "You consider an entry wrong. {controller} has not changed it, but has noted your view: {dispute}.",
      ),
      part(
        "information",
        "Anteckningen följer uppgiften så länge den finns. Begäran kom in {receivedOn}.",
        "The note follows the entry as long as it exists. The request came in on {receivedOn}.",
      ),
      complaint,
      contact,
    ],
    law: [law("SoL (2025:400)", "14 kap. 6 §, 17 kap. 1 §"), law("GDPR", "art. 16")],
  },
  {
    id: "M11",
    title: { sv: "Underrättelse om ändrade uppgifter", en: "Notice of changed data" },
    to: "recipient",
    scope: { regimes: gdpr },
    parts: [
      part(
        "notice",
        "{controller} har lämnat personuppgifter till {recipient}. Uppgifterna har nu ändrats hos oss: {measure}.",
        "{controller} has disclosed personal data to {recipient}. The data have now been changed with us: {measure}.",
      ),
      part("information", "Det gäller: {concerns}.", "It concerns: {concerns}."),
      part(
        "next",
        "Gör motsvarande ändring hos er och bekräfta till oss att ni har tagit emot underrättelsen.",
        "Make the same change with you and confirm to us that you have received this notice.",
      ),
      contact,
    ],
    law: [law("GDPR", "art. 19")],
  },
  {
    id: "M12",
    title: { sv: "Behandlingen är begränsad", en: "Processing is restricted" },
    to: "requester",
    scope: { regimes: gdpr, rights: ["restriction", "rectification", "objection"] },
    parts: [
      part(
        "restriction",
        "Från {restrictedFrom} sparar {controller} uppgifterna men använder dem inte på annat sätt: {concerns}.",
        "From {restrictedFrom}, {controller} stores the data but does not use them otherwise: {concerns}.",
      ),
      part(
        "information",
        "De får ändå användas med ditt samtycke, för rättsliga anspråk, för att skydda någon annans rättigheter eller för ett viktigt allmänt intresse. Vi berättar innan begränsningen upphör.",
        "They may still be used with your consent, for legal claims, to protect another's rights or for an important public interest. We tell you before the restriction ends.",
      ),
      contact,
    ],
    law: [law("GDPR", "art. 18(1)–(3)")],
  },
  {
    id: "M13",
    title: { sv: "Begränsningen upphör", en: "The restriction ends" },
    to: "requester",
    scope: { regimes: gdpr, rights: ["restriction", "rectification", "objection"] },
    parts: [
      part(
        "restriction",
        "Begränsningen av dina uppgifter hos {controller} upphör {liftOn}. Därefter används de som förut.",
        "The restriction of your data with {controller} ends on {liftOn}. After that they are used as before.",
      ),
      part("reasons", "Skälet är: {reasons}", "The reason is: {reasons}"),
      complaint,
      contact,
    ],
    law: [law("GDPR", "art. 18(3)")],
  },
  {
    id: "M15",
    title: { sv: "Bekräftelse: behandlingen har upphört", en: "Confirmation: processing has stopped" },
    to: "requester",
    scope: { regimes: gdpr, outcomes: [...some, "none"] },
    parts: [
      part(
        "outcome",
        "Efter ditt besked {receivedOn} (återkallat samtycke, radering eller invändning) har {controller} slutat behandla eller raderat:",
        "After your message of {receivedOn} (consent withdrawn, erasure or objection), {controller} has stopped processing or erased:",
        { list: "stopped" },
      ),
      part(
        "withheld",
        "Det här finns kvar, eftersom lag kräver det eller avtalet behöver det. Ingen ny grund har satts i stället för samtycket:",
        "This remains, because law demands it or the contract needs it. No new ground has been put in place of consent:",
        { list: "kept", when: "kept" },
      ),
      part("notice", "Vi har berättat om det för:", "We have told:", {
        list: "recipients",
        when: "recipients",
      }),
      part(
        "information",
        "Det som gjordes innan samtycket återkallades är fortfarande tillåtet.",
        "What was done before consent was withdrawn remains lawful.",
      ),
      complaint,
      contact,
    ],
    law: [law("GDPR", "art. 7(3), 17, 19, 21")],
  },
];
