export const aboutYou = {
  assignment: {
    label: "Vilka uppdrag är du nyfiken på?",
    hint: "Du kan välja flera. Du binder dig inte till något.",
    options: {
      "family-home": "Familjehem: ett barn bor hos dig en längre tid",
      "emergency-home": "Jourhem: ett barn bor hos dig en kort tid, ofta med kort varsel",
      "contact-person": "Kontaktperson: du träffar en person några timmar i veckan",
      "contact-family": "Kontaktfamilj: ett barn är hos dig några dagar i månaden",
    },
  },
  municipalities: {
    label: "Vilka ska få din intresseanmälan?",
    hint: "Varje mottagare får en egen förseglad anmälan. De ser inte vilka andra du har valt.",
  },
  protected: {
    label: "Har du eller någon hemma hos dig skyddade personuppgifter?",
    hint: "Till exempel sekretessmarkering eller skyddad folkbokföring.",
    options: { no: "Nej", yes: "Ja", unsure: "Vet inte" },
  },
  "specific-child": {
    label: "Gäller det ett barn du redan känner?",
    hint: "Skriv inget namn.",
    options: { no: "Nej", kin: "Ja, ett barn i släkten", network: "Ja, ett barn jag känner på annat sätt" },
  },
  "whose-behalf": {
    label: "Vem svarar?",
    options: {
      alone: "Jag svarar ensam",
      "partner-later": "Jag svarar nu, och en partner svarar själv senare",
    },
  },
  partner: {
    label: "Vill din partner få en egen länk till formuläret?",
    hint: "I så fall får du länken vid första samtalet och lämnar den vidare själv.",
    options: { yes: "Ja", no: "Nej" },
  },
  "age-band": {
    label: "Hur gammal är du?",
    options: {
      "under-18": "Under 18 år",
      "18-20": "18–20 år",
      "21-24": "21–24 år",
      "25-39": "25–39 år",
      "40-54": "40–54 år",
      "55-64": "55–64 år",
      "65-plus": "65 år eller äldre",
    },
  },
  "home-municipality": { label: "Vilken kommun bor du i?" },
  "household-form": {
    label: "Hur ser ditt hushåll ut?",
    options: {
      alone: "Jag bor själv",
      couple: "Jag bor med en partner",
      shared: "Jag delar bostad",
      other: "Annat",
    },
  },
  adults: {
    label: "Hur många vuxna bor hemma, du inräknad?",
    options: { "1": "En", "2": "Två", "3-plus": "Tre eller fler" },
  },
  "children-bands": {
    label: "Vilka barn bor hemma, hela tiden eller ibland?",
    hint: "Välj åldrar. Skriv inga namn.",
    options: {
      none: "Inga barn",
      "0-2": "0–2 år",
      "3-6": "3–6 år",
      "7-12": "7–12 år",
      "13-17": "13–17 år",
      adult: "Vuxna barn",
    },
  },
  "family-agrees": {
    label: "Är alla hemma med på idén?",
    options: {
      yes: "Ja",
      talking: "Vi pratar om det",
      "not-asked": "Jag har inte frågat än",
      alone: "Jag bor själv",
    },
  },
  "change-ahead": {
    label: "Väntar någon stor förändring det närmaste året?",
    options: {
      move: "Flytt",
      baby: "Barn på väg",
      separation: "Separation",
      "new-job": "Nytt arbete",
      "long-trip": "Längre resa",
      none: "Nej",
      talk: "Det berättar jag hellre i samtal",
    },
  },
} as const;
