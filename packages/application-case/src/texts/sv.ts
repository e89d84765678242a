/** The questionnaire in Swedish. */
import type { QuestionnaireTexts } from "./question-text.ts";
import { aboutYou } from "./sv/about-you.ts";
import { childAndYou } from "./sv/child-and-you.ts";
import { healthToContact } from "./sv/health-to-contact.ts";
import { homeAndTime } from "./sv/home-and-time.ts";

export const sv: QuestionnaireTexts = {
  questions: { ...aboutYou, ...homeAndTime, ...childAndYou, ...healthToContact },
  steps: {
    assignment: { title: "Uppdrag och mottagare" },
    person: { title: "Om dig" },
    household: { title: "Ditt hushåll", intro: "Svara med antal och åldrar. Skriv inga namn på andra." },
    home: { title: "Ditt hem" },
    time: { title: "Din tid" },
    child: { title: "Barnet och språket" },
    experience: { title: "Din erfarenhet" },
    cooperation: { title: "Samarbete" },
    health: {
      title: "Hälsa och ekonomi",
      intro:
        "Frågorna ställs för att ett barn ska få det tryggt. Svaren förseglas i en egen del, och bara den som ska bedöma din anmälan får öppna den.",
    },
    motive: { title: "Varför du vill" },
    checks: {
      title: "Kontroller längre fram",
      intro:
        "Innan ett barn placeras i ett familjehem eller jourhem måste socialnämnden hämta uppgifter om de vuxna ur belastningsregistret och misstankeregistret. Andra register kan bli aktuella. Du får veta vilka innan något hämtas.",
    },
    files: { title: "Handlingar" },
    contact: { title: "Kontakt" },
  },
};
