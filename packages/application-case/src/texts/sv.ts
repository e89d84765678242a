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
        "Det här kan kontrolleras senare, om ni går vidare. Du får veta vilka register det gäller innan något hämtas.",
      points: [
        "Folkbokföringen: vilka som bor hemma.",
        "Belastningsregistret och misstankeregistret: uppgifter om de vuxna. För familjehem och jourhem måste socialnämnden hämta dem innan ett barn placeras.",
        "Socialtjänstens egna register. Uppgifter hos en annan kommun hämtas bara om du säger ja.",
        "Försäkringskassan och Kronofogden: du beställer utdraget själv, eller säger ja till att det hämtas.",
      ],
    },
    files: { title: "Handlingar" },
    contact: { title: "Kontakt" },
  },
};
