export const homeAndTime = {
  dwelling: {
    label: "What kind of home do you have?",
    options: {
      house: "Detached house",
      terraced: "Terraced house",
      flat: "Flat",
      farm: "Farm",
      other: "Other",
    },
  },
  tenure: {
    label: "Is the home permanent?",
    options: {
      owns: "I own it",
      rents: "I rent without an end date",
      "rents-until": "I rent until a date",
      other: "Other",
    },
  },
  "own-room": {
    label: "Can a child have a room of their own?",
    options: { now: "Yes, now", "after-change": "Yes, after a change at home", no: "No", unsure: "Not sure" },
  },
  surroundings: {
    label: "What is near you?",
    options: {
      preschool: "Preschool",
      school: "School",
      transport: "Bus or train",
      nature: "Nature",
      clubs: "Clubs and leisure",
    },
  },
  access: {
    label: "Are there stairs or obstacles for a child who finds it hard to move?",
    options: { no: "No", some: "Some", yes: "Yes" },
  },
  animals: {
    label: "Do you have animals at home?",
    options: {
      dog: "Dog",
      cat: "Cat",
      "other-fur": "Other furred animals",
      other: "Other animals",
      none: "No animals",
    },
  },
  smoking: {
    label: "Does anyone smoke or use snus at home?",
    options: {
      no: "No",
      outside: "Yes, only outside",
      inside: "Yes, inside",
      talk: "I would rather say in a talk",
    },
  },
  work: {
    label: "What do you do during the day?",
    options: {
      "full-time": "Work full time",
      "part-time": "Work part time",
      shifts: "Work shifts or nights",
      studies: "Study",
      "parental-leave": "On parental leave",
      pension: "Retired",
      "job-seeking": "Looking for work",
      other: "Other",
    },
  },
  "time-home": {
    label: "Can an adult be at home in the daytime if needed?",
    options: { always: "Yes, always", "a-period": "Yes, for a period", "some-days": "Some days", no: "No" },
  },
  "short-notice": {
    label: "How soon can you receive a child?",
    options: {
      hours: "Within an hour or so",
      "same-day": "The same day",
      days: "Within a few days",
      planned: "Only when planned",
    },
  },
  "jour-hours": {
    label: "When can you be on call?",
    options: {
      weekdays: "Daytime on weekdays",
      evenings: "Evenings",
      nights: "Nights",
      weekends: "Weekends",
    },
  },
  weekends: {
    label: "How often can you receive a child?",
    options: {
      one: "One weekend a month",
      two: "Two weekends a month",
      more: "More often",
      holidays: "School holidays",
    },
  },
  "weekly-time": {
    label: "How much time do you have a week?",
    options: { "1-2": "1–2 hours", "3-5": "3–5 hours", "6-10": "6–10 hours", more: "More than 10 hours" },
  },
  duration: {
    label: "How long could you take an assignment?",
    options: {
      "under-1": "Less than a year",
      "1-2": "1–2 years",
      years: "Several years",
      unsure: "Not sure",
    },
  },
  transport: {
    label: "How do you get around?",
    options: {
      licence: "I have a driving licence",
      car: "I have the use of a car",
      public: "Public transport",
      bike: "By bicycle or on foot",
    },
  },
} as const;
