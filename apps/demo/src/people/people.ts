/** The invented staff of the demo: one person for each role in each organisation. */
export const demoRoles = ["caseworker", "secrecy-reviewer", "decision-maker", "privacy-officer"] as const;
export type DemoRole = (typeof demoRoles)[number];

export interface DemoUser {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: DemoRole;
  readonly controller: string;
  /** Part of the organisation; whoever has none works for the whole. */
  readonly unit?: string;
}

/** Made-up organisation numbers, one per controller: what the login's orgAffiliation claim ends with. */
export const orgNumbers: Readonly<Record<string, string>> = {
  "familjehem-sverige": "5590000017",
  "socialt-skyddsnat": "5590000025",
  "skinnskatteberg-ifo": "2120000019",
  "ifo-namnd": "2120000027",
  "kasam-familjehemsvard": "5590000033",
};

/** In the order of {@link demoRoles}. */
const staff: Readonly<Record<string, readonly string[]>> = {
  "familjehem-sverige": ["Karin Sandell", "Anton Bergvall", "Torbjörn Ekvall", "Inger Malmros"],
  "socialt-skyddsnat": ["Amira Haddad", "Linnea Ström", "Jonas Lindkvist", "Petra Sundin"],
  "skinnskatteberg-ifo": ["Maja Forsling", "Yusuf Demir", "Olle Hedin", "Birgitta Norell"],
  "ifo-namnd": ["Elin Wiberg", "Sara Holmgren", "Rasmus Nyhlén", "Daniel Aspelin"],
  "kasam-familjehemsvard": ["Sofia Karlberg", "Viktor Sjödin", "Nadja Petrov", "Mats Rydell"],
};

/** One organisation has a unit, so that the demo can show what a unit sees. */
const ofUnits: readonly (readonly [controller: string, unit: string, name: string, role: DemoRole])[] = [
  ["skinnskatteberg-ifo", "norra", "Tove Lindahl", "caseworker"],
  ["skinnskatteberg-ifo", "norra", "Henrik Sjöblom", "decision-maker"],
];

function user(controller: string, name: string, role: DemoRole): DemoUser {
  const [givenName = "", familyName = ""] = name.split(" ");
  const id = name.toLowerCase().replace(" ", ".").replaceAll("ö", "o").replaceAll("é", "e");
  return { id, givenName, familyName, role, controller };
}

export const demoUsers: readonly DemoUser[] = [
  ...Object.entries(staff).flatMap(([controller, names]) =>
    demoRoles.map((role, index) => user(controller, names[index] ?? "", role)),
  ),
  ...ofUnits.map(([controller, unit, name, role]) => ({ ...user(controller, name, role), unit })),
];

/** The units of each organisation, by its id. */
export const demoUnits: readonly (readonly [controller: string, unit: string])[] = [
  ...new Map(
    ofUnits.map(([controller, unit]) => [`${controller} ${unit}`, [controller, unit] as const]),
  ).values(),
];
