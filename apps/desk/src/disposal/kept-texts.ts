const sv = {
  title: "Behålls för tillfället",
  lead: "Posterna kommer inte med på någon gallringslista före dagen efter.",
  until: (day: string) => `till och med ${day}`,
  since: (day: string, who: string) => `Svar ${day} av ${who}.`,
  conflict: (day: string) =>
    `Enligt reglerna ska posten gallras senast ${day}. Häv svaret, eller lägg en spärr om det finns en grund i lag.`,
  lift: "Häv svaret",
  liftOf: (record: string) => `Häv svaret om ${record}`,
  sure: "Om posten ska gallras kommer den med på nästa lista. Att svaret hävdes syns i loggen.",
  yes: "Ja, häv svaret",
  lifted: "Svaret är hävt.",
};

const en: typeof sv = {
  title: "Kept for now",
  lead: "These records are on no disposal list before the day after.",
  until: (day) => `until ${day}, that day included`,
  since: (day, who) => `Answered on ${day} by ${who}.`,
  conflict: (day) =>
    `By the rules the record has to go by ${day}. Lift the answer, or place a hold if there is a ground in law.`,
  lift: "Lift the answer",
  liftOf: (record) => `Lift the answer about ${record}`,
  sure: "If the record is due it comes with the next list. That the answer was lifted is in the log.",
  yes: "Yes, lift the answer",
  lifted: "The answer has been lifted.",
};

export const keptTexts = { sv, en };
