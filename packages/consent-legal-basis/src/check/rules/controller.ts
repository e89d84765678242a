/** Is it clear who answers, and how to reach them (Art. 12, 13(1)(a)–(b), 37, 77)? */
import { holds } from "../../activity/facts.ts";
import { inForceOn } from "../../law/in-force.ts";
import { contactLine } from "../../notice/notice-facts.ts";
import { rightsFor } from "../../rights/rights-for.ts";
import { type Rule, when } from "../rule.ts";

export const controllerRules: readonly Rule[] = [
  {
    code: "CLB030",
    severity: "error",
    title: { sv: "Fel tillsynsmyndighet", en: "Wrong supervisory authority" },
    message: {
      sv: "Klagomål hänvisas till en myndighet som inte har det namnet eller den uppgiften den dagen.",
      en: "Complaints are pointed to an authority that has not that name or task on the day.",
    },
    fix: {
      sv: "Ange tillsynsmyndigheten med dess nuvarande namn.",
      en: "Name the supervisory authority by its present name.",
    },
    articles: ["13(2)(d)", "77(1)"],
    nationalOnly: true,
    find: (a, { national, on }) => {
      const named = a.controller.complaintTo;
      if (named === undefined || national === undefined) return [];
      const right = national.supervisoryAuthorities.some(
        (authority) => inForceOn(authority.inForce, on) && authority.name.sv === named,
      );
      return when(!right, "controller", "complaintTo");
    },
  },
  {
    code: "CLB053",
    severity: "error",
    title: { sv: "Ingen tillsynsmyndighet känd", en: "No supervisory authority known" },
    message: {
      sv: "Det går inte att säga var man klagar.",
      en: "It cannot be said where to complain.",
    },
    fix: {
      sv: "Ange tillsynsmyndigheten eller en nationell lagsamling.",
      en: "Name the supervisory authority or hand in a national law.",
    },
    articles: ["13(2)(d)"],
    find: (a, { national, on }) =>
      when(
        a.controller.complaintTo === undefined &&
          !(national?.supervisoryAuthorities ?? []).some((authority) => inForceOn(authority.inForce, on)),
        "controller",
        "complaintTo",
      ),
  },
  {
    code: "CLB035",
    severity: "error",
    title: { sv: "Ansvarig går inte att nå", en: "Controller cannot be reached" },
    message: {
      sv: "Den personuppgiftsansvarige har inga kontaktuppgifter.",
      en: "The controller has no contact details.",
    },
    fix: { sv: "Ange e-post, telefon eller adress.", en: "Give e-mail, phone or address." },
    articles: ["13(1)(a)", "14(1)(a)"],
    find: ({ controller: { contact } }) => when(contactLine(contact) === "", "controller", "contact"),
  },
  {
    code: "CLB042",
    severity: "warning",
    title: { sv: "Oklart vem som är ansvarig", en: "Unclear who the controller is" },
    message: {
      sv: "Den ansvariga juridiska personen eller nämnden är inte angiven: nämnd för myndighet, organisationsnummer för bolag.",
      en: "The responsible legal person or board is not named: board for an authority, registration number for a company.",
    },
    fix: {
      sv: "Ange nämnden eller bolagets fullständiga namn och organisationsnummer.",
      en: "Name the board, or the company's full name and registration number.",
    },
    articles: ["4(7)", "13(1)(a)"],
    topics: ["controller-is-board", "controller-is-provider"],
    find: ({ controller }) =>
      when(
        controller.kind === "public-authority"
          ? controller.board !== true
          : controller.registration === undefined,
        "controller",
      ),
  },
  {
    code: "CLB037",
    severity: "error",
    title: { sv: "Dataskyddsombud saknas", en: "Data protection officer missing" },
    message: {
      sv: "En myndighet ska ha ett dataskyddsombud och berätta hur man når ombudet.",
      en: "An authority must have a data protection officer and tell how to reach them.",
    },
    fix: { sv: "Ange ombudets kontaktuppgifter.", en: "Give the officer's contact details." },
    articles: ["37(1)(a)", "13(1)(b)"],
    find: ({ controller }) =>
      when(
        controller.kind === "public-authority" &&
          (controller.dataProtectionOfficer === undefined ||
            contactLine(controller.dataProtectionOfficer.contact) === ""),
        "controller",
        "dataProtectionOfficer",
      ),
  },
  {
    code: "CLB043",
    severity: "warning",
    title: { sv: "Behövs ett dataskyddsombud?", en: "Is a data protection officer needed?" },
    message: {
      sv: "Kärnverksamheten rör känsliga uppgifter eller lagöverträdelser men inget ombud är angivet.",
      en: "The core activity concerns special category or offence data but no officer is named.",
    },
    fix: {
      sv: "Pröva om ombud krävs; skriv ner svaret eller ange ombudet.",
      en: "Assess whether an officer is required; write the answer down or name the officer.",
    },
    articles: ["37(1)(c)", "13(1)(b)"],
    find: (a) =>
      when(
        a.controller.kind !== "public-authority" &&
          a.controller.dataProtectionOfficer === undefined &&
          (holds(a, "special") || holds(a, "criminal")),
        "controller",
        "dataProtectionOfficer",
      ),
  },
  {
    code: "CLB044",
    severity: "warning",
    title: { sv: "Ombudets ställning är oklar", en: "Officer's independence unclear" },
    message: {
      sv: "Dataskyddsombudet nås genom en funktion som kan ha egna uppgifter med samma data.",
      en: "The data protection officer is reached through a function that may handle the same data.",
    },
    fix: {
      sv: "Ge ombudet en egen adress och håll rollen fri från andra uppgifter som krockar.",
      en: "Give the officer an address of their own and keep the role free from conflicting tasks.",
    },
    articles: ["38(6)"],
    find: ({ controller }) =>
      when(controller.dataProtectionOfficer?.independent === false, "controller", "dataProtectionOfficer"),
  },
  {
    code: "CLB033",
    severity: "warning",
    title: { sv: "Bara en väg in", en: "Only one way in" },
    message: {
      sv: "Begäranden tas bara emot på ett sätt, eller bara i en e-tjänst.",
      en: "Requests are taken in one way only, or only through an e-service.",
    },
    fix: {
      sv: "Ta emot begäranden muntligt, per brev och per e-post också.",
      en: "Take requests orally, by letter and by e-mail too.",
    },
    articles: ["12(1)", "12(2)"],
    find: ({ controller: { requestChannels } }) =>
      when(
        requestChannels.filter((channel) => channel !== "e-service").length === 0,
        "controller",
        "requestChannels",
      ),
  },
  {
    code: "CLB046",
    severity: "warning",
    title: { sv: "Ingen svarstid angiven", en: "No time for the answer" },
    message: {
      sv: "Det står inte att en begäran ska besvaras inom en månad.",
      en: "It is not said that a request is answered within a month.",
    },
    fix: { sv: "Ange tiden.", en: "State the time." },
    articles: ["12(3)", "12(4)"],
    find: ({ controller }) => when(controller.answersWithin === undefined, "controller", "answersWithin"),
  },
  {
    code: "CLB034",
    severity: "warning",
    title: { sv: "Rättighet utlovas för brett", en: "Right promised too widely" },
    message: {
      sv: "En rättighet som utlovas gäller inte, eller bara under villkor, för den här behandlingen.",
      en: "A promised right does not apply, or only under conditions, to this activity.",
    },
    fix: {
      sv: "Säg när rättigheten gäller, och varför inte annars.",
      en: "Say when the right applies, and why not otherwise.",
    },
    articles: ["5(1)(a)", "12(1)"],
    topics: ["care-processing", "decision-appeal"],
    find: (a, context) => {
      const given = new Map<string, string>(
        rightsFor(a, context.on, context.national === undefined ? {} : { national: context.national }).map(
          ({ right, verdict }) => [right, verdict],
        ),
      );
      return (a.controller.promisedRights ?? []).flatMap(({ right, always }, index) => {
        const verdict = given.get(right);
        return when(
          verdict === "excluded" || (always && verdict === "conditional"),
          "controller",
          "promisedRights",
          index,
        );
      });
    },
  },
];
