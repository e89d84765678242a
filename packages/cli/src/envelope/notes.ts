import type { Language } from "@tillit/law-reference";

/** What `tillit envelope` says to the person beside its data. */
type Note = Readonly<Record<Language, string>>;

export const notes = {
  unchanged: {
    en: "tillit: nothing has been changed; --yes does it",
    sv: "tillit: inget har ändrats; --yes gör det",
  },
  mayHaveKept: {
    en: "tillit: who has opened it before may have kept it; after a compromise seal anew",
    sv: "tillit: den som har öppnat kuvertet förut kan ha sparat innehållet; har en nyckel röjts, försegla på nytt",
  },
  copiesHoldKey: {
    en: "tillit: copies of keyring.json made before this, backups too, still hold the key",
    sv: "tillit: kopior av keyring.json som togs före detta, även säkerhetskopior, har fortfarande nyckeln",
  },
  notDestroyed: {
    en: "tillit: nothing has been destroyed; --yes does it, and it cannot be undone",
    sv: "tillit: inget har förstörts; --yes gör det, och det går inte att ångra",
  },
  notAllReadable: {
    en: "tillit: some sections are locked to this key or destroyed",
    sv: "tillit: några delar är låsta för den här nyckeln eller förstörda",
  },
  keepRoot: {
    en: "tillit: root.json signs key documents and is not locked: keep it where no network reaches it",
    sv: "tillit: root.json skriver under nyckeldokument och är inte låst: förvara den där inget nätverk når den",
  },
  blobMissing: {
    en: "the section's sealed file is not there",
    sv: "delens förseglade fil finns inte",
  },
  passphrase: { en: "Passphrase: ", sv: "Lösenfras: " },
  onceMore: { en: "Once more: ", sv: "En gång till: " },
  opening: { en: "opening", sv: "öppnar" },
  sealing: { en: "sealing", sv: "förseglar" },
} as const satisfies Readonly<Record<string, Note>>;
