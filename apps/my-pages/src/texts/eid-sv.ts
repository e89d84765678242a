/** Words about e-identification, in Swedish. */
export interface EidTexts {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly overviewTitle: string;
  readonly overviewLead: string;
  readonly linkTitle: string;
  readonly linkLead: string;
  readonly link: string;
  readonly isLinked: string;
  readonly unlink: string;
  readonly unlinked: string;
  /** What came of the way to the e-identification service, by code. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly otherOutcome: string;
}

export const eidSv: EidTexts = {
  title: "Logga in med e-legitimation",
  lead: "Har du kopplat din e-legitimation till din anmälan kan du se läget, ta tillbaka anmälan och begära ut dina uppgifter. Dina svar läser du bara med kvittot.",
  button: "Logga in med e-legitimation",
  overviewTitle: "Dina anmälningar",
  overviewLead: "Du är inloggad med e-legitimation. Öppna Mina sidor med kvittot när du vill läsa dina svar.",
  linkTitle: "E-legitimation",
  linkLead:
    "Koppla din e-legitimation om du vill kunna se läget utan kvittot. Ditt personnummer sparas inte, bara en kod som inte går att räkna tillbaka.",
  link: "Koppla min e-legitimation",
  isLinked: "En e-legitimation är kopplad till din anmälan.",
  unlink: "Ta bort kopplingen",
  unlinked: "Kopplingen är borttagen. Nu är kvittot den enda vägen in.",
  outcomes: {
    linked: "Din e-legitimation är kopplad. Öppna med kvittot igen, eller logga in här.",
    none: "Din e-legitimation är inte kopplad till någon anmälan. Öppna med kvittot och koppla den där.",
    LOGIN_CANCELLED: "Inloggningen avbröts.",
    LOGIN_TOO_WEAK: "E-legitimationen räckte inte till. Välj en med högre tillitsnivå.",
    ISSUER_UNREACHABLE: "Inloggningstjänsten svarar inte. Försök igen om en stund.",
  },
  otherOutcome: "Inloggningen gick inte att slutföra. Försök igen.",
};
