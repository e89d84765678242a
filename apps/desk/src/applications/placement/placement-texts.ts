/** Words about who a case is for, in both languages. */
const sv = {
  title: "Placering",
  unit: "Enhet",
  whole: "hela organisationen",
  assignees: "Handläggare",
  everyone: "alla på enheten",
  protectedIdentity: "Skyddade personuppgifter",
  yes: "ja, bara de utsedda når ärendet",
  no: "nej",
  change: "Ändra placeringen",
  unitHint: "Enheten bestämmer vilka som alls ser ärendet.",
  assigneesHint:
    "Kollegor visas med roll och kod, aldrig med namn. Din egen kod står överst på sidan. Lämna tomt om alla på enheten ska kunna handlägga.",
  you: "du",
  seen: (day: string) => `inloggad ${day}`,
  guard: "Den sökande har skyddade personuppgifter",
  guardHint: "När rutan är ikryssad når bara de utsedda ärendet, vilken roll andra än har.",
  needAssignee: "Utse minst en handläggare när personuppgifterna är skyddade.",
  loses: "Efter ändringen når du inte längre ärendet. Är du säker?",
  sure: "Ja, ändra ändå",
  save: "Spara placeringen",
  cancel: "Avbryt",
  working: "Sparar …",
  saved: "Placeringen är sparad och loggad.",
};

const en: typeof sv = {
  title: "Placement",
  unit: "Unit",
  whole: "the whole organisation",
  assignees: "Assigned to",
  everyone: "everyone of the unit",
  protectedIdentity: "Protected identity",
  yes: "yes, only those assigned reach the case",
  no: "no",
  change: "Change the placement",
  unitHint: "The unit decides who sees the case at all.",
  assigneesHint:
    "Colleagues are shown by role and code, never by name. Your own code is at the top of the page. Leave empty if everyone of the unit may handle it.",
  you: "you",
  seen: (day: string) => `logged in ${day}`,
  guard: "The applicant has a protected identity",
  guardHint: "When this is ticked, only those assigned reach the case, whatever role others have.",
  needAssignee: "Assign at least one person when the identity is protected.",
  loses: "After the change you no longer reach the case. Are you sure?",
  sure: "Yes, change it",
  save: "Save the placement",
  cancel: "Cancel",
  working: "Saving …",
  saved: "The placement is saved and logged.",
};

export const placementTexts = { sv, en };
