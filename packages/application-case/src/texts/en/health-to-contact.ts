export const healthToContact = {
  "own-health": {
    label: "Do you manage everyday life as it is today?",
    hint: "Do not write diagnoses. You may always choose to say in a talk.",
    options: {
      yes: "Yes",
      mostly: "Yes, mostly",
      varies: "It goes up and down",
      talk: "I would rather say in a talk",
    },
  },
  "sick-leave": {
    label: "Have you had a longer sick leave in the last two years?",
    options: {
      no: "No",
      ended: "Yes, it has ended",
      ongoing: "Yes, it is ongoing",
      talk: "I would rather say in a talk",
    },
  },
  "health-home": {
    label: "Is there anything about health at home that a child must fit with?",
    hint: "For example allergy or mobility. Do not tell about anyone else's health here.",
    options: { no: "No", talk: "Yes, I will say in a talk" },
  },
  alcohol: {
    label: "How often do you drink alcohol?",
    options: {
      never: "Never",
      sometimes: "Sometimes",
      weekly: "Every week",
      more: "More often",
      talk: "I would rather say in a talk",
    },
  },
  economy: {
    label: "Do you get by without the pay for the assignment?",
    options: { yes: "Yes", mostly: "Yes, mostly", no: "No", talk: "I would rather say in a talk" },
  },
  motive: {
    label: "Why do you want to do this?",
    options: {
      "help-child": "I want to make a difference for a child",
      "room-for-more": "We have room for more",
      "own-experience": "I have experience of my own",
      profession: "I work with children or support",
      "know-child": "I know a child who needs help",
      community: "I want to contribute where I live",
    },
  },
  "motive-text": {
    label: "Would you like to say more in your own words?",
    hint: "At most 600 characters. Do not write about other people.",
  },
  heard: {
    label: "How did you find us?",
    options: {
      friend: "Through someone I know",
      "social-media": "Social media",
      advert: "An advertisement",
      authority: "The municipality or a company",
      event: "An information meeting",
      other: "In another way",
    },
  },
  "registers-info": {
    label: "I have read which registers may be checked later on",
    hint: "This is information, not a consent. Nothing is checked before you have talked.",
  },
  "talk-first": {
    label: "Do you want to talk to someone before a register is checked?",
    options: { no: "No, that is not needed", yes: "Yes, call me first" },
  },
  files: {
    label: "Attach documents if you already have them",
    hint: "At most 5 files, at most 10 MB each. PDF, JPEG, PNG or HEIC.",
  },
  name: { label: "Name" },
  phone: { label: "Phone number" },
  email: { label: "E-mail address" },
  "call-times": {
    label: "When may we call you?",
    options: {
      morning: "Morning",
      midday: "Midday",
      afternoon: "Afternoon",
      evening: "Evening",
      any: "Any time",
    },
  },
  "safe-message": {
    label: "Is it safe to leave a message on your number?",
    options: { yes: "Yes", no: "No, talk only to me" },
  },
  personnummer: {
    label: "Personal identity number or coordination number",
    hint: "Twelve or ten digits, for example YYYYMMDD-NNNN.",
  },
} as const;
