export const homeAndTime = {
  dwelling: {
    label: "Hur bor du?",
    options: {
      house: "Fristående hus",
      terraced: "Radhus eller kedjehus",
      flat: "Lägenhet",
      farm: "Gård",
      other: "Annat",
    },
  },
  tenure: {
    label: "Är boendet stadigvarande?",
    options: {
      owns: "Jag äger",
      rents: "Jag hyr utan slutdatum",
      "rents-until": "Jag hyr med slutdatum",
      other: "Annat",
    },
  },
  "own-room": {
    label: "Kan ett barn få eget rum?",
    options: { now: "Ja, nu", "after-change": "Ja, efter en ändring hemma", no: "Nej", unsure: "Osäker" },
  },
  surroundings: {
    label: "Vad finns nära dig?",
    options: {
      preschool: "Förskola",
      school: "Skola",
      transport: "Buss eller tåg",
      nature: "Natur",
      clubs: "Föreningar och fritid",
    },
  },
  access: {
    label: "Finns det trappor eller hinder för ett barn som har svårt att röra sig?",
    options: { no: "Nej", some: "Några", yes: "Ja" },
  },
  animals: {
    label: "Har du djur hemma?",
    options: {
      dog: "Hund",
      cat: "Katt",
      "other-fur": "Andra pälsdjur",
      other: "Andra djur",
      none: "Inga djur",
    },
  },
  smoking: {
    label: "Röker eller snusar någon hemma?",
    options: {
      no: "Nej",
      outside: "Ja, bara ute",
      inside: "Ja, inne",
      talk: "Det berättar jag hellre i samtal",
    },
  },
  work: {
    label: "Vad gör du om dagarna?",
    options: {
      "full-time": "Arbetar heltid",
      "part-time": "Arbetar deltid",
      shifts: "Arbetar skift eller natt",
      studies: "Studerar",
      "parental-leave": "Är föräldraledig",
      pension: "Är pensionär",
      "job-seeking": "Söker arbete",
      other: "Annat",
    },
  },
  "time-home": {
    label: "Kan en vuxen vara hemma på dagtid om det behövs?",
    options: { always: "Ja, alltid", "a-period": "Ja, en period", "some-days": "Några dagar", no: "Nej" },
  },
  "short-notice": {
    label: "Hur snabbt kan du ta emot ett barn?",
    options: {
      hours: "Inom någon timme",
      "same-day": "Samma dag",
      days: "Inom några dagar",
      planned: "Bara när det är planerat",
    },
  },
  "jour-hours": {
    label: "När kan du vara i beredskap?",
    options: { weekdays: "Dagtid på vardagar", evenings: "Kvällar", nights: "Nätter", weekends: "Helger" },
  },
  weekends: {
    label: "Hur ofta kan du ta emot ett barn?",
    options: {
      one: "En helg i månaden",
      two: "Två helger i månaden",
      more: "Oftare än så",
      holidays: "På skollov",
    },
  },
  "weekly-time": {
    label: "Hur mycket tid har du i veckan?",
    options: { "1-2": "1–2 timmar", "3-5": "3–5 timmar", "6-10": "6–10 timmar", more: "Mer än 10 timmar" },
  },
  duration: {
    label: "Hur länge kan du tänka dig ett uppdrag?",
    options: { "under-1": "Kortare än ett år", "1-2": "1–2 år", years: "Flera år", unsure: "Vet inte" },
  },
  transport: {
    label: "Hur tar du dig fram?",
    options: {
      licence: "Jag har körkort",
      car: "Jag har tillgång till bil",
      public: "Kollektivtrafik",
      bike: "Cykel eller till fots",
    },
  },
} as const;
