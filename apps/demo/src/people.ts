/** The invented staff of the demo: a caseworker, a decision-maker and a privacy officer in each organisation. */
export type DemoRole = "caseworker" | "decision-maker" | "privacy-officer";

export interface DemoUser {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: DemoRole;
  readonly controller: string;
}

/** Made-up organisation numbers, one per controller: what the login's orgAffiliation claim ends with. */
export const orgNumbers: Readonly<Record<string, string>> = {
  "familjehem-sverige": "5590000017",
  "socialt-skyddsnat": "5590000025",
  "skinnskatteberg-ifo": "2120000019",
  "ifo-namnd": "2120000027",
  "kasam-familjehemsvard": "5590000033",
};

const staff: readonly (readonly [
  controller: string,
  caseworker: string,
  decides: string,
  privacy: string,
])[] = [
  ["familjehem-sverige", "Karin Sandell", "Torbjörn Ekvall", "Inger Malmros"],
  ["socialt-skyddsnat", "Amira Haddad", "Jonas Lindkvist", "Petra Sundin"],
  ["skinnskatteberg-ifo", "Maja Forsling", "Olle Hedin", "Birgitta Norell"],
  ["ifo-namnd", "Elin Wiberg", "Rasmus Nyhlén", "Daniel Aspelin"],
  ["kasam-familjehemsvard", "Sofia Karlberg", "Nadja Petrov", "Mats Rydell"],
];

function user(controller: string, name: string, role: DemoRole): DemoUser {
  const [givenName = "", familyName = ""] = name.split(" ");
  const id = name.toLowerCase().replace(" ", ".").replaceAll("ö", "o").replaceAll("é", "e");
  return { id, givenName, familyName, role, controller };
}

export const demoUsers: readonly DemoUser[] = staff.flatMap(([controller, caseworker, decides, privacy]) => [
  user(controller, caseworker, "caseworker"),
  user(controller, decides, "decision-maker"),
  user(controller, privacy, "privacy-officer"),
]);
