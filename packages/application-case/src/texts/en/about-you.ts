export const aboutYou = {
  assignment: {
    label: "Which assignments are you curious about?",
    hint: "You may choose several. You commit to nothing.",
    options: {
      "family-home": "Family home: a child lives with you for a longer time",
      "emergency-home": "Emergency home: a child lives with you for a short time, often at short notice",
      "contact-person": "Contact person: you meet a person a few hours a week",
      "contact-family": "Contact family: a child stays with you a few days a month",
    },
  },
  municipalities: {
    label: "Who should receive your application?",
    hint: "Each receiver gets a sealed application of its own. They do not see whom else you chose.",
  },
  protected: {
    label: "Do you or anyone at home have protected personal data?",
    hint: "For example a secrecy marking or protected registration.",
    options: { no: "No", yes: "Yes", unsure: "Not sure" },
  },
  "specific-child": {
    label: "Is it about a child you already know?",
    hint: "Do not write a name.",
    options: { no: "No", kin: "Yes, a child in my family", network: "Yes, a child I know in another way" },
  },
  "whose-behalf": {
    label: "Who is answering?",
    options: { alone: "I answer alone", "partner-later": "I answer now, and a partner answers later" },
  },
  partner: {
    label: "Does your partner want a link of their own?",
    hint: "You will then get the link at the first talk and pass it on yourself.",
    options: { yes: "Yes", no: "No" },
  },
  "age-band": {
    label: "How old are you?",
    options: {
      "under-18": "Under 18",
      "18-20": "18–20",
      "21-24": "21–24",
      "25-39": "25–39",
      "40-54": "40–54",
      "55-64": "55–64",
      "65-plus": "65 or older",
    },
  },
  "home-municipality": { label: "Which municipality do you live in?" },
  "household-form": {
    label: "What is your household like?",
    options: {
      alone: "I live alone",
      couple: "I live with a partner",
      shared: "I share a home",
      other: "Other",
    },
  },
  adults: {
    label: "How many adults live at home, you included?",
    options: { "1": "One", "2": "Two", "3-plus": "Three or more" },
  },
  "children-bands": {
    label: "Which children live at home, always or at times?",
    hint: "Choose ages. Do not write names.",
    options: {
      none: "No children",
      "0-2": "0–2 years",
      "3-6": "3–6 years",
      "7-12": "7–12 years",
      "13-17": "13–17 years",
      adult: "Grown-up children",
    },
  },
  "family-agrees": {
    label: "Is everyone at home for the idea?",
    options: {
      yes: "Yes",
      talking: "We are talking about it",
      "not-asked": "I have not asked yet",
      alone: "I live alone",
    },
  },
  "change-ahead": {
    label: "Is any big change coming in the next year?",
    options: {
      move: "Moving home",
      baby: "A child on the way",
      separation: "Separation",
      "new-job": "New job",
      "long-trip": "A longer trip",
      none: "No",
      talk: "I would rather say in a talk",
    },
  },
} as const;
