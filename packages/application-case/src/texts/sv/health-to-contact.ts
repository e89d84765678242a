export const healthToContact = {
  "own-health": {
    label: "Orkar du med vardagen som den är i dag?",
    hint: "Skriv inga diagnoser. Du kan alltid välja att berätta i samtal.",
    options: {
      yes: "Ja",
      mostly: "Ja, oftast",
      varies: "Det går upp och ner",
      talk: "Det berättar jag hellre i samtal",
    },
  },
  "sick-leave": {
    label: "Har du haft en längre sjukskrivning de senaste två åren?",
    options: {
      no: "Nej",
      ended: "Ja, den är avslutad",
      ongoing: "Ja, den pågår",
      talk: "Det berättar jag hellre i samtal",
    },
  },
  "health-home": {
    label: "Finns det något med hälsan hemma som ett barn behöver passa ihop med?",
    hint: "Till exempel allergi eller rörelsehinder. Berätta inte om någon annans hälsa här.",
    options: { no: "Nej", talk: "Ja, det tar jag i samtal" },
  },
  alcohol: {
    label: "Hur ofta dricker du alkohol?",
    options: {
      never: "Aldrig",
      sometimes: "Ibland",
      weekly: "Varje vecka",
      more: "Oftare än så",
      talk: "Det berättar jag hellre i samtal",
    },
  },
  economy: {
    label: "Går din ekonomi ihop utan ersättningen för uppdraget?",
    options: { yes: "Ja", mostly: "Ja, oftast", no: "Nej", talk: "Det berättar jag hellre i samtal" },
  },
  motive: {
    label: "Varför vill du göra det här?",
    options: {
      "help-child": "Jag vill göra skillnad för ett barn",
      "room-for-more": "Vi har plats för fler",
      "own-experience": "Jag har egen erfarenhet",
      profession: "Jag arbetar med barn eller stöd",
      "know-child": "Jag känner ett barn som behöver hjälp",
      community: "Jag vill bidra där jag bor",
    },
  },
  "motive-text": {
    label: "Vill du berätta mer med egna ord?",
    hint: "Högst 600 tecken. Skriv inte om andra personer.",
  },
  heard: {
    label: "Hur hittade du hit?",
    options: {
      friend: "Genom någon jag känner",
      "social-media": "Sociala medier",
      advert: "Annons",
      authority: "Kommunen eller ett företag",
      event: "Informationsträff",
      other: "På annat sätt",
    },
  },
  "registers-info": {
    label: "Jag har läst vilka register som kan kontrolleras längre fram",
    hint: "Det här är information, inte ett samtycke. Inget kontrolleras innan ni har pratat.",
  },
  "talk-first": {
    label: "Vill du prata med någon innan ett register kontrolleras?",
    options: { no: "Nej, det behövs inte", yes: "Ja, ring mig först" },
  },
  files: {
    label: "Bifoga handlingar om du redan har dem",
    hint: "Högst 5 filer, högst 10 MB var. PDF, JPEG, PNG eller HEIC.",
  },
  name: { label: "Namn" },
  phone: { label: "Telefonnummer" },
  email: { label: "E-postadress" },
  "call-times": {
    label: "När får vi ringa dig?",
    options: {
      morning: "Förmiddag",
      midday: "Mitt på dagen",
      afternoon: "Eftermiddag",
      evening: "Kväll",
      any: "När som helst",
    },
  },
  "safe-message": {
    label: "Är det säkert att lämna ett meddelande på ditt nummer?",
    options: { yes: "Ja", no: "Nej, prata bara med mig" },
  },
  personnummer: {
    label: "Personnummer eller samordningsnummer",
    hint: "Tolv eller tio siffror, till exempel ÅÅÅÅMMDD-NNNN.",
  },
} as const;
