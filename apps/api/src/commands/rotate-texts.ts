import type { Language } from "@tillit/law-reference";

/** What `rotate` says, in both languages. Keys are named by their public halves, secrets never. */
interface Words {
  readonly dryRun: string;
  readonly done: string;
  readonly nothing: string;
  log(name: string, size: number): string;
  keys(from: string, to: string): string;
  lostKey(name: string): string;
  document(controller: string, from: number, to: number): string;
  expires(from: string, to: string): string;
  added(kid: string): string;
  removed(kid: string): string;
  status(kid: string, from: string, to: string): string;
  noChange: string;
  expiring(controller: string, day: string): string;
  unhealthy(controller: string): string;
  sessions(previous: number): string;
}

export const texts: Readonly<Record<Language, Words>> = {
  sv: {
    dryRun: "Provkörning: inget har ändrats. Lägg till --yes för att göra det.",
    done: "Gjort.",
    nothing: "Inget att byta.",
    log: (name, size) => `logg ${name}, ${size} poster`,
    keys: (from, to) => `  nu:   ${from}\n  blir: ${to}`,
    lostKey: (name) => `logg ${name}: hemligheten bakom nyckeln saknas; sätt LOG_SECRET_PREVIOUS`,
    document: (controller, from, to) => `nyckeldokument ${controller}: version ${from} blir ${to}`,
    expires: (from, to) => `  går ut ${from}, blir ${to}`,
    added: (kid) => `  ny nyckel ${kid}`,
    removed: (kid) => `  nyckeln ${kid} finns inte kvar`,
    status: (kid, from, to) => `  nyckeln ${kid}: ${from} blir ${to}`,
    noChange: "  samma nycklar",
    expiring: (controller, day) => `nyckeldokument ${controller}: går ut ${day}`,
    unhealthy: (controller) => `nyckeldokument ${controller}: ingen nyckel går att försegla till`,
    sessions: (previous) =>
      previous === 0
        ? "sessioner: en hemlighet; byt genom att sätta en ny SESSION_SECRET och den gamla i SESSION_SECRET_PREVIOUS"
        : `sessioner: ${previous} äldre hemligheter öppnar ännu; ta bort dem när SESSION_HOURS har gått`,
  },
  en: {
    dryRun: "Dry run: nothing has changed. Add --yes to do it.",
    done: "Done.",
    nothing: "Nothing to rotate.",
    log: (name, size) => `log ${name}, ${size} entries`,
    keys: (from, to) => `  now: ${from}\n  new: ${to}`,
    lostKey: (name) => `log ${name}: the secret behind its key is missing; set LOG_SECRET_PREVIOUS`,
    document: (controller, from, to) => `key document ${controller}: version ${from} becomes ${to}`,
    expires: (from, to) => `  expires ${from}, becomes ${to}`,
    added: (kid) => `  new key ${kid}`,
    removed: (kid) => `  key ${kid} is no longer there`,
    status: (kid, from, to) => `  key ${kid}: ${from} becomes ${to}`,
    noChange: "  the same keys",
    expiring: (controller, day) => `key document ${controller}: expires ${day}`,
    unhealthy: (controller) => `key document ${controller}: no key can be sealed to`,
    sessions: (previous) =>
      previous === 0
        ? "sessions: one secret; rotate by setting a new SESSION_SECRET and the old one in SESSION_SECRET_PREVIOUS"
        : `sessions: ${previous} earlier secrets still open; remove them when SESSION_HOURS have passed`,
  },
};
